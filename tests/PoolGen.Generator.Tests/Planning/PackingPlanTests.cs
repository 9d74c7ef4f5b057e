using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which passes take narrow planes side by side.</summary>
public sealed class PackingPlanTests
{
    [Theory]
    [InlineData(3, 2, TieRule.First, PoolingPass.BackwardTaps, true)]
    [InlineData(3, 2, TieRule.All, PoolingPass.BackwardWinners, true)]
    [InlineData(4, 3, TieRule.Last, PoolingPass.BackwardTaps, true)]
    [InlineData(5, 3, TieRule.Last, PoolingPass.BackwardTaps, false)] // of so many taps, winners are looked up
    [InlineData(2, 2, TieRule.First, PoolingPass.BackwardTaps, false)] // windows that do not overlap take no longer than moving rows
    [InlineData(3, 2, TieRule.First, PoolingPass.ForwardTaps, false)] // two rows make a vector
    [InlineData(3, 2, TieRule.First, PoolingPass.Forward, false)]
    public void Gradients_of_overlapping_windows_that_lie_apart_are_packed(int kernel, int stride, TieRule ties, object pass, bool packed)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride), ties));
        Assert.Equal(packed, plan[(PoolingPass)pass].Packing is not null);
    }

    [Theory]
    [InlineData(2, 1, 0, AxisRounding.Floor, PoolingPass.ForwardSeparable, 45)]
    [InlineData(3, 1, 0, AxisRounding.Floor, PoolingPass.BackwardSeparable, 45)]
    [InlineData(3, 1, 1, AxisRounding.Floor, PoolingPass.ForwardSeparable, null)] // a plane's neighbours would stand for its padding
    [InlineData(3, 1, 1, AxisRounding.Floor, PoolingPass.BackwardSeparable, null)]
    [InlineData(3, 1, 0, AxisRounding.Floor, PoolingPass.Forward, null)] // rows are no work without records
    [InlineData(3, 4, 0, AxisRounding.Floor, PoolingPass.ForwardTaps, 35)]
    [InlineData(3, 4, 0, AxisRounding.Ceiling, PoolingPass.ForwardTaps, null)] // windows may hang over
    [InlineData(3, 2, 0, AxisRounding.Floor, PoolingPass.ForwardTaps, null)] // two rows make a vector
    public void Windows_that_lie_inside_their_rows_are_packed_where_winners_are_recorded(int kernel, int stride, int padding, object rounding, object pass, int? most)
    {
        AxisSpec columns = Specs.Axis(kernel, stride, padding, padding) with { Rounding = (AxisRounding)rounding };
        PassPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, begin: 1), columns, TieRule.First))[(PoolingPass)pass];
        Assert.Equal(most, plan.Packing?.Most);
        Assert.True(plan.Packing is null || plan.RunBy is null); // the kernel itself is asked
    }

    [Fact]
    public void Channels_are_not_packed_where_they_come_last()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, 2), TieRule.First, layout: TensorLayout.ChannelsLast));
        Assert.Null(plan[PoolingPass.BackwardTaps].Packing);
    }

    [Fact]
    public void Known_extents_are_packed_as_others()
    {
        AxisSpec known = Specs.Axis(3, 2) with { InputExtent = 13 };
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(known, TieRule.First));
        Assert.NotNull(plan[PoolingPass.BackwardTaps].Packing);
    }

    [Theory]
    [InlineData(AxisRounding.Ceiling, true)]
    [InlineData(AxisRounding.SameUpper, false)] // whose padding follows from the extent
    [InlineData(AxisRounding.SameLower, false)]
    public void Padding_that_follows_from_the_extent_is_not_packed(object rounding, bool packed)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, 2) with { Rounding = (AxisRounding)rounding }, TieRule.First));
        Assert.Equal(packed, plan[PoolingPass.BackwardTaps].Packing is not null);
    }

    [Fact]
    public void Conversions_between_types_are_not_packed()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3, 2), TieRule.First) with { Element = ElementType.Half });
        Assert.True(plan[PoolingPass.BackwardTaps].Computation!.Converts);
        Assert.Null(plan[PoolingPass.BackwardTaps].Packing);
    }

    [Theory]
    [InlineData(3, 3, 2, 2, TieRule.First, null)] // packed
    [InlineData(3, 3, 2, 1, TieRule.First, 50)] // neighbours in a row
    [InlineData(3, 3, 2, 1, TieRule.All, 50)]
    [InlineData(4, 2, 1, 4, TieRule.First, 50)] // too far apart in a row to be packed
    [InlineData(2, 2, 2, 2, TieRule.First, null)] // no windows overlap
    public void Winners_of_narrow_planes_are_looked_up_where_they_are_not_packed(int rows, int columns, int rowStride, int columnStride, TieRule ties, int? most)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(rows, rowStride), Specs.Axis(columns, columnStride), ties));
        PassPlan backward = plan[ties == TieRule.First ? PoolingPass.BackwardTaps : PoolingPass.BackwardWinners];
        Assert.Equal(most, backward.Scattering?.Most);
        Assert.True(backward.Scattering is null || backward.Packing is null);
    }

    [Theory]
    [InlineData(3, 3, 2, 2, 0)]
    [InlineData(4, 4, 2, 2, 30)]
    [InlineData(3, 5, 2, 2, 30)]
    [InlineData(3, 3, 1, 2, 0)]
    public void Planes_that_are_joined_are_packed_where_they_are_narrower_still(int rows, int columns, int rowStride, int columnStride, int most)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(rows, rowStride), Specs.Axis(columns, columnStride), TieRule.First));
        Assert.Equal(most, plan[PoolingPass.BackwardTaps].Packing!.MostJoined);
    }
}
