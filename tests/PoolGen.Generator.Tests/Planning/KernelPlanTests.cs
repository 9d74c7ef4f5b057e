using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.DeinterleavedRows;
using PoolGen.Generator.Strategies.Direct;
using PoolGen.Generator.Strategies.GatherRows;
using PoolGen.Generator.Strategies.RollingStrips;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Decisions as data: what is chosen for which configuration.</summary>
public sealed class KernelPlanTests
{
    [Theory]
    [InlineData(TieRule.First, 3, TrainingForm.Taps, "byte")]
    [InlineData(TieRule.Last, 3, TrainingForm.Taps, "byte")]
    [InlineData(TieRule.All, 2, TrainingForm.Winners, "byte")]
    [InlineData(TieRule.Split, 3, TrainingForm.Winners, "ushort")]
    [InlineData(TieRule.All, 5, TrainingForm.Winners, "int")]
    [InlineData(TieRule.All, 6, TrainingForm.Input, null)]
    public void A_tap_number_serves_one_winner_and_bits_serve_many(TieRule ties, int kernel, object form, string? storage)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride: 2), ties));
        Assert.Equal(new TrainingPlan((TrainingForm)form, storage), plan.Training);
        Assert.Equal((TrainingForm)form == TrainingForm.Input, plan.BackwardReadsInput);
    }

    [Theory]
    [InlineData(15, 17, "byte")] // 255 taps: 0 to 254, and 255 is "no tap"
    [InlineData(16, 16, "ushort")]
    [InlineData(255, 257, "ushort")]
    [InlineData(256, 256, "int")]
    public void A_tap_number_is_stored_in_the_narrowest_type(int height, int width, string storage)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(height, height), Specs.Axis(width, width), TieRule.First));
        Assert.Equal(storage, plan.Training.Storage);
    }

    [Fact]
    public void An_average_works_from_the_gradient_alone()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(Specs.Axis(2, 2)));
        Assert.Equal(new TrainingPlan(TrainingForm.GradientOnly, null), plan.Training);
        Assert.Equal([PoolingPass.Forward, PoolingPass.Backward], plan.Passes.Select(pass => pass.Pass));
    }

    [Fact]
    public void A_norm_is_planned_as_a_sum_and_works_from_the_input()
    {
        PoolingSpec sum = Specs.Average(Specs.Axis(3)) with { Kind = PoolingKind.Sum, Divisor = new(DivisorKind.Fixed, 1) };
        KernelPlan norm = KernelPlanner.Plan(sum with { Kind = PoolingKind.Lp, Norm = 3 });
        Assert.Equal(KernelPlanner.Plan(sum).Passes, norm.Passes);
        Assert.Equal(new TrainingPlan(TrainingForm.Input, null), norm.Training);
        Assert.True(norm.BackwardReadsInput);
    }

    [Fact]
    public void A_maximum_has_every_pass_that_its_members_call()
    {
        Assert.Equal(
            [PoolingPass.Forward, PoolingPass.ForwardTaps, PoolingPass.BackwardTaps],
            KernelPlanner.Plan(Specs.Max(Specs.Axis(3, stride: 2), TieRule.First)).Passes.Select(pass => pass.Pass));
        Assert.Equal(
            [PoolingPass.Forward, PoolingPass.ForwardTaps, PoolingPass.ForwardWinners, PoolingPass.BackwardWinners],
            KernelPlanner.Plan(Specs.Max(Specs.Axis(3, stride: 2))).Passes.Select(pass => pass.Pass));
        Assert.Equal(
            [PoolingPass.Forward, PoolingPass.ForwardSeparable, PoolingPass.BackwardSeparable],
            KernelPlanner.Plan(Specs.Max(Specs.Axis(3))).Passes.Select(pass => pass.Pass));
        Assert.Equal(
            [PoolingPass.Forward, PoolingPass.ForwardTaps, PoolingPass.Backward],
            KernelPlanner.Plan(Specs.Max(Specs.Axis(6, stride: 2))).Passes.Select(pass => pass.Pass));
    }

    [Fact]
    public void Neighbouring_windows_are_swept_in_rolling_strips()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, begin: 1, end: 1)));
        var forward = Assert.IsType<RollingStripsPlan>(plan[PoolingPass.Forward]);
        Assert.Equal((new SweepAxis(3, 1, 1), new SweepAxis(3, 1, 1), false, StripScale.None, 0), (forward.Height, forward.Width, forward.OverGradient, forward.Scale, forward.Divisor));
        Assert.Equal(["Ends", "Inner4", "Inner2", "Inner1", "Narrow"], forward.Groups.Select(group => group.Name));
    }

    [Fact]
    public void The_gradient_of_an_average_is_swept_from_the_other_side()
    {
        AxisSpec axis = Specs.Axis(5, begin: 1, end: 2);
        var backward = Assert.IsType<RollingStripsPlan>(KernelPlanner.Plan(Specs.Average(axis, DivisorKind.PaddedTaps))[PoolingPass.Backward]);
        Assert.Equal((new SweepAxis(5, 3, 2), new SweepAxis(5, 3, 2), true, StripScale.Constant, 25), (backward.Height, backward.Width, backward.OverGradient, backward.Scale, backward.Divisor));
    }

    [Fact]
    public void Divisors_that_differ_between_windows_are_counted()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(Specs.Axis(3, begin: 1, end: 1)));
        Assert.Equal(StripScale.TapCount, Assert.IsType<RollingStripsPlan>(plan[PoolingPass.Forward]).Scale);
        Assert.IsType<GatherRowsPlan>(plan[PoolingPass.Backward]);
    }

    [Theory]
    [InlineData(3, 1)] // distance 3
    [InlineData(1, 2)] // dilated
    public void What_no_other_strategy_serves_is_direct(int stride, int dilation)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, stride, dilation: dilation)));
        Assert.IsType<DirectPlan>(plan[PoolingPass.Forward]);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Every_second_window_is_taken_from_combined_rows(int kernel, bool carries)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride: 2)));
        Assert.Equal(carries, Assert.IsType<DeinterleavedRowsPlan>(plan[PoolingPass.Forward]).Carries);
    }

    [Theory]
    [InlineData(3, WindowUnroll.Whole)]
    [InlineData(7, WindowUnroll.Whole)]
    [InlineData(8, WindowUnroll.Columns)]
    [InlineData(50, WindowUnroll.Columns)]
    [InlineData(51, WindowUnroll.None)]
    public void Windows_are_written_out_up_to_a_budget(int kernel, object unroll)
    {
        PassPlan forward = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, kernel), layout: TensorLayout.ChannelsLast))[PoolingPass.Forward];
        Assert.Equal((WindowUnroll)unroll, Assert.IsType<DirectPlan>(forward).Unroll);
    }

    [Fact]
    public void Every_configuration_has_a_plan_within_the_budget_of_lane_calls()
    {
        int plans = 0;
        foreach (PoolingSpec spec in Specs.Product())
        {
            KernelPlan plan = KernelPlanner.Plan(spec);
            Assert.All(plan.Passes, pass => Assert.True(pass.LaneCalls <= PassPlan.LaneCallBudget, $"{pass.LaneCalls} lane calls: {PlanDescriber.Configuration(spec)}, {pass.Pass}"));
            plans++;
        }
        Assert.True(plans > 1000, $"only {plans} configurations");
    }

    [Fact]
    public void Equal_specs_have_equal_plans()
    {
        foreach (PoolingSpec spec in Specs.Product().Take(200))
        {
            PoolingSpec copy = spec with { Axes = new(spec.Axes.Select(axis => axis with { })) };
            Assert.Equal(KernelPlanner.Plan(spec), KernelPlanner.Plan(copy));
        }
    }
}
