namespace PoolGen.Benchmarks.Measuring;

/// <summary>How long a run takes, and how steady it is.</summary>
/// <param name="Rounds">Samples of each entry.</param>
/// <param name="BatchMicroseconds">A sample is the mean of as many calls as fit into this time.</param>
/// <param name="WarmUpPasses">Passes over all entries before the first sample.</param>
internal sealed record RunSettings(int Rounds, double BatchMicroseconds = 3000, int WarmUpPasses = 3)
{
    public static RunSettings Full { get; } = new(Rounds: 11);

    public static RunSettings Quick { get; } = new(Rounds: 5);
}
