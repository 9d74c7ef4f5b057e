using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>ONNX Runtime, asked while the tests run, gives the same values and indices for random configurations.</summary>
public sealed class OnnxRuntimeTests
{
    private static readonly OnnxRuntimePeer s_peer = new();

    public static TheoryData<string> Deviations => [.. OnnxRuntimeDeviations.All.Select(deviation => deviation.Name)];

    [Fact]
    public void Poolings_agree_with_onnx_runtime() => LiveRun.CheckCases(s_peer);

    [Theory]
    [MemberData(nameof(Deviations))]
    public void Known_deviations_of_onnx_runtime_are_still_there(string name) =>
        LiveRun.CheckDeviation(s_peer, OnnxRuntimeDeviations.All.Single(deviation => deviation.Name == name));
}
