using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Gathering;

/// <summary>Which backward passes over planes can be gathered at all: each element of the input gradient as the sum of what its windows give it.</summary>
internal static class GatheredPlanes
{
    // A larger window's vectors, with what their loads and sums inline, are more than the JIT takes.
    private const int MostKernel = 9;

    // Wider strides leave most lanes of a strided store to single elements.
    private const int MostStride = 4;

    public static bool Serve(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool gradientSuffices = pass.HasRecord() || !reduction.HasWinners;
        bool isLookedUp = pass == PoolingPass.BackwardTaps && ScatteringPlan.HasManyTaps(spec);
        return !pass.IsForward() && gradientSuffices && !isLookedUp && spec.Layout == TensorLayout.ChannelsFirst
            && spec.Axes.All(axis => axis is { Kernel: <= MostKernel, Stride: <= MostStride, Dilation: 1 });
    }
}
