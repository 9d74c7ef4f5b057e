using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.AdaptiveWindows;
using PoolGen.Generator.Strategies.ComparedWindows;
using PoolGen.Generator.Strategies.Direct;
using PoolGen.Generator.Strategies.GatherPixels;
using PoolGen.Generator.Strategies.GatherRows;
using PoolGen.Generator.Strategies.ScatteredWinners;
using PoolGen.Generator.Strategies.SearchedWindows;
using PoolGen.Generator.Strategies.SummedRows;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Decisions as data: how gradients come from windows that no strategy gathers in order.</summary>
public sealed class GradientPlanTests
{
    [Fact]
    public void Gradients_of_volumes_are_summed_by_row()
    {
        AxisSpec axis = Specs.Axis(3, 2, 1, 1);
        KernelPlan average = KernelPlanner.Plan(Specs.WithDepth(Specs.Average(axis), axis));
        Assert.Equal((1, true), Assert.IsType<SummedRowsPlan>(average[PoolingPass.Backward]) is var plan ? (plan.Rows, plan.CountsTaps) : default);

        KernelPlan max = KernelPlanner.Plan(Specs.WithDepth(Specs.Max(axis, TieRule.First), axis));
        Assert.Equal((3, false), Assert.IsType<SummedRowsPlan>(max[PoolingPass.BackwardTaps]) is var taps ? (taps.Rows, taps.CountsTaps) : default);
        Assert.IsType<SummedRowsPlan>(KernelPlanner.Plan(Specs.WithDepth(Specs.Max(axis), axis))[PoolingPass.BackwardWinners]);
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(2, 1, true)]
    [InlineData(1, 5, false)]
    public void Gradients_of_volumes_are_summed_by_row_unless_windows_are_distant(int dilation, int stride, bool isSummed)
    {
        AxisSpec axis = Specs.Axis(3, stride, dilation: dilation);
        PassPlan plan = KernelPlanner.Plan(Specs.WithDepth(Specs.Average(axis), axis))[PoolingPass.Backward];
        Assert.Equal(isSummed, plan is SummedRowsPlan);
        Assert.Equal(!isSummed, plan is DirectPlan);
    }

