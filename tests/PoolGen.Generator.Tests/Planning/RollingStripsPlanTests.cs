using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.RollingStrips;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which strips take their taps for numbers, and how they learn of those that are not.</summary>
public sealed class RollingStripsPlanTests
{
    [Fact]
    public void Extremes_are_taken_for_numbers_unless_NaN_is_expected()
    {
        Assert.True(Forward(Specs.Max(Specs.Axis(3))).ChecksForNaN);
        Assert.False(Forward(Specs.Max(Specs.Axis(3)) with { NaN = NaNRule.Ignore }).ChecksForNaN);
        Assert.False(Forward(Specs.Average(Specs.Axis(3))).ChecksForNaN);
        Assert.False(Forward(Specs.Max(Specs.Axis(3)) with { Element = ElementType.Single with { HasNaN = false } }).ChecksForNaN);
    }

    [Theory]
    [InlineData(3, 1, 1, "0 2 1", false)]
    [InlineData(3, 0, 0, "1 2 0", true)]
    [InlineData(5, 2, 2, "0 1 3 4 2", false)]
    [InlineData(5, 1, 0, "0 2 3 4 1", true)]
    [InlineData(3, 2, 2, "0 1 2", false)] // reaches over more than half of its columns
    public void The_first_tap_inside_the_row_comes_last(int kernel, int begin, int end, string order, bool leavesColumns)
    {
        RollingStripsPlan plan = Forward(Specs.Max(Specs.Axis(kernel, begin: begin, end: end)));
        Assert.Equal(order, string.Join(" ", plan.Order(0, kernel)));
        Assert.Equal((leavesColumns, !leavesColumns), (plan.LeavesLastColumns, plan.NarrowChecksForNaN));
    }

    [Fact]
    public void Sums_keep_the_order_of_taps() => Assert.Equal([0, 1, 2], Forward(Specs.Average(Specs.Axis(3, begin: 1, end: 1))).Order(0, 3));

    [Theory]
    [InlineData(3, 0, 0, 2)] // the columns beside a strip
    [InlineData(5, 2, 2, 4)]
    [InlineData(3, 2, 2, 4)] // the strips at both ends
    public void Strips_have_as_many_lanes_as_windows_reach_beside_them(int kernel, int begin, int end, int lanes) =>
        Assert.Equal(lanes, Forward(Specs.Max(Specs.Axis(kernel, begin: begin, end: end))).LeastLanes);

    private static RollingStripsPlan Forward(PoolingSpec spec) => Assert.IsType<RollingStripsPlan>(KernelPlanner.Plan(spec)[PoolingPass.Forward]);
}
