using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.GatherRows;
using PoolGen.Generator.Strategies.GatherStrips;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which vectors the rows of a gathered gradient have, and whether the last may run on into the next row.</summary>
public sealed class GatherRowsPlanTests
{
    [Theory]
    [InlineData(TieRule.First, PoolingPass.BackwardTaps)]
    [InlineData(TieRule.Split, PoolingPass.BackwardWinners)]
    public void Records_let_rows_run_on(TieRule ties, object pass)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, 2, begin: 1, end: 1), ties));
        Assert.True(Assert.IsType<GatherRowsPlan>(plan[(PoolingPass)pass]).Vectors.RunsOn);
    }

    [Theory]
    [InlineData(2, 2, PlaneOrder.Together)]
    [InlineData(2, 3, PlaneOrder.OneByOne)] // rows that no window covers are cleared where they are
    [InlineData(3, 2, PlaneOrder.Joined)] // with rows left over, a plane begins with rows of other windows
    [InlineData(4, 4, PlaneOrder.OneByOne)] // a step is too long for a method
    public void Planes_are_joined_where_rows_of_windows_follow_each_other(int kernel, int stride, object order)
    {
        var plan = Assert.IsType<GatherRowsPlan>(KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride), TieRule.First))[PoolingPass.BackwardTaps]);
        Assert.Equal((PlaneOrder)order, plan.Planes);
    }

    [Theory]
    [InlineData(2, PlaneOrder.Together)]
    [InlineData(3, PlaneOrder.OneByOne)] // a window gives to every tap in the input: those of the next plane would be among them
    public void Without_records_planes_are_joined_where_windows_do_not_overlap(int kernel, object order)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(Specs.Axis(kernel, 2), DivisorKind.Taps));
        Assert.Equal((PlaneOrder)order, Assert.IsType<GatherRowsPlan>(plan[PoolingPass.Backward]).Planes);
    }

    [Theory]
    [InlineData(2, 2, 0, AxisRounding.Floor, "")]
    [InlineData(2, 2, 0, AxisRounding.Ceiling, "01")] // the last window hangs over
    [InlineData(2, 3, 0, AxisRounding.Floor, "2")] // behind the last window
    [InlineData(3, 2, 0, AxisRounding.Floor, "01")] // the last step has the row that ends the windows of the one before
    [InlineData(3, 3, 1, AxisRounding.Floor, "012")]
    public void Rows_that_a_step_may_lack_are_asked_for(int kernel, int stride, int padding, object rounding, string missing)
    {
        AxisSpec axis = Specs.Axis(kernel, stride, padding, padding, rounding: (AxisRounding)rounding);
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(axis, Specs.Axis(2, 2), TieRule.First));
        Assert.Equal(missing, string.Concat(Assert.IsType<GatherRowsPlan>(plan[PoolingPass.BackwardTaps]).MissingRows));
    }

    [Theory]
    [InlineData(2, 2, 0, DivisorKind.Taps, true)]
    [InlineData(3, 2, 0, DivisorKind.Taps, true)] // no window begins behind the columns that it is asked for
    [InlineData(3, 2, 1, DivisorKind.PaddedTaps, false)] // the next row's first window would give to this row's last column
    [InlineData(3, 2, 1, DivisorKind.Taps, false)] // shares differ at the ends of rows
    public void Without_records_rows_run_on_where_every_column_has_its_window(int kernel, int stride, int padding, object divisor, bool runsOn)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(Specs.Axis(kernel, stride, padding, padding), (DivisorKind)divisor));
        Assert.Equal(runsOn, Assert.IsType<GatherRowsPlan>(plan[PoolingPass.Backward]).Vectors.RunsOn);
    }

    [Theory]
    [InlineData(2, 2, 0, 0, AxisRounding.Floor, true)]
    [InlineData(2, 3, 0, 0, AxisRounding.Floor, true)]
    [InlineData(3, 2, 1, 0, AxisRounding.Floor, true)]
    [InlineData(1, 2, 0, 0, AxisRounding.Floor, false)] // the window of a run is its first column
    [InlineData(3, 2, 1, 1, AxisRounding.Floor, false)] // another window would end one column behind the padding
    [InlineData(2, 2, 0, 0, AxisRounding.Ceiling, false)] // no column is left over
    [InlineData(3, 2, 0, 0, AxisRounding.Floor, false)] // the last window reaches the run behind its own
    public void Columns_behind_the_windows_are_cleared_where_there_may_be_some(int kernel, int stride, int begin, int end, object rounding, bool left)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(kernel, stride, begin, end) with { Rounding = (AxisRounding)rounding }, TieRule.First);
        Assert.Equal(left, Assert.IsType<GatherRowsPlan>(KernelPlanner.Plan(spec)[PoolingPass.BackwardTaps]).Vectors.LeavesColumns);
    }

    [Theory]
    [InlineData(2, 2, 0, 0, AxisRounding.Floor, true)]
    [InlineData(3, 2, 1, 1, AxisRounding.Floor, true)]
    [InlineData(3, 3, 0, 0, AxisRounding.Ceiling, true)]
    [InlineData(3, 2, 0, 0, AxisRounding.Floor, true)]
    [InlineData(3, 2, 0, 0, AxisRounding.Ceiling, true)]
    [InlineData(5, 2, 0, 0, AxisRounding.Floor, false)] // a row's first run has no two windows before its own
    [InlineData(4, 2, 1, 0, AxisRounding.Floor, false)] // there may be two runs without a window of their own or the next
    [InlineData(4, 2, 3, 3, AxisRounding.Floor, false)] // runs reach the window behind the next one's
    public void A_row_has_one_vector_at_its_end_where_one_run_at_most_lacks_a_window(
        int kernel, int stride, int begin, int end, object rounding, bool once)
    {
        AxisSpec columns = Specs.Axis(kernel, stride, begin, end) with { Rounding = (AxisRounding)rounding };
        PoolingSpec spec = Specs.Max(Specs.Axis(3, stride), columns, TieRule.First);
        Assert.Equal(once, Assert.IsType<GatherRowsPlan>(KernelPlanner.Plan(spec)[PoolingPass.BackwardTaps]).Vectors.EndsOnce);
    }

    [Theory]
    [InlineData(3, 2, 0, true)]
    [InlineData(3, 2, 1, false)] // no window begins before its run
    [InlineData(5, 2, 0, false)] // two do
    public void The_window_before_comes_from_the_vector_before(int kernel, int stride, int padding, bool carried)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, stride), Specs.Axis(kernel, stride, padding, padding), TieRule.First));
        var backward = Assert.IsType<GatherRowsPlan>(plan[PoolingPass.BackwardTaps]);
        Assert.Equal(carried, backward.Vectors.CarriesWindow);
        Assert.Equal(carried, backward.Vectors.SharesMasks); // of a row's only vector with windows outside
    }

    [Theory]
    [InlineData(2, 1, false, true)]
    [InlineData(1, 2, true, true)]
    [InlineData(1, 2, false, false)] // strips keep sums from row to row
    [InlineData(1, 3, false, true)] // they would store single elements
    public void Rows_are_in_order_where_memory_gains_more_than_rows_of_windows_cost(int rowStride, int columnStride, bool max, bool inOrder)
    {
        PoolingSpec spec = max ? Specs.Max(Specs.Axis(3), TieRule.First) : Specs.Average(Specs.Axis(3));
        KernelPlan plan = KernelPlanner.Plan(spec with { Axes = new([Specs.Axis(3, rowStride), Specs.Axis(3, columnStride)]) });
        PassPlan backward = plan[max ? PoolingPass.BackwardTaps : PoolingPass.Backward];
        Assert.Equal(inOrder ? typeof(GatherRowsPlan) : typeof(GatherStripsPlan), backward.GetType());
    }
}
