using System.Numerics;
using System.Runtime.CompilerServices;
using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Gradients that winners share, over several groups of blocks: some with windows of several winners, and some without any.</summary>
public sealed class SharedGradientTests
{
    [Theory]
    [InlineData(nameof(Max3x3Split), 2, 11, 50, 40)]
    [InlineData(nameof(Max3x3Split), 1, 2, 200, 190)] // a plane is more than a group
    [InlineData(nameof(Max4x4SameSplit), 1, 29, 30, 50)] // as many records as windows: all planes are one
    [InlineData(nameof(Max10x3Split), 1, 40, 40, 30)] // two bytes for rows
    [InlineData(nameof(MaxCompared32x3), 3, 40, 33, 20)] // without records, the kernel counts
    [InlineData(nameof(Max6x7SameSplit), 3, 400, 7, 7)] // bits of columns
    [InlineData(nameof(MinChannelsLast), 3, 300, 7, 9)]
    [InlineData(nameof(Max5x3SplitChannelsLast), 3, 290, 12, 6)]
    [InlineData(nameof(Max4x4), 2, 20, 50, 40)] // a bit for each tap
    [InlineData(nameof(MaxLookedUp5x5Split), 2, 21, 50, 40)] // one winner looked up, several gathered
    [InlineData(nameof(MaxColumnsFar), 2, 30, 50, 40)]
    [InlineData(nameof(MinColumnsDilatedChannelsLast), 3, 300, 12, 9)]
    public void Agree_with_the_reference(string name, int batch, int channels, int height, int width) =>
        PoolingRegistry.Find(name).Run(new OfData(new PoolingShape(batch, channels, height, width), inGroups: true, parallel: null));

    /// <summary>Planes that are served side by side, but for the only one of a thread.</summary>
    [Fact]
    public void Agree_where_threads_have_a_plane_each() =>
        PoolingRegistry.Find(nameof(Min2x4Stride3)).Run(new OfData(new PoolingShape(1, 50, 80, 18), inGroups: false, new() { MaxDegreeOfParallelism = 64 }));

    private sealed class OfData(PoolingShape shape, bool inGroups, ParallelOptions? parallel) : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Assert.Equal(TieRule.Split, spec.Ties);
            foreach (DataClass data in (DataClass[])[DataClass.SmallIntegers, DataClass.Relu, DataClass.SprinkledNaN])
                Check(pooling, ReferenceCase<T>.Make(spec, spec.OfRank(shape), data, TestSeed.Value), $"{data}");

            // The second and the last quarter tie everywhere; elsewhere, hardly a window does.
            T[] input = DataMaker.Input<T>(DataClass.Uniform, (int)shape.ElementCount, TestSeed.Value);
            input.AsSpan(input.Length / 4, input.Length / 4).Fill(T.One);
            input.AsSpan(input.Length * 3 / 4).Fill(T.One);
            int outputs = (int)new ReferencePooling(spec, spec.OfRank(shape)).OutputShape.ElementCount;
            Check(pooling, ReferenceCase<T>.Of(spec, spec.OfRank(shape), input, DataMaker.Gradient<T>(outputs, TestSeed.Value)), "ties in half of it");
        }

        private void Check<T>(PoolingUnderTest<T> pooling, ReferenceCase<T> expected, string data)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            long bytes = (expected.InputShape.ElementCount + expected.OutputShape.ElementCount) * Unsafe.SizeOf<T>();
            Assert.True(!inGroups || bytes > BlockGroups.SecondLevelBytes, $"one group has all {bytes} bytes");
            Lanes.Each(lanes => Verify.AllMembers(pooling, expected, $"{data}, {lanes}, {TestSeed.Description}", parallel));
        }
    }
}
