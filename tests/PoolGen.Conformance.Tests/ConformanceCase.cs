using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>What another library computes for a configuration: the expectation beside the oracle's.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Spec">The configuration.</param>
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
    double RelativeTolerance = 0);
