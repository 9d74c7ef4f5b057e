namespace PoolGen.Testing;

/// <summary>What a kernel should have written.</summary>
/// <param name="Values">The elements, in the layout of the configuration.</param>
/// <param name="Tolerances">How far each may be off, beside 1 ulp; null where the values are exact.</param>
public sealed record ReferenceResult(double[] Values, double[]? Tolerances);
