using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Strategies.Gathering;

/// <summary>
/// Sums along an axis on which windows arrive one after the other: each adds to as many neighbouring sums as it has taps; the first of
/// them, as many as the stride, are complete then, and the others wait for the next window.
/// </summary>
/// <param name="writer">Where the code goes.</param>
/// <param name="noun">What a sum is called: <c>row</c>, <c>column</c>.</param>
/// <param name="kernel">The taps of a window.</param>
/// <param name="stride">The distance between windows.</param>
/// <param name="lines">The sums that roll side by side, as suffixes of their names.</param>
internal sealed class RollingSums(CodeWriter writer, string noun, int kernel, int stride, IReadOnlyList<string> lines)
{
    private readonly HashSet<string> _begun = [];

    private int Carried => Math.Max(0, kernel - stride);

    /// <summary>The sum of a tap.</summary>
    public string Name(int tap, string line) => $"{noun}{tap}{line}";

    /// <summary>The sum of a tap if it has begun, that is, if something has been added to it.</summary>
    public string? Begun(int tap, string line) => tap < Carried || _begun.Contains(Name(tap, line)) ? Name(tap, line) : null;

    /// <summary>Notes that something has been added to the sum of a tap.</summary>
    public void Begin(int tap, string line) => _begun.Add(Name(tap, line));

    /// <summary>The complete sum for a place that the next window does not reach: zero behind a window's last tap.</summary>
    public string Complete(int place, string line) => place < kernel ? Name(place, line) : "TLanes.Zero";

    /// <summary>Before the first window: the sums that wait.</summary>
    public void PrintCarried() => PrintZeros(0, Carried);

    /// <summary>Before each window: the sums that it is the first to reach. Behind the last window they stay zero.</summary>
    public void PrintFresh() => PrintZeros(Carried, kernel);

    /// <summary>After each window: what the next one finds.</summary>
    public void PrintRoll()
    {
        foreach (string line in lines)
        {
            for (int tap = 0; tap < Carried; tap++)
                writer.Line($"{Name(tap, line)} = {Name(tap + stride, line)};");
        }
    }

    private void PrintZeros(int from, int to)
    {
        if (from >= to)
            return;
        foreach (string line in lines)
            writer.Line($"TVector {string.Join(", ", Enumerable.Range(from, to - from).Select(tap => $"{Name(tap, line)} = TLanes.Zero"))};");
    }
}
