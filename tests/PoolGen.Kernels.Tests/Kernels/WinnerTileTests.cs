using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Gradients that winners share, over planes whose winners are counted in several tiles: of rows, and of parts of rows.</summary>
public sealed class WinnerTileTests
{
    [Theory]
    [InlineData(nameof(Max3x3Split), 300, 40, 2, true)]
    [InlineData(nameof(Max4x4SameSplit), 60, 50, 7, true)] // planes that are counted as one
    [InlineData(nameof(MinChannelsLast), 7, 9, 300, false)]
    [InlineData(nameof(Max5x3SplitChannelsLast), 12, 6, 290, false)]
    public void Agree_with_the_reference(string name, int height, int width, int channels, bool wholeRows) =>
        PoolingRegistry.Find(name).Run(new Tiled(new PoolingShape(1, channels, height, width), wholeRows));

    private sealed class Tiled(PoolingShape shape, bool wholeRows) : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Assert.Equal(TieRule.Split, spec.Ties);
            var axis = new PoolingAxis(Kernel: 3, Stride: 1, PaddingBegin: 1, PaddingEnd: 1);
            var tiles = new WinnerTiles(PoolingGeometry.Create(shape, spec.Layout, axis, axis));
            Assert.Equal(wholeRows, tiles.Width == tiles.Row);
            Assert.True(tiles.Height < tiles.WindowRows, $"one tile has all {tiles.WindowRows} rows");
            DataClass data = DataMaker.Classes[TestSeed.Value % DataMaker.Classes.Count];
            var expected = ReferenceCase<T>.Make(spec, spec.OfRank(shape), data, TestSeed.Value);
            Lanes.Each(lanes => Verify.AllMembers(pooling, expected, $"{lanes}, {TestSeed.Description}"));
        }
    }
}
