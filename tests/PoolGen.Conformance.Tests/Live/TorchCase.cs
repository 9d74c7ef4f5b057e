using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>A call of libtorch.</summary>
/// <param name="Spec">The configuration.</param>
/// <param name="Shape">The input's shape.</param>
/// <param name="Data">What the input is like.</param>
/// <param name="Seed">What it is made from.</param>
/// <param name="Gradient">Whether ∂L/∂x is asked for.</param>
internal sealed record TorchCase(ReferenceSpec Spec, PoolingShape Shape, DataClass Data, int Seed, bool Gradient)
    : LiveCase(Spec, Shape, Data, Seed)
{
    public override string Question => Gradient ? ", with its gradient" : "";
}
