using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Groups of blocks that are converted together.</summary>
public sealed class BlockGroupTests
{
    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, 0, 1)]
    [InlineData(TensorLayout.ChannelsFirst, 0, 83)] // one group holds them
    [InlineData(TensorLayout.ChannelsFirst, 3, 87)]
    [InlineData(TensorLayout.ChannelsFirst, 100, 355)]
    [InlineData(TensorLayout.ChannelsFirst, 0, 2000)]
    [InlineData(TensorLayout.ChannelsLast, 1, 23)]
    public void Cover_a_share_in_order_and_evenly(TensorLayout layout, int begin, int end)
    {
        PoolingGeometry geometry = Planes(layout, batch: 25, channels: 80, extent: 7);
        int most = BlockGroups.Largest<float>(geometry).Blocks;
        var groups = BlockGroups.Of<float>(geometry, begin, end);
        int next = begin, least = int.MaxValue, greatest = 0;
        for (int number = 0; number < groups.Count; number++)
        {
            BlockGroup group = groups[number];
            int blocks = group.Geometry.Blocks;
            int elements = layout == TensorLayout.ChannelsFirst ? 49 : 80 * 49; // of a block's input, and as many of its output
            Assert.Equal((next, blocks * elements, blocks * elements), (group.First, group.Inputs, group.Outputs));
            Assert.Equal((next * elements, next * elements), (group.InputsBefore, group.OutputsBefore));
            next += blocks;
            (least, greatest) = (Math.Min(least, blocks), Math.Max(greatest, blocks));
        }
        Assert.Equal(end, next);
        Assert.InRange(least, 1, most);
        Assert.InRange(greatest, least, Math.Min(most, least + 1));
        Assert.Equal((end - begin + most - 1) / most, groups.Count);
    }

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, 4, 64, 7, 83)] // of 392 bytes, those read and those written
    [InlineData(TensorLayout.ChannelsFirst, 1, 64, 7, 64)] // there are no more
    [InlineData(TensorLayout.ChannelsFirst, 2, 3, 300, 1)]
    [InlineData(TensorLayout.ChannelsFirst, 0, 3, 7, 1)]
    [InlineData(TensorLayout.ChannelsLast, 64, 3, 14, 6)] // samples of 4704 bytes
    [InlineData(TensorLayout.ChannelsLast, 64, 256, 28, 1)]
    public void Are_as_many_blocks_as_32_KB_hold_but_one_at_least(TensorLayout layout, int batch, int channels, int extent, int blocks)
    {
        Assert.Equal(blocks, BlockGroups.Largest<float>(Planes(layout, batch, channels, extent)).Blocks);
    }

    private static PoolingGeometry Planes(TensorLayout layout, int batch, int channels, int extent)
    {
        var axis = new PoolingAxis(3, 1, 1, 1);
        return PoolingGeometry.Create(new PoolingShape(batch, channels, extent, extent), layout, axis, axis);
    }
}
