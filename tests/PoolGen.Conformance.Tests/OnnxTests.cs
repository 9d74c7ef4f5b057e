using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>ONNX's node tests expect the same values and indices.</summary>
public sealed class OnnxTests
{
    [Fact]
    public void Poolings_agree_with_onnx() => ConformanceRunner.Run(OnnxRows.Cases());

    [Fact]
    public void The_reference_agrees_with_onnx() => ConformanceRunner.RunReference(OnnxRows.Cases());
}
