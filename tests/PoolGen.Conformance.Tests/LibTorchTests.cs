using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>libtorch, asked while the tests run, gives the same values, indices and gradients for random configurations.</summary>
public sealed class LibTorchTests
{
    private static readonly TorchPeer s_peer = new();

    public static TheoryData<string> Deviations => [.. TorchDeviations.All.Select(deviation => deviation.Name)];

    [Fact]
    public void Poolings_agree_with_libtorch() => LiveRun.CheckCases(s_peer);

    [Theory]
    [MemberData(nameof(Deviations))]
    public void Known_deviations_of_libtorch_are_still_there(string name) =>
        LiveRun.CheckDeviation(s_peer, TorchDeviations.All.Single(deviation => deviation.Name == name));
}
