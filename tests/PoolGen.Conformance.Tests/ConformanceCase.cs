using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>What another library computes for a configuration: the expectation beside the oracle's.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Spec">The configuration, of rank 2: one axis becomes a row.</param>
/// <param name="Shape">The input's shape.</param>
/// <param name="Input">x.</param>
/// <param name="Output">z.</param>
/// <param name="Indices">The winners, in-plane; null where the library gives none.</param>
/// <param name="OutputGradient">∂L/∂z; null where the library gives no gradient.</param>
/// <param name="InputGradient">∂L/∂x.</param>
/// <param name="RelativeTolerance">What the library's own printing loses.</param>
internal sealed record ConformanceCase(
    string Name,
    ReferenceSpec Spec,
    PoolingShape Shape,
    double[] Input,
    double[] Output,
    int[]? Indices,
    double[]? OutputGradient = null,
    double[]? InputGradient = null,
    double RelativeTolerance = 0)
{
    /// <summary>A spec of one axis as one of two, over a single row.</summary>
    public static ReferenceSpec Lift(ReferenceSpec spec) => spec.Rank == 2 ? spec : spec with
    {
        Kernel = [1, .. spec.Kernel],
        Stride = [1, .. spec.Stride],
        PadBegin = [0, .. spec.PadBegin],
        PadEnd = [0, .. spec.PadEnd],
        Dilation = [1, .. spec.Dilation],
    };
}
