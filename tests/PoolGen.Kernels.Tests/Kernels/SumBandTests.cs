using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Planes of more rows than a band of sums holds, which the backward pass of larger windows computes band by band.</summary>
public sealed class SumBandTests
{
    [Theory]
    [InlineData(nameof(Max5x5ChannelsLast))]
    [InlineData(nameof(Max5x3SplitChannelsLast))]
    [InlineData(nameof(Max13x13ChannelsLast))]
    public void Agree_with_the_reference(string name) => PoolingRegistry.Find(name).Run(new HighPlanes(channels: 5, isFar: false));

    /// <summary>As if no cache held them: a band has the sums of four vectors, the last of which may be partial ones.</summary>
    [Theory]
    [InlineData(nameof(Max5x5ChannelsLast))]
    [InlineData(nameof(Max5x3SplitChannelsLast))]
    public void Agree_with_the_reference_from_afar(string name) => PoolingRegistry.Find(name).Run(new HighPlanes(channels: 83, isFar: true));

    private sealed class HighPlanes(int channels, bool isFar) : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            int height = isFar ? 64 : 75, width = isFar ? 50 : 110;
            var shape = new PoolingShape(1, channels, height, width);
            var geometry = PoolingGeometry.Create(shape, TensorLayout.ChannelsLast, new PoolingAxis(5, 1, 2, 2, 1, AxisRounding.Floor), new PoolingAxis(5, 1, 2, 2, 1, AxisRounding.Floor));
            Assert.InRange(SumBand.Rows<T>(geometry, vectors: isFar ? 4 : 1), 10, (height / 3) - 1); // so several bands, the last of them a shorter one
            DataClass data = DataMaker.Classes[TestSeed.Value % DataMaker.Classes.Count];
            var expected = ReferenceCase<T>.Make(spec, spec.OfRank(shape), data, TestSeed.Value);
            Action run = () => Lanes.Each(lanes => Verify.AllMembers(pooling, expected, $"{lanes}, {TestSeed.Description}"));
            if (isFar)
                CacheSize.Force(0, run);
            else
                run();
        }
    }
}
