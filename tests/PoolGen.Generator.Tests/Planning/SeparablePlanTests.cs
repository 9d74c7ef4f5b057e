using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.SeparablePixels;
using PoolGen.Generator.Strategies.SeparableStrips;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Decisions about neighbouring windows, whose winners are told by rows and columns.</summary>
public sealed class SeparablePlanTests
{
    [Theory]
    [InlineData(2, 2, "byte")]
    [InlineData(4, 4, "byte")]
    [InlineData(4, 5, "ushort")]
    [InlineData(8, 8, "ushort")]
    [InlineData(13, 13, "int")]
    [InlineData(15, 16, "int")]
    public void A_record_has_a_bit_for_each_row_and_column(int height, int width, string storage)
    {
        foreach (TieRule ties in Enum.GetValues<TieRule>())
        {
            KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(height), Specs.Axis(width), ties));
            Assert.Equal(new TrainingPlan(TrainingForm.Separable, storage), plan.Training);
            Assert.False(plan.BackwardReadsInput);
        }
    }

    [Theory]
    [InlineData(32, 2, 1, 1)] // more bits than an integer has
    [InlineData(1, 7, 1, 1)] // a row alone
    [InlineData(3, 3, 2, 1)] // distance 2
    [InlineData(3, 3, 1, 2)] // dilated
    public void What_shares_no_rows_or_does_not_fit_has_other_records(int height, int width, int stride, int dilation)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(
            Specs.Axis(height, stride, dilation: dilation), Specs.Axis(width, stride, dilation: dilation), TieRule.First));
        Assert.Equal(TrainingForm.Taps, plan.Training.Form);
    }

    [Theory]
    [InlineData(3, new[] { 4, 2, 1 }, 3, new[] { 4, 1 }, 3)]
    [InlineData(5, new[] { 2, 1 }, 2, new[] { 1 }, 1)]
    [InlineData(13, new[] { 1 }, 1, new[] { 1 }, 1)]
    public void Vectors_of_channels_that_are_swept_at_once_fit_the_registers(int kernel, int[] forward, int leastForward, int[] backward, int leastBackward)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(
            Specs.Axis(kernel, begin: kernel / 2, end: kernel / 2), TieRule.First, layout: TensorLayout.ChannelsLast));
        var forwards = Assert.IsType<SeparablePixelsPlan>(plan[PoolingPass.ForwardSeparable]);
        var backwards = Assert.IsType<SeparablePixelsPlan>(plan[PoolingPass.BackwardSeparable]);
        Assert.Equal(forward, forwards.Groups);
        Assert.Equal(backward, backwards.Groups);
        Assert.Equal((leastForward, leastBackward), (forwards.LeastGroup, backwards.LeastGroup));
    }

    [Theory]
    [InlineData(2, 640)]
    [InlineData(3, 640)]
    [InlineData(4, 256)] // of whose pixels a group reads a smaller part
    [InlineData(13, 256)]
    public void Rows_of_wide_pixels_are_taken_whole_far_from_a_core(int kernel, int leastPixel)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, begin: kernel / 2, end: kernel / 2), TieRule.All, layout: TensorLayout.ChannelsLast));
        var (forward, backward) = (Assert.IsType<SeparablePixelsPlan>(plan[PoolingPass.ForwardSeparable]), Assert.IsType<SeparablePixelsPlan>(plan[PoolingPass.BackwardSeparable]));
        Assert.Equal((leastPixel, "PixelRows"), (forward.LeastWholePixel, forward.RunBy));
        Assert.Equal((0, null), (backward.LeastWholePixel, backward.RunBy));
    }

    [Theory]
    [InlineData(AxisRounding.SameUpper, 1, 2)]
    [InlineData(AxisRounding.SameLower, 2, 1)]
    public void Derived_padding_is_known_at_distance_1(object rounding, int lead, int trail)
    {
        var expected = new SeparableAxis(4, lead, trail);
        Assert.Equal(expected, SeparableAxis.TryCreate(Specs.Axis(4, rounding: (AxisRounding)rounding)));
        Assert.Equal(expected, SeparableAxis.TryCreate(Specs.Axis(4, begin: lead, end: trail)));
        Assert.Equal(3 - lead, expected.BeforeComplete);
    }

    [Theory]
    [InlineData(3, new[] { 4, 2, 1 }, new[] { 4, 1 })]
    [InlineData(5, new[] { 2, 1 }, new[] { 4, 1 })]
    [InlineData(13, new[] { 1 }, new[] { 1 })]
    public void Strips_that_are_swept_at_once_fit_the_registers(int kernel, int[] forward, int[] backward)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, begin: kernel / 2, end: kernel / 2), TieRule.First));
        Assert.Equal(forward, Assert.IsType<SeparableStripsPlan>(plan[PoolingPass.ForwardSeparable]).Groups);
        Assert.Equal(backward, Assert.IsType<SeparableStripsPlan>(plan[PoolingPass.BackwardSeparable]).Groups);
    }

    [Theory]
    [InlineData(4, 1, 2, TieRule.All, false)] // a pair of rows saves nothing
    [InlineData(5, 2, 2, TieRule.All, true)]
    [InlineData(5, 2, 2, TieRule.Split, true)]
    [InlineData(5, 2, 2, TieRule.First, false)] // one winner
    [InlineData(5, 2, 2, TieRule.Last, false)]
    [InlineData(8, 3, 4, TieRule.All, true)]
    [InlineData(9, 4, 4, TieRule.All, false)] // too much rolls
    [InlineData(9, 0, 0, TieRule.All, true)] // the same without columns that wait
    [InlineData(11, 0, 0, TieRule.All, false)]
    public void Windows_of_many_winners_share_pairs_of_rows_while_they_fit_the_registers(int kernel, int begin, int end, TieRule ties, bool shares)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, begin: begin, end: end), ties));
        var forward = Assert.IsType<SeparableStripsPlan>(plan[PoolingPass.ForwardSeparable]);
        Assert.Equal(shares, forward.SharesPairs);
        Assert.True(!shares || forward.Groups.SequenceEqual([1]));
        Assert.InRange(forward.LaneCalls, 1, PassPlan.LaneCallBudget);
        Assert.False(Assert.IsType<SeparableStripsPlan>(plan[PoolingPass.BackwardSeparable]).SharesPairs);
    }

    [Theory]
    [InlineData(3, 1, 1, 1, "FlatForward", "FlatBackward")]
    [InlineData(13, 6, 6, 6, "FlatForward", "FlatBackward")]
    [InlineData(4, 1, 2, 2, "FlatForward", "FlatBackward")]
    [InlineData(4, 3, 0, 0, "FlatForward", "FlatBackward")]
    [InlineData(3, 0, 0, 0, null, null)] // fewer windows than elements
    [InlineData(3, 1, 2, 0, null, null)] // more
    public void Planes_with_as_many_windows_as_elements_are_runs(int kernel, int begin, int end, int delay, string? forward, string? backward)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, begin: begin, end: end)));
        var forwardPlan = Assert.IsType<SeparableStripsPlan>(plan[PoolingPass.ForwardSeparable]);
        var backwardPlan = Assert.IsType<SeparableStripsPlan>(plan[PoolingPass.BackwardSeparable]);
        Assert.Equal(forward, forwardPlan.RunBy);
        Assert.Equal(backward, backwardPlan.RunBy);
        Assert.Equal(delay, forwardPlan.RecordDelay);
        Assert.Equal(delay, backwardPlan.RecordDelay);
    }

    [Fact]
    public void An_axis_alone_that_keeps_its_extent_makes_no_run()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, begin: 1, end: 1), Specs.Axis(3), TieRule.All));
        Assert.Null(plan[PoolingPass.BackwardSeparable].RunBy);
        Assert.Equal(0, Assert.IsType<SeparableStripsPlan>(plan[PoolingPass.ForwardSeparable]).RecordDelay);
    }

    [Fact]
    public void Channels_that_are_computed_at_once_fit_the_registers()
    {
        Assert.Equal([4, 1], Backward(3, TieRule.All).Groups);
        Assert.Equal([1], Backward(5, TieRule.All).Groups);
    }

    [Fact]
    public void A_group_serves_what_is_left_of_the_channels_where_it_computes_at_most_one_vector_twice()
    {
        Assert.Equal(3, Backward(3, TieRule.All).LeastGroup);
        Assert.Equal(1, Backward(5, TieRule.All).LeastGroup);
    }

    [Theory]
    [InlineData(4, TieRule.All, false)]
    [InlineData(5, TieRule.All, true)]
    [InlineData(5, TieRule.First, true)]
    [InlineData(9, TieRule.Last, true)] // too much to compute for lines to matter
    [InlineData(4, TieRule.Split, false)] // winners are counted before
    public void Rows_of_larger_windows_are_summed_apart(int kernel, TieRule ties, bool apart)
    {
        SeparablePixelsPlan backward = Backward(kernel, ties);
        Assert.Equal((apart, apart && kernel <= 8 ? 4 : 1), (backward.SumsApart, backward.FarVectors));
    }

    private static SeparablePixelsPlan Backward(int kernel, TieRule ties)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel), ties, layout: TensorLayout.ChannelsLast));
        Assert.IsType<SeparablePixelsPlan>(Specs.OfManyWindows(plan[PoolingPass.ForwardSeparable]));
        return Assert.IsType<SeparablePixelsPlan>(Specs.OfManyWindows(plan[PoolingPass.BackwardSeparable]));
    }
}
