using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>libtorch computes the same values, indices and gradients.</summary>
public sealed class TorchTests
{
    [Fact]
    public void Poolings_agree_with_libtorch() => ConformanceRunner.Run(TorchRows.Cases());

    [Fact]
    public void The_reference_agrees_with_libtorch() => ConformanceRunner.RunReference(TorchRows.Cases());
}
