using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>From which rows on passes ask for lines in advance, in bytes: where the last-level cache holds the tensors, and where it does not.</summary>
public sealed class PrefetchPlanTests
{
    private const int Never = int.MaxValue;

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, PoolingPass.Forward, 96, 96)]
    [InlineData(TensorLayout.ChannelsFirst, PoolingPass.ForwardSeparable, Never, 192)] // computes more than it loads
    [InlineData(TensorLayout.ChannelsFirst, PoolingPass.BackwardSeparable, 0, 0)]
    [InlineData(TensorLayout.ChannelsLast, PoolingPass.Forward, Never, 0)] // goes through rows in order
    [InlineData(TensorLayout.ChannelsLast, PoolingPass.ForwardSeparable, Never, 0)]
    [InlineData(TensorLayout.ChannelsLast, PoolingPass.BackwardSeparable, 0, 0)] // steps from pixel to pixel
    public void Windows_at_distance_1(TensorLayout layout, object pass, int fromCache, int fromMemory)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(3, 1), TieRule.First) with { Layout = layout };
        PrefetchPlan plan = KernelPlanner.Plan(spec)[(PoolingPass)pass].Prefetch;
        Assert.Equal((fromCache, fromMemory), (plan.LeastRowFromCache, plan.LeastRowFromMemory));
    }

    [Theory]
    [InlineData(1, PoolingPass.Forward, true)]
    [InlineData(2, PoolingPass.Forward, false)]
    [InlineData(2, PoolingPass.BackwardTaps, true)]
    public void Some_processors_follow_strips_and_gathered_rows(int stride, object pass, bool followed) =>
        Assert.Equal(followed, KernelPlanner.Plan(Specs.Max(Specs.Axis(3, stride), TieRule.First))[(PoolingPass)pass].Prefetch.UnlessFollowed);

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, PoolingPass.Forward, 96, 0)]
    [InlineData(TensorLayout.ChannelsFirst, PoolingPass.ForwardTaps, 96, 0)]
    [InlineData(TensorLayout.ChannelsFirst, PoolingPass.BackwardTaps, 0, 0)]
    [InlineData(TensorLayout.ChannelsLast, PoolingPass.BackwardTaps, Never, 0)]
    public void Windows_that_lie_apart(TensorLayout layout, object pass, int fromCache, int fromMemory)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(3, 2), TieRule.First) with { Layout = layout };
        PrefetchPlan plan = KernelPlanner.Plan(spec)[(PoolingPass)pass].Prefetch;
        Assert.Equal((fromCache, fromMemory), (plan.LeastRowFromCache, plan.LeastRowFromMemory));
    }
}
