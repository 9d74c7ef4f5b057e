using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Which vector a row is cut into strips for, by its width, by how far windows reach over its ends and by the machine: the choices that were measured.</summary>
public sealed class StripWidthTests
{
    // Rows of 17 to 24: two strips of 512 bits or three of 256.
    [Theory]
    [InlineData(20, 2, false, 16)]
    [InlineData(20, 2, true, 8)]
    [InlineData(20, 1, false, 8)]
    [InlineData(20, 1, true, 8)]
    [InlineData(24, 2, false, 16)]
    [InlineData(28, 1, true, 16)]
    [InlineData(40, 1, true, 16)]
    [InlineData(112, 1, false, 16)]
    public void The_fewest_steps(int width, int reach, bool splitsWidest, int lanes) => Assert.Equal(lanes, StripWidth.Extent(width, reach, sizeof(float), splitsWidest));

    // Rows that fill no vector of 512 bits: whole strips of narrower vectors, where windows leave them room.
    [Theory]
    [InlineData(16, 1, 8)]
    [InlineData(14, 1, 8)]
    [InlineData(14, 2, 8)]
    [InlineData(10, 2, 8)]
    [InlineData(7, 1, 4)]
    [InlineData(6, 2, 4)]
    public void Whole_strips_before_one_that_is_clipped(int width, int reach, int lanes) =>
        Assert.All(new[] { false, true }, splits => Assert.Equal(lanes, StripWidth.Extent(width, reach, sizeof(float), splits)));

    [Theory]
    [InlineData(9, 2, false, 16)] // two strips of 8 leave no room for the windows' reach; three of 4 take longer
    [InlineData(17, 2, false, 8)]
    [InlineData(5, 2, false, 8)]
    [InlineData(3, 1, false, 4)]
    [InlineData(1, 0, false, 4)]
    public void Strips_at_the_ends_have_room_for_what_windows_reach_over(int width, int reach, bool splitsWidest, int lanes) =>
        Assert.Equal(lanes, StripWidth.Extent(width, reach, sizeof(float), splitsWidest));

    [Theory]
    [InlineData(sizeof(double), 12, 2, 8)]
    [InlineData(sizeof(double), 7, 1, 4)]
    [InlineData(sizeof(byte), 96, 1, 32)]
    [InlineData(sizeof(byte), 96, 2, 64)]
    public void By_lanes_not_by_elements(int size, int width, int reach, int lanes) => Assert.Equal(lanes, StripWidth.Extent(width, reach, size, splitsWidest: false));

    [Fact]
    public void Any_row() => Assert.All(new[] { 0, 1, 5, int.MaxValue }, width => Assert.InRange(StripWidth.Extent<float>(width, reach: 1), 4, 16));
}
