using System.Numerics;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// Gradients of planes whose winners are looked up: four that take turns, four in which everything ties, and one by itself, so large that most windows lie
/// inside their plane.
/// </summary>
public sealed class ScatteredPlanesTests
{
    private const int Planes = 9, Turns = 4;

    [Theory]
    [InlineData(nameof(MaxTilesLookedUp))]
    [InlineData(nameof(MaxColumnsFar))]
    [InlineData(nameof(MaxColumnsFirst))]
    [InlineData(nameof(MinColumnsLookedUp))]
    [InlineData(nameof(MaxColumns17x17))]
    [InlineData(nameof(MaxLookedUp5x5Split))]
    [InlineData(nameof(Max5x5Stride2))]
    public void Agree_with_the_reference(string name) => PoolingRegistry.Find(name).Run(new PlanesOfTwoKinds());

    private sealed class PlanesOfTwoKinds : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingShape shape = spec.OfRank(new(1, Planes, 47, 53));
            int plane = (int)(shape.ElementCount / Planes), outputs = (int)new ReferencePooling(spec, shape).OutputShape.ElementCount;
            T[] input = DataMaker.Input<T>(DataClass.Uniform, (int)shape.ElementCount, TestSeed.Value);
            input.AsSpan(Turns * plane, Turns * plane).Fill(T.One);
            var expected = ReferenceCase<T>.Of(spec, shape, input, DataMaker.Gradient<T>(outputs, TestSeed.Value));
            Lanes.Each(lanes => Verify.AllMembers(pooling, expected, $"{lanes}, {TestSeed.Description}"));
        }
    }
}
