namespace PoolGen.Generator.Emission;

/// <summary>Neighbouring vectors of a pixel's channels in generated code. Where channels end, the last overlap, so that none is a partial one.</summary>
internal static class ChannelVectors
{
    /// <summary>What locals of a vector end in: <c>a</c>, <c>b</c>.</summary>
    public static IEnumerable<char> Letters(int vectors) => Enumerable.Range(0, vectors).Select(vector => (char)('a' + vector));

    /// <summary>Prints where the vectors of a group begin behind its first channel, which is <c>channel</c>.</summary>
    public static void PrintOffsets(CodeWriter writer, int vectors)
    {
        if (vectors == 1)
            return;
        writer.Line("nint last = channels - channel - TLanes.Count; // where channels end, vectors overlap");
        writer.Line($"nint {string.Join(", ", Letters(vectors).Skip(1).Select(letter => $"{Name(letter)} = nint.Min({Whole(letter)}, last)"))};");
    }

    /// <summary>Where a vector begins behind its group's first channel, to be added: one of <see cref="PrintOffsets"/>.</summary>
    public static string Offset(char letter) => letter == 'a' ? "" : $" + {Name(letter)}";

    /// <summary>Where a vector of as many whole ones begins, to be added.</summary>
    public static string WholeOffset(char letter) => letter == 'a' ? "" : $" + {Whole(letter)}";

    /// <summary>Prints the loops that call a method for each group of a pixel's channels; <c>channel</c> is 0 before them.</summary>
    /// <param name="writer">Where the code goes.</param>
    /// <param name="groups">The vectors of each method, largest first, ending with 1.</param>
    /// <param name="least">With how many vectors left the first method is called, the last of them partial ones maybe.</param>
    /// <param name="call">The call of a method of some vectors from a channel on.</param>
    public static void PrintGroups(CodeWriter writer, IReadOnlyList<int> groups, int least, Func<int, string, string> call)
    {
        int from = 0; // with how many vectors left the smallest group is called
        for (int group = 0; group < groups.Count - 1; group++)
        {
            // The others are called where the one behind them leaves something over.
            from = group == 0 ? least : groups[group + 1] + 1;
            using (writer.Indented($"for (; channel < channels - {Whole(from - 1)}; channel += {Whole(groups[group])})"))
                writer.Line(call(groups[group], "channel"));
        }
        using (writer.Indented(from == 2 ? "if (channel < channels)" : "for (; channel < channels; channel += TLanes.Count)"))
            writer.Line(call(1, "global::System.Math.Min(channel, channels - TLanes.Count)"));
    }

    private static string Name(char letter) => $"offset{char.ToUpperInvariant(letter)}";

    private static string Whole(char letter) => Whole(letter - 'a');

    private static string Whole(int vectors) => Text.Times(vectors, "TLanes.Count");
}
