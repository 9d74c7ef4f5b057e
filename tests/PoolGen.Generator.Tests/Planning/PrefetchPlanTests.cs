using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which passes ask for lines in advance where the last-level cache holds the tensors.</summary>
public sealed class PrefetchPlanTests
{
    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, PoolingPass.Forward, true)]
    [InlineData(TensorLayout.ChannelsFirst, PoolingPass.ForwardSeparable, false)] // computes more than it loads
    [InlineData(TensorLayout.ChannelsFirst, PoolingPass.BackwardSeparable, true)]
    [InlineData(TensorLayout.ChannelsLast, PoolingPass.Forward, false)] // goes through rows in order
    [InlineData(TensorLayout.ChannelsLast, PoolingPass.ForwardSeparable, false)]
    [InlineData(TensorLayout.ChannelsLast, PoolingPass.BackwardSeparable, true)] // steps from pixel to pixel
    public void Windows_at_distance_1(TensorLayout layout, object pass, bool prefetches)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(3, 1), TieRule.First) with { Layout = layout };
        Assert.Equal(prefetches, KernelPlanner.Plan(spec)[(PoolingPass)pass].PrefetchesFromCache);
    }

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, true)]
    [InlineData(TensorLayout.ChannelsLast, false)]
    public void Gradients_of_windows_that_lie_apart(TensorLayout layout, bool prefetches)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(3, 2), TieRule.First) with { Layout = layout };
        Assert.Equal(prefetches, KernelPlanner.Plan(spec)[PoolingPass.BackwardTaps].PrefetchesFromCache);
    }
}
