using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.DeinterleavedRows;
using PoolGen.Generator.Strategies.Direct;
using PoolGen.Generator.Strategies.FarPixels;
using PoolGen.Generator.Strategies.GatherPixels;
using PoolGen.Generator.Strategies.GatherRows;
using PoolGen.Generator.Strategies.GatherStrips;
using PoolGen.Generator.Strategies.PixelWindows;
using PoolGen.Generator.Strategies.LargeWindows;
using PoolGen.Generator.Strategies.RollingPixels;
using PoolGen.Generator.Strategies.RollingStrips;
using PoolGen.Generator.Strategies.SeparableRows;
using PoolGen.Generator.Strategies.StackedRows;
using PoolGen.Generator.Strategies.WholePlanes;

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
    [InlineData(TieRule.All, 6, TrainingForm.Columns, "byte")]
    [InlineData(TieRule.All, 32, TrainingForm.Input, null)]
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
        const int Distance = 300; // too far for columns
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(height, Distance), Specs.Axis(width, Distance), TieRule.First));
        Assert.Equal(new TrainingPlan(TrainingForm.Taps, storage), plan.Training);
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
        Assert.Equal(KernelPlanner.Plan(sum).Passes.Select(AsComputed), norm.Passes.Select(AsComputed));
        Assert.Equal(new TrainingPlan(TrainingForm.Input, null), norm.Training);
        Assert.True(norm.BackwardReadsInput);

        static PassPlan AsComputed(PassPlan pass) => pass.OfOneUnit() with { Computation = null };
    }

    [Fact]
    public void Sweeps_take_narrow_planes_in_pairs_but_where_they_are_handed_one_plane_at_a_time()
    {
        foreach (PassPlan sweep in KernelPlanner.Plan(Specs.Average(Specs.Axis(3, 1, 1, 1))).Passes)
        {
            Assert.Equal("PairedPlanes", Assert.IsType<RollingStripsPlan>(sweep).RunBy);
            Assert.Null(sweep.OfOneUnit().RunBy);
        }
    }

    [Fact]
    public void A_maximum_has_every_pass_that_its_members_call()
    {
        Assert.Equal(
            [PoolingPass.Forward, PoolingPass.ForwardTaps, PoolingPass.BackwardTaps],
            KernelPlanner.Plan(Specs.Max(Specs.Axis(3, stride: 2), TieRule.First)).Passes.Select(pass => pass.Pass));
        Assert.Equal(
            [PoolingPass.Forward, PoolingPass.ForwardWinners, PoolingPass.BackwardWinners],
            KernelPlanner.Plan(Specs.Max(Specs.Axis(3, stride: 2))).Passes.Select(pass => pass.Pass));
        Assert.Equal(
            [PoolingPass.Forward, PoolingPass.ForwardSeparable, PoolingPass.BackwardSeparable],
            KernelPlanner.Plan(Specs.Max(Specs.Axis(3))).Passes.Select(pass => pass.Pass));
        Assert.Equal(
            [PoolingPass.Forward, PoolingPass.ForwardColumns, PoolingPass.BackwardColumns],
            KernelPlanner.Plan(Specs.Max(Specs.Axis(6, stride: 2))).Passes.Select(pass => pass.Pass));
        Assert.Equal(
            [PoolingPass.Forward, PoolingPass.ForwardTaps, PoolingPass.Backward],
            KernelPlanner.Plan(Specs.Max(Specs.Axis(32, stride: 2))).Passes.Select(pass => pass.Pass));
    }

    [Theory]
    [InlineData(TieRule.First, 3, TrainingForm.Taps, "byte")]
    [InlineData(TieRule.First, 7, TrainingForm.Taps, "ushort")]
    [InlineData(TieRule.All, 2, TrainingForm.Winners, "byte")]
    [InlineData(TieRule.All, 3, TrainingForm.Winners, "int")]
    [InlineData(TieRule.Split, 4, TrainingForm.Input, null)]
    public void Winners_of_volumes_are_recorded_by_tap(TieRule ties, int kernel, object form, string? storage)
    {
        AxisSpec axis = Specs.Axis(kernel);
        Assert.Equal(new TrainingPlan((TrainingForm)form, storage), KernelPlanner.Plan(Specs.WithDepth(Specs.Max(axis, ties), axis)).Training);
    }

    [Theory]
    [InlineData(3, 1, true)] // three slices once a row and three rows once a window, instead of nine rows a window
    [InlineData(3, 2, false)]
    [InlineData(2, 2, false)]
    [InlineData(5, 2, true)]
    public void Forward_passes_of_volumes_stack_rows(int kernel, int stride, bool sharesRows)
    {
        AxisSpec axis = Specs.Axis(kernel, stride);
        foreach (TensorLayout layout in Enum.GetValues<TensorLayout>().Where(layout => kernel > stride || layout == TensorLayout.ChannelsFirst))
        {
            KernelPlan plan = KernelPlanner.Plan(Specs.WithDepth(Specs.Max(axis, TieRule.First, layout: layout), axis));
            Assert.All(
                [PoolingPass.Forward, PoolingPass.ForwardTaps],
                pass => Assert.Equal(sharesRows, Assert.IsType<StackedRowsPlan>(plan[pass]).SharesRows));
        }
    }

    [Fact]
    public void Channels_of_volumes_whose_windows_share_little_are_pooled_window_by_window()
    {
        AxisSpec apart = Specs.Axis(2, 2), shared = Specs.Axis(3, 2);
        KernelPlan plan = KernelPlanner.Plan(Specs.WithDepth(Specs.Average(apart, layout: TensorLayout.ChannelsLast), apart));
        Assert.All(plan.Passes, pass => Assert.IsType<DirectPlan>(pass));
        plan = KernelPlanner.Plan(Specs.WithDepth(Specs.Average(shared, layout: TensorLayout.ChannelsLast), shared));
        Assert.IsType<StackedRowsPlan>(plan[PoolingPass.Forward]);
        Assert.IsType<DirectPlan>(plan[PoolingPass.Backward]);
    }

    [Fact]
    public void Volumes_that_stacked_rows_do_not_serve_are_served_window_by_window()
    {
        AxisSpec axis = Specs.Axis(2, 2);
        Assert.IsType<DirectPlan>(KernelPlanner.Plan(Specs.WithDepth(Specs.Average(axis), Specs.Axis(17)))[PoolingPass.Forward]);
        Assert.IsType<DirectPlan>(KernelPlanner.Plan(Specs.WithDepth(Specs.Max(axis, Specs.Axis(2, 5)), axis))[PoolingPass.Forward]);
        AxisSpec shared = Specs.Axis(3, 2);
        Assert.IsType<StackedRowsPlan>(KernelPlanner.Plan(Specs.WithDepth(Specs.Max(shared, Specs.Axis(2, 5), layout: TensorLayout.ChannelsLast), shared))[PoolingPass.Forward]);
    }

    [Theory]
    [InlineData(DivisorKind.Taps, AxisRounding.Floor, WindowDivision.Shares)]
    [InlineData(DivisorKind.Taps, AxisRounding.Ceiling, WindowDivision.Shares)]
    [InlineData(DivisorKind.PaddedTaps, AxisRounding.Floor, WindowDivision.Uniform)] // no window leaves the padding
    [InlineData(DivisorKind.PaddedTaps, AxisRounding.Ceiling, WindowDivision.Counts)]
    [InlineData(DivisorKind.Fixed, AxisRounding.Ceiling, WindowDivision.Uniform)]
    public void Windows_are_divided_alike_by_their_shares_or_by_the_product_of_counts(object divisor, object rounding, object division)
    {
        AxisSpec axis = Specs.Axis(3, 2, 1, 1, rounding: (AxisRounding)rounding), large = Specs.Axis(13, 2, 6, 6, rounding: (AxisRounding)rounding);
        PoolingSpec plane = Specs.Average(axis, (DivisorKind)divisor);
        Assert.Equal(division, Assert.IsType<StackedRowsPlan>(KernelPlanner.Plan(Specs.WithDepth(plane, axis))[PoolingPass.Forward]).Division);
        Assert.Equal(division, Assert.IsType<DeinterleavedRowsPlan>(KernelPlanner.Plan(plane)[PoolingPass.Forward]).Division);
        Assert.Equal(division, Assert.IsType<LargeWindowsPlan>(KernelPlanner.Plan(Specs.Average(large, (DivisorKind)divisor))[PoolingPass.Forward]).Division);
    }

    [Fact]
    public void Gradients_are_multiplied_with_shares_and_maxima_are_not_divided()
    {
        PoolingSpec counted = Specs.Average(Specs.Axis(3, 2, 1, 1, rounding: AxisRounding.Ceiling), DivisorKind.PaddedTaps);
        ReductionPlan sum = KernelPlanner.Plan(counted).Reduction;
        Assert.Equal((WindowDivision.Counts, WindowDivision.Shares), (WindowDivisions.OfOutput(counted, sum), WindowDivisions.OfGradient(counted, sum)));
        PoolingSpec whole = Specs.Average(Specs.Axis(3, 2)), maximum = Specs.Max(Specs.Axis(3, 1, 1, 1));
        Assert.Equal(WindowDivision.Uniform, WindowDivisions.OfOutput(whole, sum));
        Assert.Equal(WindowDivision.Uniform, WindowDivisions.OfOutput(maximum, KernelPlanner.Plan(maximum).Reduction));
    }

    [Fact]
    public void Strategies_for_planes_are_not_asked_about_volumes()
    {
        AxisSpec axis = Specs.Axis(4, 4);
        KernelPlan plan = KernelPlanner.Plan(Specs.WithDepth(Specs.Average(axis), axis));
        Assert.DoesNotContain(plan.Passes, pass => pass is WholePlanesPlan or DeinterleavedRowsPlan or GatherRowsPlan or GatherStripsPlan);
    }

    [Fact]
    public void Neighbouring_windows_are_swept_in_rolling_strips()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, begin: 1, end: 1)));
        var forward = Assert.IsType<RollingStripsPlan>(plan[PoolingPass.Forward]);
        Assert.Equal((new SweepAxis(3, 1, 1), new SweepAxis(3, 1, 1), false, StripScale.None, 0), (forward.Height, forward.Width, forward.OverGradient, forward.Scale, forward.Divisor));
        Assert.Equal([2, 3, 4], forward.Groups);
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
        var backward = Assert.IsType<RollingStripsPlan>(plan[PoolingPass.Backward]);
        Assert.Equal((StripScale.TapCount, true, (2, 2)), (backward.Scale, backward.OverGradient, backward.Margin));
    }

    [Theory]
    [InlineData(4, 0, TensorLayout.ChannelsFirst, true)]
    [InlineData(7, 0, TensorLayout.ChannelsLast, true)]
    [InlineData(3, 0, TensorLayout.ChannelsFirst, false)] // too few taps
    [InlineData(7, 1, TensorLayout.ChannelsFirst, false)] // padded: several windows, or a clipped one
    public void A_window_may_cover_its_plane(int kernel, int padding, TensorLayout layout, bool mayCover)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(Specs.Axis(kernel, begin: padding, end: padding), layout: layout));
        Assert.All(plan.Passes, pass => Assert.Equal(mayCover, pass is WholePlanesPlan { Otherwise: not WholePlanesPlan, Otherwise.KernelSuffix: "Windows" }));
    }

    [Fact]
    public void A_kernel_tells_the_size_of_planes_that_it_covers()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(Specs.Axis(7)));
        Assert.Equal(49, Assert.IsType<WholePlanesPlan>(plan[PoolingPass.Forward]).Small.Size);
    }

    [Fact]
    public void What_no_other_strategy_serves_is_direct()
    {
        KernelPlan apart = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, 5))); // most columns lie between windows
        Assert.IsType<DirectPlan>(apart[PoolingPass.Forward]);
        KernelPlan row = KernelPlanner.Plan(Specs.Max(Specs.Axis(3)) with { Axes = new([Specs.Axis(1), Specs.Axis(3, dilation: 2)]) }); // no rows to combine
        Assert.IsType<DirectPlan>(row[PoolingPass.Forward]);
    }

    [Theory]
    [InlineData(3, 1, 2, false)] // dilated
    [InlineData(6, 5, 1, true)] // the columns of windows at distance 5 do not come from whole vectors
    [InlineData(7, 6, 1, true)]
    public void Rows_are_stacked_where_planes_have_no_strategy_of_their_own(int kernel, int stride, int dilation, bool loadsColumns)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, dilation: dilation), TieRule.First));
        Assert.Equal(loadsColumns, Assert.IsType<StackedRowsPlan>(Specs.OfManyWindows(plan[PoolingPass.ForwardTaps])).LoadsColumns);
    }

    [Theory]
    [InlineData(2, 1, "4 2 1", true)]
    [InlineData(3, 1, "4 2 1", true)]
    [InlineData(5, 1, "2 1", true)]
    [InlineData(3, 2, "4 2 1", false)]
    [InlineData(9, 3, "2 1", false)]
    [InlineData(4, 4, "4 1", false)]
    public void Channels_roll_along_the_row_in_groups(int kernel, int stride, string groups, bool hasRuns)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, begin: 1, end: 1), layout: TensorLayout.ChannelsLast));
        var forward = Assert.IsType<RollingPixelsPlan>(plan[PoolingPass.Forward]);
        Assert.Equal((new PixelAxis(kernel, stride), hasRuns, stride == 1, PixelScale.None, 0), (forward.Height, forward.HasRuns, forward.PairsRows, forward.Scale, forward.Divisor));
        Assert.Equal(groups, string.Join(" ", forward.Groups));
        Assert.Equal(groups == "4 2 1" ? 3 : 2, forward.LeastGroup); // a group with a vector twice is faster than smaller ones
        Assert.Equal(kernel <= stride, forward.WalksPixels); // nothing to keep along the row
        Assert.Equal((true, true, false), (forward.ClipsRows, forward.ReplacesRows, forward.HasClippedRow));
        Assert.Empty(forward.ClippedGroups);
    }

    [Theory]
    [InlineData(1, "4 1")] // two rows at once, in both directions
    [InlineData(2, "4 2 1")]
    public void Sums_have_clipped_rows_apart_since_each_tap_counts_once(int stride, string groups)
    {
        PoolingSpec spec = Specs.Average(Specs.Axis(3, stride, begin: 1, end: 1), layout: TensorLayout.ChannelsLast);
        var forward = Assert.IsType<RollingPixelsPlan>(KernelPlanner.Plan(spec)[PoolingPass.Forward]);
        Assert.Equal((groups, false, true), (string.Join(" ", forward.Groups), forward.ReplacesRows, forward.HasClippedRow));
        Assert.Equal(forward.Groups, forward.ClippedGroups);
    }

    [Fact]
    public void Whole_planes_of_channels_are_combined_by_vectors_or_by_pixels()
    {
        PoolingSpec average = Specs.Average(Specs.Axis(7), layout: TensorLayout.ChannelsLast);
        var sums = Assert.IsType<WholePlanesPlan>(KernelPlanner.Plan(average)[PoolingPass.Forward]);
        Assert.Equal([16, 4], sums.Vectors);
        Assert.Equal((4, 8), (sums.PixelsApart, sums.PixelsTogether));
    }

    [Theory]
    [InlineData(3, 2, true)]
    [InlineData(2, 2, false)] // each row is held by one row of windows at most
    [InlineData(2, 3, false)]
    public void Gathered_rows_have_a_border_where_rows_of_windows_overlap(int kernel, int stride, bool hasBorder)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(Specs.Axis(kernel, stride), layout: TensorLayout.ChannelsLast));
        Assert.Equal(hasBorder, Assert.IsType<GatherPixelsPlan>(plan[PoolingPass.Backward]).HasBorder);
    }

    [Fact]
    public void Pixels_of_wide_windows_roll_one_by_one()
    {
        var forward = Assert.IsType<RollingPixelsPlan>(
            KernelPlanner.Plan(Specs.Max(Specs.Axis(3, begin: 1), Specs.Axis(9, begin: 1), layout: TensorLayout.ChannelsLast))[PoolingPass.Forward]);
        Assert.Equal("1", string.Join(" ", forward.Groups)); // eight columns of two rows are kept
        Assert.Equal((1, false), (forward.LeastGroup, forward.HasRuns)); // 27 taps: too many to take each
    }

    [Theory]
    [InlineData(5, 1, 1, typeof(RollingPixelsPlan))]
    [InlineData(6, 1, 1, typeof(LargeWindowsPlan))]
    [InlineData(6, 2, 1, typeof(RollingPixelsPlan))]
    [InlineData(10, 2, 1, typeof(SeparableRowsPlan))]
    [InlineData(10, 9, 1, typeof(SeparableRowsPlan))]
    [InlineData(10, 10, 1, typeof(DirectPlan))] // windows share no column
    [InlineData(3, 1, 2, typeof(StackedRowsPlan))] // dilated
    [InlineData(3, 2, 2, typeof(StackedRowsPlan))]
    [InlineData(3, 3, 2, typeof(DirectPlan))] // more columns between windows than in them
    [InlineData(2, 1, 2, typeof(DirectPlan))] // two rows and two columns are as many as four taps
    public void Large_windows_over_channels_are_separated(int kernel, int stride, int dilation, Type strategy)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, begin: 1, dilation: dilation), layout: TensorLayout.ChannelsLast));
        Assert.IsType(strategy, plan[PoolingPass.Forward]);
    }

    [Theory]
    [InlineData(3, 1, typeof(RollingPixelsPlan))]
    [InlineData(12, 1, typeof(SeparableRowsPlan))]
    [InlineData(3, 2, typeof(GatherPixelsPlan))]
    public void The_gradient_of_an_average_over_channels_is_swept_where_windows_are_neighbours(int kernel, int stride, Type strategy)
    {
        PoolingSpec spec = Specs.Average(Specs.Axis(kernel, stride, begin: 1, end: 1), layout: TensorLayout.ChannelsLast);
        Assert.IsType(strategy, KernelPlanner.Plan(spec)[PoolingPass.Backward]);
    }

    [Fact]
    public void Divisors_that_differ_scale_results_forward_and_sources_backward()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Average(Specs.Axis(3, begin: 1, end: 1), layout: TensorLayout.ChannelsLast));
        var forward = Assert.IsType<RollingPixelsPlan>(plan[PoolingPass.Forward]);
        var backward = Assert.IsType<RollingPixelsPlan>(plan[PoolingPass.Backward]);
        Assert.Equal((true, false, "Count", 9), (forward.CountsResults, forward.CountsSources, forward.Counted, forward.Divisor));
        Assert.Equal((false, true, "Count", 9), (backward.CountsResults, backward.CountsSources, backward.Counted, backward.Divisor));
    }

    [Fact]
    public void Windows_that_are_never_clipped_need_no_code_for_it()
    {
        var forward = Assert.IsType<RollingPixelsPlan>(KernelPlanner.Plan(Specs.Max(Specs.Axis(2, 2), layout: TensorLayout.ChannelsLast))[PoolingPass.Forward]);
        Assert.Equal((false, false), (forward.ClipsRows, forward.ClipsColumns));
        Assert.Empty(forward.ClippedGroups);
    }

    [Theory]
    [InlineData(2, 2, "0:0:0 1:1:0")]
    [InlineData(3, 2, "0:1:1 1:0:0 2:1:0")] // the first column is the last of the windows before
    [InlineData(5, 2, "0:1:2 1:0:1 2:1:1 3:0:0 4:1:0")]
    [InlineData(2, 3, "0:0:0 1:1:0")]
    [InlineData(4, 4, "0:0:0 1:1:0 2:2:0 3:3:0")]
    public void Windows_that_lie_apart_are_taken_from_combined_rows(int kernel, int stride, string columns)
    {
        PassPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride)))[PoolingPass.Forward];
        var forward = Assert.IsType<DeinterleavedRowsPlan>(Specs.OfManyWindows(plan));
        Assert.Equal(columns, string.Join(' ', forward.Columns.Select(column => $"{column.Tap}:{column.Phase}:{column.Shift}")));
    }

    [Theory]
    [InlineData(TieRule.First, PoolingPass.ForwardTaps, WinnerRecord.FirstTap)]
    [InlineData(TieRule.Last, PoolingPass.ForwardTaps, WinnerRecord.LastTap)]
    [InlineData(TieRule.All, PoolingPass.ForwardWinners, WinnerRecord.Bits)]
    public void Training_notes_winners_from_the_same_rows(TieRule ties, object pass, object record)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, 2, begin: 1, end: 1), ties));
        Assert.Equal((WinnerRecord)record, Assert.IsType<DeinterleavedRowsPlan>(plan[(PoolingPass)pass]).Record);
    }

    [Theory]
    [InlineData(3, TieRule.All, PoolingPass.Forward, true)]
    [InlineData(3, TieRule.All, PoolingPass.ForwardWinners, true)]
    [InlineData(5, TieRule.First, PoolingPass.ForwardTaps, false)] // twice is more than the budget
    public void Vectors_that_need_no_mask_have_a_loop_of_their_own_within_the_budget(int kernel, TieRule ties, object pass, bool hasWholeLoop)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, 2), ties));
        PassPlan forward = Specs.OfManyWindows(plan[(PoolingPass)pass]);
        Assert.Equal(hasWholeLoop, Assert.IsType<DeinterleavedRowsPlan>(forward).HasWholeLoop);
    }

    [Theory]
    [InlineData(2, 2, false)]
    [InlineData(3, 2, false)]
    [InlineData(4, 4, true)] // four rows are more than a method's budget
    public void Gradients_of_windows_that_lie_apart_are_written_in_order(int kernel, int stride, bool rowsApart)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride), TieRule.First));
        Assert.Equal(rowsApart, Assert.IsType<GatherRowsPlan>(plan[PoolingPass.BackwardTaps]).RowsApart);
    }

    [Theory]
    [InlineData(3, WindowUnroll.Whole)]
    [InlineData(7, WindowUnroll.Whole)]
    [InlineData(8, WindowUnroll.Columns)]
    [InlineData(49, WindowUnroll.Columns)]
    [InlineData(50, WindowUnroll.None)]
    public void Windows_are_written_out_up_to_a_budget(int kernel, object unroll)
    {
        PassPlan forward = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, kernel, dilation: 2), layout: TensorLayout.ChannelsLast))[PoolingPass.Forward];
        Assert.Equal((WindowUnroll)unroll, Assert.IsType<DirectPlan>(forward).Unroll);
    }

    [Theory]
    [InlineData(TieRule.First, PoolingPass.ForwardTaps, 4, true)]
    [InlineData(TieRule.All, PoolingPass.ForwardWinners, 4, true)]
    [InlineData(TieRule.First, PoolingPass.ForwardTaps, 32, false)] // too many to keep
    public void Small_windows_are_taken_for_numbers_first(TieRule ties, object pass, int kernel, bool checksNumbers)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride: kernel, dilation: 2), ties, layout: TensorLayout.ChannelsLast));
        Assert.Equal(checksNumbers, Assert.IsType<DirectPlan>(plan[(PoolingPass)pass]).ChecksNumbers);
    }

    [Theory]
    [InlineData(2, 1, true)] // no column is missing, but the divisors at the ends are others
    [InlineData(3, 1, true)]
    [InlineData(1, 0, false)]
    public void Strips_over_a_gradient_have_ends_where_divisors_differ(int kernel, int padding, bool hasEnds) => Assert.Equal(
        hasEnds,
        Assert.IsType<RollingStripsPlan>(KernelPlanner.Plan(Specs.Average(Specs.Axis(kernel, begin: padding, end: padding)))[PoolingPass.Backward]).HasEnds);

    [Theory]
    [InlineData(TieRule.First, PoolingPass.ForwardTaps, 3, 2, 2)]
    [InlineData(TieRule.Last, PoolingPass.ForwardTaps, 4, 2, 2)]
    [InlineData(TieRule.Split, PoolingPass.ForwardWinners, 3, 2, 2)]
    [InlineData(TieRule.First, PoolingPass.ForwardTaps, 2, 2, 1)] // no row is shared
    [InlineData(TieRule.All, PoolingPass.ForwardWinners, 3, 4, 1)]
    [InlineData(TieRule.All, PoolingPass.ForwardColumns, 5, 2, 0)] // 25 taps
    public void Small_windows_train_in_the_order_of_pixels_and_those_that_share_rows_in_pairs(TieRule ties, object pass, int kernel, int stride, int windowRows)
    {
        PassPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, begin: 1, end: 1), ties, layout: TensorLayout.ChannelsLast))[(PoolingPass)pass];
        Assert.Equal(windowRows, plan is PixelWindowsPlan { WindowRows: var rows } ? rows : 0);
        if (plan is PixelWindowsPlan { Otherwise: var otherwise })
            Assert.False(Assert.IsType<DirectPlan>(otherwise).ChecksNumbers); // it serves what is not only numbers
    }

    [Theory]
    [InlineData(3, 2, 5, 1)]
    [InlineData(4, 3, 7, 1)]
    [InlineData(2, 2, 2, 0)]
    [InlineData(2, 3, 2, 0)]
    public void Rows_of_taps_and_shared_columns_follow_from_kernel_and_stride(int kernel, int stride, int tapRows, int sharedColumns)
    {
        AxisSpec axis = Specs.Axis(kernel, stride);
        var plan = Assert.IsType<PixelWindowsPlan>(KernelPlanner.Plan(Specs.Max(axis, TieRule.First, layout: TensorLayout.ChannelsLast))[PoolingPass.ForwardTaps]);
        Assert.Equal((tapRows, sharedColumns), (plan.TapRows(axis), PixelWindowsPlan.SharedColumns(axis)));
        Assert.Equal(PrefetchPlan.FromMemory, plan.Prefetch);
    }

    [Fact]
    public void Every_configuration_has_a_plan_within_the_budget_of_lane_calls()
    {
        int plans = 0;
        foreach (PoolingSpec spec in Specs.Product())
        {
            KernelPlan plan = KernelPlanner.Plan(spec);
            Assert.All(plan.Passes.SelectMany(pass => (PassPlan[])[pass, pass.Widened ?? pass]), pass => Assert.True(pass.LaneCalls <= PassPlan.LaneCallBudget, $"{pass.LaneCalls} lane calls: {PlanDescriber.Configuration(spec)}, {pass.Pass}"));
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
