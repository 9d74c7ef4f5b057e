using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.DeinterleavedRows;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which planes are taken for the rows of one, and where what comes before a row is called for.</summary>
public sealed class DeinterleavedRowsPlanTests
{
    [Theory]
    [InlineData(2, 2, 0, true)]
    [InlineData(2, 3, 0, true)] // rows between windows are passed over
    [InlineData(3, 2, 0, false)] // windows of one plane would reach into the next
    [InlineData(3, 3, 1, false)] // rows outside the plane are asked for
    public void Planes_are_joined_where_no_window_leaves_its_own(int kernel, int stride, int padding, bool joined)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, padding, padding), TieRule.First));
        Assert.Equal(joined, Assert.IsType<DeinterleavedRowsPlan>(plan[PoolingPass.Forward]).JoinsPlanes);
    }

    [Theory]
    [InlineData(2, 2, 0, AxisRounding.Floor, true)]
    [InlineData(2, 2, 0, AxisRounding.Ceiling, true)] // a window that hangs over leaves a row over
    [InlineData(1, 2, 0, AxisRounding.Floor, true)]
    [InlineData(3, 2, 0, AxisRounding.Floor, false)] // windows of one plane would reach into the next
    [InlineData(3, 2, 0, AxisRounding.Ceiling, false)]
    [InlineData(3, 2, 1, AxisRounding.Floor, false)] // rows outside the plane are asked for
    public void Two_rows_of_a_vector_are_neighbours_where_no_window_leaves_a_plane_without_rows_left_over(
        int kernel, int stride, int padding, object rounding, bool neighbours)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, padding, padding, rounding: (AxisRounding)rounding), TieRule.First));
        var forward = Assert.IsType<DeinterleavedRowsPlan>(plan[PoolingPass.Forward]);
        Assert.Equal((true, neighbours), (forward.PairsRows, forward.PairsNeighbours));
    }

    [Fact]
    public void A_divisor_that_counts_taps_asks_for_the_row_in_its_plane()
    {
        PoolingSpec row = Specs.Average(Specs.Axis(2, 2)) with { Axes = new([Specs.Axis(1), Specs.Axis(3, 2, 1, 1)]) };
        Assert.False(Assert.IsType<DeinterleavedRowsPlan>(KernelPlanner.Plan(row)[PoolingPass.Forward]).JoinsPlanes);
        Assert.True(Assert.IsType<DeinterleavedRowsPlan>(KernelPlanner.Plan(row with { Divisor = new(DivisorKind.Fixed, 4) })[PoolingPass.Forward]).JoinsPlanes);
    }

    [Theory]
    [InlineData(3, 1, false)]
    [InlineData(5, 2, false)]
    [InlineData(7, 3, false)] // three of five are padding
    [InlineData(7, 0, true)] // five columns of seven rows before a row's first vector are more than the rest of a method
    public void Columns_before_a_row_come_from_calls_where_there_are_many(int kernel, int padding, bool called)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(kernel, 2, padding, padding), TieRule.First);
        DeinterleavedRowsPlan training = Assert.IsType<DeinterleavedRowsPlan>(DeinterleavedRowsPlanner.Plan(spec, ReductionPlan.For(spec), PoolingPass.ForwardTaps));
        Assert.Equal(called, training.CallsColumns);
        Assert.True(training.LaneCalls <= PassPlan.LaneCallBudget);
    }

    [Theory]
    [InlineData(3, 2, 1, 1, AxisRounding.Floor, true)]
    [InlineData(3, 2, 0, 1, AxisRounding.Floor, true)]
    [InlineData(3, 2, 0, 0, AxisRounding.Ceiling, true)]
    [InlineData(5, 2, 2, 2, AxisRounding.Floor, true)]
    [InlineData(3, 2, 0, 0, AxisRounding.Floor, false)] // no window reaches beyond
    [InlineData(5, 2, 1, 1, AxisRounding.Ceiling, false)] // the window before the last may too
    [InlineData(5, 2, 2, 3, AxisRounding.Floor, false)]
    [InlineData(3, 2, 2, 1, AxisRounding.Floor, false)] // a row's first vector is masked as well
    [InlineData(3, 2, 0, 0, AxisRounding.SameUpper, false)]
    public void What_lies_behind_a_row_is_replaced_where_only_its_last_vector_reaches_there(
        int kernel, int stride, int begin, int end, object rounding, bool replaced)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(kernel, stride, begin, end) with { Rounding = (AxisRounding)rounding }, TieRule.First);
        Assert.Equal(replaced, Assert.IsType<DeinterleavedRowsPlan>(KernelPlanner.Plan(spec)[PoolingPass.Forward]).ReplacesOverhang);
    }

    [Theory]
    [InlineData(2, 2, 0, 0, AxisRounding.Floor, true)]
    [InlineData(3, 2, 1, 1, AxisRounding.Floor, true)]
    [InlineData(3, 2, 1, 0, AxisRounding.Floor, true)]
    [InlineData(3, 2, 0, 0, AxisRounding.Ceiling, true)]
    [InlineData(5, 2, 1, 1, AxisRounding.Ceiling, false)] // the two last may reach beyond
    [InlineData(2, 2, 1, 1, AxisRounding.Floor, false)] // a row's first vector is masked as well
    [InlineData(3, 2, 0, 0, AxisRounding.SameUpper, false)]
    public void A_row_has_one_vector_that_needs_masks_where_only_its_last_windows_may_reach_beyond(
        int kernel, int stride, int begin, int end, object rounding, bool once)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(kernel, stride, begin, end) with { Rounding = (AxisRounding)rounding }, TieRule.First);
        Assert.Equal(once, Assert.IsType<DeinterleavedRowsPlan>(KernelPlanner.Plan(spec)[PoolingPass.Forward]).EndsOnce);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(5, false)]
    public void Three_kinds_of_vectors_are_printed_where_a_method_holds_them(int kernel, bool held)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, 2, begin: kernel / 2, end: kernel / 2), TieRule.First));
        var training = Assert.IsType<DeinterleavedRowsPlan>(plan[PoolingPass.ForwardTaps]);
        Assert.Equal(held, training.ReplacesOverhang);
        Assert.True(training.LaneCalls <= PassPlan.LaneCallBudget);
    }

    [Theory]
    [InlineData(5, 2, 2, "TTFFF")]
    [InlineData(5, 2, 1, "TFFFF")]
    [InlineData(3, 2, 1, "TFF")]
    [InlineData(3, 3, 1, "FFF")] // nothing comes before a vector's own columns
    public void Columns_before_a_row_that_are_padding_are_not_looked_up(int kernel, int stride, int padding, string outside)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, padding, padding), TieRule.First));
        Assert.Equal(outside, string.Concat(Assert.IsType<DeinterleavedRowsPlan>(plan[PoolingPass.Forward]).Columns.Select(column => column.BeginsOutside ? 'T' : 'F')));
    }

    [Theory]
    [InlineData(2, 2, 0, 0, AxisRounding.Floor, true)]
    [InlineData(1, 2, 0, 0, AxisRounding.Floor, true)]
    [InlineData(2, 3, 0, 0, AxisRounding.Floor, false)] // three vectors of columns
    [InlineData(3, 2, 0, 0, AxisRounding.Floor, true)] // one column comes before a vector's own, the first of the row
    [InlineData(3, 2, 1, 1, AxisRounding.Floor, true)] // or it is padding
    [InlineData(5, 2, 2, 2, AxisRounding.Floor, true)]
    [InlineData(5, 2, 1, 1, AxisRounding.Floor, false)] // two such columns lie in the input
    [InlineData(2, 2, 1, 1, AxisRounding.Floor, false)] // a row's first vector would begin before the row
    [InlineData(2, 2, 0, 0, AxisRounding.Ceiling, true)]
    [InlineData(3, 2, 0, 0, AxisRounding.SameUpper, false)] // how many columns are padding depends on the shape
    public void Two_rows_make_a_vector_where_at_most_a_first_column_comes_before_their_own(int kernel, int stride, int begin, int end, object rounding, bool paired)
    {
        AxisSpec axis = Specs.Axis(kernel, stride, begin, end, rounding: (AxisRounding)rounding);
        foreach (TieRule ties in (TieRule[])[TieRule.First, TieRule.Last, TieRule.All])
        {
            KernelPlan plan = KernelPlanner.Plan(Specs.Max(axis, ties));
            foreach (PoolingPass pass in (PoolingPass[])[PoolingPass.Forward, ties == TieRule.All ? PoolingPass.ForwardWinners : PoolingPass.ForwardTaps])
            {
                var forward = Assert.IsType<DeinterleavedRowsPlan>(plan[pass]);
                Assert.Equal((paired && forward.HasWholeLoop, paired && forward.HasWholeLoop ? "PairedRows" : null), (forward.PairsRows, forward.RunBy));
                Assert.True(forward.HasWholeLoop || kernel > 3); // text for whole vectors is what large windows have no room for
            }
        }
    }

    [Fact]
    public void Two_rows_of_padded_windows_are_maxima_only_whose_rows_outside_are_replaced()
    {
        PoolingSpec mean = Specs.Average(Specs.Axis(3, 2, 1, 1)) with { Divisor = new(DivisorKind.Fixed, 9) };
        Assert.False(Assert.IsType<DeinterleavedRowsPlan>(KernelPlanner.Plan(mean)[PoolingPass.Forward]).PairsRows);
        Assert.True(Assert.IsType<DeinterleavedRowsPlan>(KernelPlanner.Plan(Specs.Average(Specs.Axis(3, 2)))[PoolingPass.Forward]).PairsRows);
    }

    [Fact]
    public void Means_are_paired_where_all_windows_have_one_divisor()
    {
        Assert.True(Assert.IsType<DeinterleavedRowsPlan>(KernelPlanner.Plan(Specs.Average(Specs.Axis(2, 2)))[PoolingPass.Forward]).PairsRows);
        Assert.False(Assert.IsType<DeinterleavedRowsPlan>(KernelPlanner.Plan(Specs.Average(Specs.Axis(2, 2, rounding: AxisRounding.Ceiling)))[PoolingPass.Forward]).PairsRows);
    }
}
