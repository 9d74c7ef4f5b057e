namespace PoolGen.Generator.Emission;

/// <summary>How generated code takes neighbouring vectors apart by their elements' places in a stride (phases), and puts them together again.</summary>
internal static class StrideText
{
    /// <summary>What the elements of one phase are called.</summary>
    public static string Name(int stride, int phase) => stride switch
    {
        1 => "",
        2 => phase == 0 ? "Even" : "Odd",
        _ => $"Phase{phase}",
    };

    /// <summary>The elements of one phase, as an expression.</summary>
    /// <param name="stride">The stride, up to 4.</param>
    /// <param name="phase">The place in it.</param>
    /// <param name="part">The vectors, as many as the stride.</param>
    public static string Apart(int stride, int phase, Func<int, string> part)
    {
        string Every(int phaseOfTwo, string low, string high) => $"TLanes.{(phaseOfTwo == 0 ? "Even" : "Odd")}({low}, {high})";
        return stride switch
        {
            1 => part(0),
            2 => Every(phase, part(0), part(1)),
            3 => $"TLanes.EveryThird({part(0)}, {part(1)}, {part(2)}, {phase})",
            _ => Every(phase / 2, Every(phase % 2, part(0), part(1)), Every(phase % 2, part(2), part(3))),
        };
    }

    /// <summary>The vectors in the order of memory, as expressions.</summary>
    /// <param name="writer">Where locals go that they need.</param>
    /// <param name="phases">The elements of each phase, as many as the stride, up to 4.</param>
    public static IReadOnlyList<string> Together(CodeWriter writer, IReadOnlyList<string> phases)
    {
        switch (phases.Count)
        {
            case 1:
                return phases;
            case 2:
                return [$"TLanes.InterleaveLow({phases[0]}, {phases[1]})", $"TLanes.InterleaveHigh({phases[0]}, {phases[1]})"];
            case 3:
                return [.. Enumerable.Range(0, 3).Select(part => $"TLanes.WeaveThree({phases[0]}, {phases[1]}, {phases[2]}, {part})")];
            default:
                writer.Line($"var evenLow = TLanes.InterleaveLow({phases[0]}, {phases[2]});");
                writer.Line($"var evenHigh = TLanes.InterleaveHigh({phases[0]}, {phases[2]});");
                writer.Line($"var oddLow = TLanes.InterleaveLow({phases[1]}, {phases[3]});");
                writer.Line($"var oddHigh = TLanes.InterleaveHigh({phases[1]}, {phases[3]});");
                return ["TLanes.InterleaveLow(evenLow, oddLow)", "TLanes.InterleaveHigh(evenLow, oddLow)", "TLanes.InterleaveLow(evenHigh, oddHigh)", "TLanes.InterleaveHigh(evenHigh, oddHigh)"];
        }
    }
}
