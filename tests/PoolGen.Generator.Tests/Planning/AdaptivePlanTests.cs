using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.AdaptiveWindows;
using PoolGen.Generator.Strategies.DeinterleavedRows;
using PoolGen.Generator.Strategies.GatherRows;
using PoolGen.Generator.Strategies.WholePlanes;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Decisions about adaptive windows, and what known extents leave to decide.</summary>
public sealed class AdaptivePlanTests
{
    [Theory]
    [InlineData(TensorLayout.ChannelsFirst)]
    [InlineData(TensorLayout.ChannelsLast)]
    public void Global_pooling_takes_whole_planes_and_nothing_else(TensorLayout layout)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(AxisSpec.Adaptive(1), layout: layout));
        Assert.All(plan.Passes, pass => Assert.Equal((null, 0, true), pass is WholePlanesPlan whole ? (whole.Otherwise, whole.Divisor, whole.Divides) : default));
    }

    [Fact]
    public void A_known_window_that_covers_its_plane_is_global()
    {
        AxisSpec seven = Specs.Axis(7, 7) with { InputExtent = 7 };
        Assert.Null(Assert.IsType<WholePlanesPlan>(KernelPlanner.Plan(Specs.Average(seven))[PoolingPass.Forward]).Otherwise);
        AxisSpec eight = Specs.Axis(7, 7) with { InputExtent = 8 };
        Assert.IsNotType<WholePlanesPlan>(KernelPlanner.Plan(Specs.Average(eight))[PoolingPass.Forward]);
    }

    [Theory]
    [InlineData(TieRule.First, TrainingForm.Taps, "int")]
    [InlineData(TieRule.Last, TrainingForm.Taps, "int")]
    [InlineData(TieRule.All, TrainingForm.Input, null)]
    [InlineData(TieRule.Split, TrainingForm.Input, null)]
    public void Adaptive_windows_have_any_number_of_taps(TieRule ties, object form, string? storage)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(AxisSpec.Adaptive(7), ties));
        Assert.Equal(new TrainingPlan((TrainingForm)form, storage), plan.Training);
        Assert.All(plan.Passes, pass => Assert.IsType<AdaptiveWindowsPlan>(pass));
    }

    [Theory]
    [InlineData(7, 56, 8, 8)]
    [InlineData(7, 50, 8, 7)] // each window shares a column with the next
    [InlineData(1, 13, 13, 13)]
    [InlineData(5, 5, 1, 1)]
    public void Adaptive_windows_that_are_alike_become_ordinary_ones(int outputs, int extent, int kernel, int stride)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(AxisSpec.Adaptive(outputs) with { InputExtent = extent }));
        Assert.Equal(Specs.Axis(kernel, stride) with { InputExtent = extent }, plan.Spec.Axes[1]);
        Assert.Equal(outputs, plan.Asked.Axes[1].OutputExtent);
    }

    [Theory]
    [InlineData(4, 10)]
    [InlineData(7, 5)] // more windows than elements
    [InlineData(5, 1)] // one element is no global pooling: it has several outputs
    public void Those_that_differ_stay_adaptive(int outputs, int extent)
    {
        AxisSpec axis = AxisSpec.Adaptive(outputs) with { InputExtent = extent };
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(axis));
        Assert.Equal(axis, plan.Spec.Axes[0]);
        Assert.IsType<AdaptiveWindowsPlan>(plan[PoolingPass.Forward]);
    }

    [Theory]
    [InlineData(4, 10, "0-3 2-5 5-8 7-10")]
    [InlineData(3, 2, "0-1 0-2 1-2")]
    [InlineData(5, 13, "0-3 2-6 5-8 7-11 10-13")]
    [InlineData(4, 50, "")] // too wide to go column by column
    [InlineData(7, 56, "")] // alike
    [InlineData(60, 45, "")] // too many
    public void Known_windows_that_differ_are_written_out(int outputs, int extent, string windows)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(AxisSpec.Adaptive(outputs) with { InputExtent = extent }));
        var forward = Assert.IsType<AdaptiveWindowsPlan>(plan[PoolingPass.Forward]);
        Assert.Equal(windows, string.Join(" ", forward.KnownColumns.Select(window => $"{window.First}-{window.End}")));
        Assert.Empty(Assert.IsType<AdaptiveWindowsPlan>(plan[PoolingPass.Backward]).KnownColumns);
    }

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst)]
    [InlineData(TensorLayout.ChannelsLast)]
    public void Adaptive_volumes_are_adaptive_windows_in_every_pass(TensorLayout layout)
    {
        AxisSpec axis = AxisSpec.Adaptive(7);
        foreach (TieRule ties in Enum.GetValues<TieRule>())
            Assert.All(KernelPlanner.Plan(Specs.WithDepth(Specs.Max(axis, ties, layout: layout), axis)).Passes, pass => Assert.True(Assert.IsType<AdaptiveWindowsPlan>(pass).CombinesRows));
        Assert.All(KernelPlanner.Plan(Specs.WithDepth(Specs.Average(axis, layout: layout), axis)).Passes, pass => Assert.IsType<AdaptiveWindowsPlan>(pass));
    }

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst)]
    [InlineData(TensorLayout.ChannelsLast)]
    public void A_global_volume_is_a_whole_plane(TensorLayout layout)
    {
        AxisSpec one = AxisSpec.Adaptive(1);
        Assert.All(KernelPlanner.Plan(Specs.WithDepth(Specs.Average(one, layout: layout), one)).Passes, pass => Assert.Null(Assert.IsType<WholePlanesPlan>(pass).Otherwise));
        KernelPlan max = KernelPlanner.Plan(Specs.WithDepth(Specs.Max(one, TieRule.First, layout: layout), one));
        Assert.IsType<WholePlanesPlan>(max[PoolingPass.Forward]);
        Assert.Equal(layout == TensorLayout.ChannelsFirst, max[PoolingPass.ForwardTaps] is WholePlanesPlan);
    }

    [Fact]
    public void A_volume_with_a_kernel_has_no_planes_of_one_window() =>
        Assert.IsNotType<WholePlanesPlan>(KernelPlanner.Plan(Specs.WithDepth(Specs.Average(Specs.Axis(4, 4)), Specs.Axis(4, 4)))[PoolingPass.Forward]);

    [Fact]
    public void Alike_windows_get_the_strategies_of_ordinary_ones()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(AxisSpec.Adaptive(28) with { InputExtent = 56 }, TieRule.First));
        Assert.IsType<DeinterleavedRowsPlan>(plan[PoolingPass.Forward]);
        Assert.IsType<GatherRowsPlan>(plan[PoolingPass.BackwardTaps]);
    }

    [Theory]
    [InlineData(3, 60, true)]
    [InlineData(7, 50, true)]
    [InlineData(14, 56, false)] // distance 4
    public void Known_tiles_that_lie_far_apart_are_taken_like_adaptive_windows(int outputs, int extent, bool isAdaptive)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(AxisSpec.Adaptive(outputs) with { InputExtent = extent }, TieRule.First));
        Assert.Equal(TrainingForm.Taps, plan.Training.Form);
        Assert.All(plan.Passes, pass => Assert.Equal(isAdaptive, pass is AdaptiveWindowsPlan));
    }

    [Fact]
    public void Known_windows_that_leave_something_out_are_tiles_for_gradients_only()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(Specs.Axis(8, 8) with { InputExtent = 57 }));
        Assert.IsNotType<AdaptiveWindowsPlan>(plan[PoolingPass.Forward]);
        Assert.True(Assert.IsType<AdaptiveWindowsPlan>(plan[PoolingPass.Backward]).LeavesRest);
    }

    [Theory]
    [InlineData(56, 3, 2, 1, AxisRounding.Floor, 1, 0)] // 28 windows, the last of 53 to 55
    [InlineData(57, 3, 2, 1, AxisRounding.Floor, 1, 1)]
    [InlineData(56, 2, 2, 0, AxisRounding.Ceiling, 0, 0)]
    [InlineData(57, 2, 2, 0, AxisRounding.Ceiling, 0, 1)]
    [InlineData(56, 3, 2, 0, AxisRounding.SameUpper, 0, 1)]
    [InlineData(56, 3, 2, 0, AxisRounding.SameLower, 1, 0)]
    [InlineData(57, 2, 3, 0, AxisRounding.SameUpper, 0, 0)]
    public void Known_extents_leave_the_padding_that_windows_reach(int extent, int kernel, int stride, int padding, object rounding, int begin, int end)
    {
        AxisSpec asked = Specs.Axis(kernel, stride, padding, padding, rounding: (AxisRounding)rounding) with { InputExtent = extent };
        AxisSpec known = KernelPlanner.Plan(Specs.Max(asked)).Spec.Axes[0];

        Assert.Equal(Specs.Axis(kernel, stride, begin, end) with { InputExtent = extent }, known);
        Assert.Equal(KnownExtents.CountOutputs(asked, extent), KnownExtents.CountOutputs(known, extent));
        Assert.Equal(begin + end > 0, known.Clips);
    }

    [Fact]
    public void What_hangs_over_declared_padding_is_none_to_a_divisor()
    {
        AxisSpec asked = Specs.Axis(3, 2, rounding: AxisRounding.Ceiling) with { InputExtent = 8 };
        Assert.Equal(asked, KernelPlanner.Plan(Specs.Average(asked, DivisorKind.PaddedTaps)).Spec.Axes[0]);
        Assert.Equal(Specs.Axis(3, 2, 0, 1) with { InputExtent = 8 }, KernelPlanner.Plan(Specs.Average(asked)).Spec.Axes[0]);
    }

    [Fact]
    public void Known_windows_are_those_of_every_extent()
    {
        foreach (AxisRounding rounding in Enum.GetValues<AxisRounding>())
        {
            for (int extent = 5; extent < 40; extent++)
            {
                foreach ((int kernel, int stride) in ((int, int)[])[(2, 2), (3, 2), (5, 3), (2, 4), (5, 1)])
                {
                    AxisSpec asked = Specs.Axis(kernel, stride, rounding is AxisRounding.Floor or AxisRounding.Ceiling ? 1 : 0, 0, rounding: rounding);
                    AxisSpec known = KernelPlanner.Plan(Specs.Max(asked with { InputExtent = extent })).Spec.Axes[0];
                    var (before, after) = (KnownExtents.Windows(asked, extent), KnownExtents.Windows(known, extent));
                    Assert.Equal(before.OutputExtent, after.OutputExtent);
                    for (int window = 0; window < before.OutputExtent; window++)
                    {
                        Assert.Equal(
                            (before.Start(window), before.Taps(window).First, before.Taps(window).End),
                            (after.Start(window), after.Taps(window).First, after.Taps(window).End));
                    }
                }
            }
        }
    }
}
