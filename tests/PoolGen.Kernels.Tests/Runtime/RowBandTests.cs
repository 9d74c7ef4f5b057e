using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>A block in bands is the block: every window has the same taps in its band, at the same place.</summary>
public sealed class RowBandTests
{
    [Fact]
    public void Windows_of_a_band_are_the_windows_of_the_block()
    {
        var random = new Random(1);
        for (int i = 0; i < 3000; i++)
        {
            int kernel = random.Next(1, 8), dilation = random.Next(1, 4), effective = dilation * (kernel - 1) + 1;
            var axis = new PoolingAxis(
                kernel, random.Next(1, 6), random.Next(effective), random.Next(effective), dilation, random.Next(2) == 0 ? AxisRounding.Floor : AxisRounding.Ceiling);
            AxisGeometry whole;
            try
            {
                whole = PoolingGeometry.Create(new PoolingShape(1, 1, random.Next(1, 60)), TensorLayout.ChannelsFirst, axis).Width;
            }
            catch (ArgumentException)
            {
                continue;
            }
            int first = random.Next(whole.OutputExtent), count = random.Next(1, whole.OutputExtent - first + 1);
            (AxisGeometry band, int before, int skipped) = whole.OfWindows(first, count);
            Assert.True(skipped + count <= band.OutputExtent, $"{axis}: {count} windows of {band.OutputExtent}, {skipped} skipped");
            Assert.True(band.InputExtent >= 1 && before + band.InputExtent <= whole.InputExtent);
            Assert.Equal((whole.PaddingBegin, whole.PaddingEnd), (band.PaddingBegin, band.PaddingEnd));
            for (int window = 0; window < count; window++)
            {
                Assert.Equal(whole.Taps(first + window), band.Taps(skipped + window));
                Assert.Equal(whole.Start(first + window), band.Start(skipped + window) + before);
            }
        }
    }

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, 1, 1000, 700)]
    [InlineData(TensorLayout.ChannelsLast, 48, 200, 90)]
    public void Bands_cover_a_block_in_order(TensorLayout layout, int channels, int height, int width)
    {
        var axis = new PoolingAxis(3, 2, 1, 1);
        PoolingGeometry block = PoolingGeometry.Create(new PoolingShape(1, channels, height, width), layout, axis, axis);
        RowBands bands = RowBands.Of<float>(block, divides: true);
        Assert.True(bands.Count > 3, $"{bands.Count} bands");
        int rows = 0;
        for (int band = 0; band < bands.Count; band++)
        {
            Assert.Equal((nint)(block.OutputShape.ElementCount / block.Height.OutputExtent * rows), bands[band].OutputsBefore);
            rows += bands[band].Rows;
        }
        Assert.Equal(block.Height.OutputExtent, rows);
        Assert.Equal(1, RowBands.Of<float>(block, divides: false).Count);
    }

    [Fact]
    public void Bands_of_volumes_are_slices()
    {
        var axis = new PoolingAxis(3, 2, 1, 1);
        PoolingGeometry block = PoolingGeometry.Create(new PoolingShape(1, 1, 60, 100, 90), TensorLayout.ChannelsFirst, axis, axis, axis);
        RowBands bands = RowBands.Of<float>(block, divides: true);
        Assert.True(bands.Count > 2, $"{bands.Count} bands");
        int rows = 0;
        for (int number = 0; number < bands.Count; number++)
        {
            RowBand band = bands[number];
            Assert.Equal((100, 90), (band.Geometry.InputShape.Height, band.Geometry.InputShape.Width));
            Assert.Equal((0, 0), (band.Rows % block.Height.OutputExtent, band.FirstRow % block.Height.OutputExtent));
            Assert.Equal(rows * (nint)block.Width.OutputExtent, band.OutputsBefore);
            Assert.True(band.FirstRow + band.Rows <= band.Geometry.Depth.OutputExtent * band.Geometry.Height.OutputExtent);
            rows += band.Rows;
        }
        Assert.Equal(block.Depth.OutputExtent * block.Height.OutputExtent, rows);
    }

    /// <summary>Where windows follow from the extent, those of a part would be others.</summary>
    [Theory]
    [InlineData(999, 1)]
    [InlineData(1000, 3)] // 100 windows of 10: ordinary ones
    public void Adaptive_windows_that_differ_are_one_band(int height, int least)
    {
        PoolingGeometry block = PoolingGeometry.Create(
            new PoolingShape(1, 1, height, 700), TensorLayout.ChannelsFirst, PoolingAxis.Adaptive(100), PoolingAxis.Adaptive(7));
        int bands = RowBands.Of<float>(block, divides: true).Count;
        Assert.True(least == 1 ? bands == 1 : bands >= least, $"{bands} bands");
    }
}
