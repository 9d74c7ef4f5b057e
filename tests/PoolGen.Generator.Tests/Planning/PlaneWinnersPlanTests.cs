using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.PlaneWinners;
using PoolGen.Generator.Strategies.WholePlanes;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which training passes have a kernel of their own for windows that cover their plane.</summary>
public sealed class PlaneWinnersPlanTests
{
    [Theory]
    [InlineData(7, 1, 0, TensorLayout.ChannelsFirst, true)]
    [InlineData(7, 1, 0, TensorLayout.ChannelsLast, true)]
    [InlineData(4, 1, 0, TensorLayout.ChannelsFirst, true)]
    [InlineData(3, 1, 0, TensorLayout.ChannelsFirst, false)] // networks end in larger planes
    [InlineData(7, 1, 3, TensorLayout.ChannelsFirst, false)] // padded, there are more windows than one
    [InlineData(9, 1, 0, TensorLayout.ChannelsFirst, false)] // more winners than a number has bits
    [InlineData(9, 1, 0, TensorLayout.ChannelsLast, true)]
    [InlineData(7, 2, 0, TensorLayout.ChannelsFirst, false)] // other records
    public void Winners_by_rows_and_columns_may_be_those_of_a_plane(int kernel, int stride, int padding, TensorLayout layout, bool own)
    {
        foreach (TieRule ties in Enum.GetValues<TieRule>())
        {
            KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, padding, padding), ties, layout: layout));
            PassPlan[] training = [.. plan.Passes.Where(pass => pass.Pass is not PoolingPass.Forward)];
            Assert.All(training, pass => Assert.Equal(own, pass is PlaneWinnersPlan { Otherwise: not PlaneWinnersPlan, Otherwise.KernelSuffix: "Windows" }));
        }
    }

    [Fact]
    public void Known_extents_leave_nothing_to_find_out()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(7) with { InputExtent = 9 }));
        Assert.DoesNotContain(plan.Passes, pass => pass is PlaneWinnersPlan);
    }

    [Theory]
    [InlineData(TieRule.First, 6, TensorLayout.ChannelsFirst, true)]
    [InlineData(TieRule.Last, 6, TensorLayout.ChannelsFirst, true)]
    [InlineData(TieRule.First, 4, TensorLayout.ChannelsLast, false)] // pixel by pixel they are as fast as others
    [InlineData(TieRule.All, 32, TensorLayout.ChannelsFirst, false)] // tap numbers serve indices only
    public void Tap_numbers_may_be_those_of_a_plane(TieRule ties, int kernel, TensorLayout layout, bool own)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, kernel), ties, layout: layout));
        Assert.Equal(own, plan[PoolingPass.ForwardTaps] is WholePlanesPlan { Otherwise.KernelSuffix: "Windows" });
    }
}
