using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The bits of the taps of a window that lie inside the input, against a loop over the taps.</summary>
public sealed class TapBitsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(5, 6)]
    [InlineData(4, 8)] // bit 31
    [InlineData(1, 32)]
    [InlineData(32, 1)]
    public void Windows_that_reach_over_either_end(int height, int width)
    {
        foreach (int extent in new[] { 1, 2, 3, 40 })
        {
            for (int start = -height; start <= extent; start++)
                Assert.Equal(Bits(height, width, (row, _) => IsInside(start + row, extent)), TapBits.Rows(start, extent, height, width));
            for (int start = -width; start <= extent; start++)
                Assert.Equal(Bits(height, width, (_, column) => IsInside(start + column, extent)), TapBits.Columns(start, extent, height, width));
        }
    }

    private static bool IsInside(int at, int extent) => at >= 0 && at < extent;

    private static int Bits(int height, int width, Func<int, int, bool> isInside)
    {
        int bits = 0;
        for (int tap = 0; tap < height * width; tap++)
            bits |= isInside(tap / width, tap % width) ? 1 << tap : 0;
        return bits;
    }
}
