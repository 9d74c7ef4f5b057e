using System.Globalization;

namespace PoolGen.Testing;

/// <summary>The seed of a run: new each time, or the one of POOLGEN_SEED to repeat a run.</summary>
public static class TestSeed
{
    private const string Variable = "POOLGEN_SEED";

    public static int Value { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : Random.Shared.Next(1, 1_000_000);

    /// <summary>What failures say, to repeat them.</summary>
    public static string Description => string.Create(CultureInfo.InvariantCulture, $"seed {Value}: set {Variable}={Value} to repeat");
}
