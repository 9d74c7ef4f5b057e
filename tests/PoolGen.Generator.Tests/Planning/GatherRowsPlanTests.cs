using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.GatherRows;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Whether the last vectors of rows may run on into the next row.</summary>
public sealed class GatherRowsPlanTests
{
    [Theory]
    [InlineData(TieRule.First, PoolingPass.BackwardTaps)]
    [InlineData(TieRule.Split, PoolingPass.BackwardWinners)]
    public void Records_let_rows_run_on(TieRule ties, object pass)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, 2, begin: 1, end: 1), ties));
        Assert.True(Assert.IsType<GatherRowsPlan>(plan[(PoolingPass)pass]).RunsOn);
    }

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, false)] // rows that no window covers are cleared where they are
    [InlineData(3, 2, false)] // windows of one plane would reach into the next
    public void Planes_are_joined_where_rows_of_windows_follow_each_other(int kernel, int stride, bool joined)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride), TieRule.First));
        Assert.Equal(joined, Assert.IsType<GatherRowsPlan>(plan[PoolingPass.BackwardTaps]).JoinsPlanes);
    }

    [Theory]
    [InlineData(2, 2, 0, DivisorKind.Taps, true)]
    [InlineData(3, 2, 0, DivisorKind.Taps, true)] // no window begins behind the columns that it is asked for
    [InlineData(3, 2, 1, DivisorKind.PaddedTaps, false)] // the next row's first window would give to this row's last column
    [InlineData(3, 2, 1, DivisorKind.Taps, false)] // shares differ at the ends of rows
    public void Without_records_rows_run_on_where_every_column_has_its_window(int kernel, int stride, int padding, object divisor, bool runsOn)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(Specs.Axis(kernel, stride, padding, padding), (DivisorKind)divisor));
        Assert.Equal(runsOn, Assert.IsType<GatherRowsPlan>(plan[PoolingPass.Backward]).RunsOn);
    }
}
