using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>How channels are divided into blocks where they lie innermost.</summary>
public sealed class PixelBlocksTests
{
    private const int FloatLanes = 16;

    [Theory]
    [InlineData(1, "1")]
    [InlineData(64, "64")]
    [InlineData(79, "79")] // no vector's worth is left for a second block
    [InlineData(80, "48 32")]
    [InlineData(100, "48 52")]
    [InlineData(193, "64 64 65")]
    [InlineData(256, "64 64 64 64")]
    public void Far_tensors_are_read_four_vectors_at_a_time(int channels, string blocks) => Assert.Equal(blocks, Blocks(Of(channels, pixels: 32, isNear: false)));

    [Theory]
    [InlineData(32, 128, "32 32 32 32")] // 53248 bytes of scratch rows
    [InlineData(34, 128, "32 32 32 32")]
    [InlineData(35, 128, "64 64")] // more than a first-level cache holds, whatever the block
    [InlineData(32, 40, "40")]
    [InlineData(32, 56, "32 24")]
    public void Near_ones_so_that_scratch_rows_stay_in_the_first_level_cache(int pixels, int channels, string blocks) =>
        Assert.Equal(blocks, Blocks(Of(channels, pixels, isNear: true)));

    [Theory]
    [InlineData(32, 66, "66")] // 78 pixels of 32 channels: 127 KB
    [InlineData(32, 67, "34 33")]
    [InlineData(64, 64, "64")] // so many windows and more, whatever they take
    [InlineData(64, 65, "33 32")]
    [InlineData(64, 1000, "63 63 63 63 63 63 63 63 63 63 63 63 63 63 63 55")]
    [InlineData(79, 100, "50 50")]
    [InlineData(3, 1000, "500 500")]
    [InlineData(64, 4097, "64 64")]
    public void Wide_rows_are_cut_into_tiles_that_a_second_level_cache_holds(int channels, int windows, string tiles)
    {
        PixelBlocks blocks = PixelBlocks.Of(channels, windows, beside: 12, rows: 13, sizeof(float), FloatLanes, isNear: false);
        int last = windows - (blocks.Tiles - 1) * blocks.Windows;
        Assert.InRange(last, 1, blocks.Windows);
        Assert.StartsWith(tiles, string.Join(" ", Enumerable.Repeat(blocks.Windows, blocks.Tiles - 1).Append(last)));
        Assert.Equal((blocks.Windows + 12) * blocks.Most + FloatLanes, blocks.RowLength);
    }

    [Fact]
    public void Blocks_cover_all_channels_once_and_are_a_vector_or_more()
    {
        for (int channels = 1; channels < 700; channels++)
        {
            foreach (bool isNear in (bool[])[false, true])
            {
                PixelBlocks blocks = Of(channels, pixels: 20, isNear);
                int next = 0;
                for (int block = 0; block < blocks.Count; next += blocks.Channels(block), block++)
                {
                    Assert.Equal(next, blocks.Begin(block));
                    Assert.InRange(blocks.Channels(block), Math.Min(channels, FloatLanes), blocks.Most);
                }
                Assert.Equal(channels, next);
            }
        }
    }

    [Fact]
    public void Scratch_rows_hold_the_pixels_of_the_largest_block_and_a_vector_that_hangs_over()
    {
        PixelBlocks blocks = Of(100, pixels: 20, isNear: false);
        Assert.Equal((52, 20 * 52 + 16, 13 * (20 * 52 + 16) + 16), (blocks.Most, blocks.RowLength, blocks.Length));
        Assert.Equal(blocks.Length * sizeof(float), blocks.ScratchLength);
    }

    private static PixelBlocks Of(int channels, int pixels, bool isNear) => PixelBlocks.Of(channels, pixels - 12, beside: 12, rows: 13, sizeof(float), FloatLanes, isNear);

    private static string Blocks(PixelBlocks blocks) => string.Join(" ", Enumerable.Range(0, blocks.Count).Select(blocks.Channels));
}
