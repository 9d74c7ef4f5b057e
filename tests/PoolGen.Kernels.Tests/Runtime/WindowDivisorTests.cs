using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The divisors of windows in the order of their sums, beside those counted window by window.</summary>
public sealed class WindowDivisorTests
{
    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, 3, 1, 1, 7)]
    [InlineData(TensorLayout.ChannelsFirst, 3, 2, 1, 7)]
    [InlineData(TensorLayout.ChannelsFirst, 5, 1, 2, 2)] // every window is clipped at both ends
    [InlineData(TensorLayout.ChannelsFirst, 3, 3, 0, 9)]
    [InlineData(TensorLayout.ChannelsFirst, 1, 2, 0, 1)]
    [InlineData(TensorLayout.ChannelsLast, 3, 2, 1, 6)]
    public void Are_those_of_each_window(TensorLayout layout, int kernel, int stride, int padding, int extent)
    {
        var axis = new PoolingAxis(kernel, stride, padding, padding);
        Check(PoolingGeometry.Create(new PoolingShape(3, 2, extent, extent), layout, axis, axis));
        Check(PoolingGeometry.Create(new PoolingShape(3, 2, extent, extent, extent), layout, axis, axis, axis));
    }

    private static void Check(in PoolingGeometry geometry)
    {
        PoolingGeometry blocks = geometry.OfBlocks(2);
        int[] expected = [.. Counted(blocks)];
        RowBand band = RowBands.Of<float>(blocks, divides: false)[0];
        var windows = new WindowDivisors<Taps>(band);
        Assert.Equal(expected.Length, 2 * windows.ElementCount);
        Assert.Equal(expected.Distinct().Count() == 1 ? expected[0] : 0, windows.Common);
        var divisors = new double[expected.Length];
        windows.Fill<double>(divisors);
        Assert.Equal(expected.Select(divisor => (double)divisor), divisors);
        Assert.Equal(7, new WindowDivisors<Seven>(band).Common);
    }

    private static IEnumerable<int> Counted(PoolingGeometry geometry)
    {
        int channels = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1;
        return from block in Enumerable.Range(0, geometry.Blocks)
               from slice in Enumerable.Range(0, geometry.Depth.OutputExtent)
               from row in Enumerable.Range(0, geometry.Height.OutputExtent)
               from column in Enumerable.Range(0, geometry.Width.OutputExtent)
               from channel in Enumerable.Range(0, channels)
               select Math.Max(1, (geometry.InputShape.Rank < 3 ? 1 : Count(geometry.Depth, slice)) * Count(geometry.Height, row) * Count(geometry.Width, column));

        static int Count(AxisGeometry axis, int window) =>
            Enumerable.Range(0, axis.EffectiveKernel).Count(tap => window * axis.Stride - axis.PaddingBegin + tap is var at && at >= 0 && at < axis.InputExtent);
    }

    private readonly struct Taps : IWindowDivisor
    {
        public static int Of(TapRange rows, TapRange columns) => Math.Max(1, rows.Count * columns.Count);
    }

    private readonly struct Seven : IWindowDivisor
    {
        public static int Of(TapRange rows, TapRange columns) => 7;
    }
}