    [Theory]
    [InlineData(3, 1, 2, typeof(SummedRowsPlan))]
    [InlineData(3, 2, 2, typeof(DirectPlan))] // two or three windows for each element
    [InlineData(4, 2, 1, typeof(GatherPixelsPlan))]
    public void Gradients_of_dilated_windows_over_channels_are_summed_by_row(int kernel, int stride, int dilation, Type plan) => Assert.IsType(
        plan, KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, dilation: dilation), TieRule.First, layout: TensorLayout.ChannelsLast))[PoolingPass.BackwardTaps]);

    [Theory]
    [InlineData(3, 1, 2, typeof(SummedRowsPlan))] // dilated
    [InlineData(4, 2, 1, typeof(GatherRowsPlan))]
    [InlineData(5, 2, 1, typeof(ScatteredWinnersPlan))] // of many taps
    [InlineData(32, 1, 1, typeof(ScatteredWinnersPlan))] // too many for bits of columns
    [InlineData(3, 2, 2, typeof(ScatteredWinnersPlan))]
    [InlineData(6, 5, 1, typeof(ScatteredWinnersPlan))]
    [InlineData(7, 7, 1, typeof(ScatteredWinnersPlan))]
    public void Gradients_of_planes_are_gathered_summed_or_scattered(int kernel, int stride, int dilation, Type plan) =>
        Assert.IsType(plan, KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, dilation: dilation), TieRule.First))[PoolingPass.BackwardTaps]);

    /// <summary>From bits, the winners of planes in which windows have one are looked up, and others gathered.</summary>
    [Theory]
    [InlineData(5, 2, 1, typeof(GatherRowsPlan), int.MaxValue)]
    [InlineData(4, 2, 1, typeof(GatherRowsPlan), null)]
    [InlineData(5, 4, 2, typeof(ScatteredWinnersPlan), null)] // dilated: not gathered
    public void Windows_of_many_taps_are_looked_up_if_they_have_one_winner(int kernel, int stride, int dilation, Type plan, int? most)
    {
        PassPlan backward = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, dilation: dilation)))[PoolingPass.BackwardWinners];
        Assert.IsType(plan, backward);
        Assert.Equal(most, backward.Scattering?.Most);
    }

    [Theory]
    [InlineData(6, 32, 8)] // too far for columns
    [InlineData(8, 40, 8)]
    [InlineData(6, 17, null)]
    [InlineData(6, 6, null)] // a vector holds all columns of some windows
    [InlineData(9, 20, null)]
    [InlineData(6, 5, null)] // windows that overlap
    public void Winners_that_no_record_holds_are_searched_where_windows_lie_apart(int kernel, int stride, int? lanes)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride)));
        Assert.Equal(lanes, plan.Passes.OfType<SearchedWindowsPlan>().SingleOrDefault()?.Lanes);
        Assert.Equal(lanes is null, plan.Training.Form == TrainingForm.Columns);
    }

    [Theory]
    [InlineData(32, 2, 1, TieRule.All, TensorLayout.ChannelsFirst, true)]
    [InlineData(36, 1, 1, TieRule.All, TensorLayout.ChannelsFirst, true)]
    [InlineData(39, 4, 1, TieRule.Split, TensorLayout.ChannelsFirst, true)]
    [InlineData(39, 5, 1, TieRule.All, TensorLayout.ChannelsFirst, false)] // rows are taken apart by up to 4 places in a stride
    [InlineData(39, 5, 1, TieRule.All, TensorLayout.ChannelsLast, true)]
    [InlineData(36, 2, 2, TieRule.All, TensorLayout.ChannelsLast, false)] // dilated
    [InlineData(36, 2, 2, TieRule.All, TensorLayout.ChannelsFirst, false)]
    [InlineData(60, 2, 1, TieRule.All, TensorLayout.ChannelsFirst, false)] // too many columns to write out
    [InlineData(60, 2, 1, TieRule.All, TensorLayout.ChannelsLast, false)]
    [InlineData(58, 2, 1, TieRule.All, TensorLayout.ChannelsLast, true)]
    public void Winners_that_no_record_holds_are_compared_with_the_extremes_of_their_windows(
        int kernel, int stride, int dilation, TieRule ties, TensorLayout layout, bool compared)
    {
        PassPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, dilation: dilation), ties, layout: layout))[PoolingPass.Backward];
        Assert.Equal(compared, plan is ComparedWindowsPlan);
        if (plan is ComparedWindowsPlan comparison)
            Assert.Equal(ties == TieRule.Split, comparison.Splits);
        Assert.InRange(plan.LaneCalls, 0, PassPlan.LaneCallBudget);
    }

    [Theory]
    [InlineData(DivisorKind.Taps, null, true, true)]
    [InlineData(DivisorKind.Taps, 30, true, true)]
    [InlineData(DivisorKind.Taps, 28, true, false)]
    [InlineData(DivisorKind.Fixed, 28, false, false)] // shares there follow from the taps
    public void Gradients_of_distant_tiles_are_spread_over_their_rows(object divisor, int? extent, bool spreads, bool leavesRest)
    {
        AxisSpec axis = Specs.Axis(7, 7) with { InputExtent = extent };
        PassPlan backward = KernelPlanner.Plan(Specs.Average(axis, (DivisorKind)divisor))[PoolingPass.Backward];
        var plan = Specs.OfManyWindows(backward) as AdaptiveWindowsPlan;
        Assert.Equal((spreads, leavesRest), (plan is not null, plan is { LeavesRest: true }));
    }

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(1, 2, 2, 1)]
    [InlineData(2, 3, 3, 2)]
    [InlineData(2, 4, 2, 1)]
    public void The_next_window_with_a_tap_on_an_element_follows_from_stride_and_dilation(int stride, int dilation, int windows, int taps)
    {
        AxisSpec axis = Specs.Axis(3, stride, dilation: dilation);
        Assert.Equal((windows, taps), (axis.WindowStep, axis.TapStep));
    }
}
