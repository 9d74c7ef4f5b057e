using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Groups of blocks that are converted together.</summary>
public sealed class BlockGroupTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(0, 7, 7)]
    [InlineData(3, 20, 5)]
    [InlineData(5, 6, 100)]
    [InlineData(0, 101, 10)]
    [InlineData(int.MaxValue - 1000, int.MaxValue, 3)]
    public void Cover_a_share_in_order_and_evenly(int begin, int end, int most)
    {
        var groups = new BlockGroups(begin, end, most);
        int next = begin, least = int.MaxValue, greatest = 0;
        for (int group = 0; group < groups.Count; group++)
        {
            (int first, int blocks) = groups[group];
            Assert.Equal(next, first);
            next += blocks;
            (least, greatest) = (Math.Min(least, blocks), Math.Max(greatest, blocks));
        }
        Assert.Equal(end, next);
        Assert.InRange(least, 1, most);
        Assert.InRange(greatest, least, Math.Min(most, least + 1));
    }

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, 4, 64, 7, 83)] // of 392 bytes, those read and those written
    [InlineData(TensorLayout.ChannelsFirst, 1, 64, 7, 64)] // there are no more
    [InlineData(TensorLayout.ChannelsFirst, 2, 3, 300, 1)]
    [InlineData(TensorLayout.ChannelsLast, 64, 3, 14, 6)] // samples of 4704 bytes
    [InlineData(TensorLayout.ChannelsLast, 64, 256, 28, 1)]
    public void Are_as_many_blocks_as_32_KB_hold_but_one_at_least(TensorLayout layout, int batch, int channels, int extent, int blocks)
    {
        var axis = new PoolingAxis(3, 1, 1, 1);
        PoolingGeometry geometry = PoolingGeometry.Create(new PoolingShape(batch, channels, extent, extent), layout, axis, axis);
        Assert.Equal(blocks, BlockGroups.Most<float>(geometry));
    }
}
