using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Strategies.SeparablePixels;

/// <summary>Neighbouring vectors of channels in generated code: the last overlaps the one before, so that none is a partial one.</summary>
internal static class Vectors
{
    /// <summary>What locals of a vector end in: <c>a</c>, <c>b</c>.</summary>
    public static IEnumerable<char> Letters(int vectors) => Enumerable.Range(0, vectors).Select(vector => (char)('a' + vector));

    /// <summary>Where a vector lies behind the group's first.</summary>
    public static string Offset(char letter) => letter switch
    {
        'a' => "",
        'b' => " + TLanes.Count",
        _ => $" + {letter - 'a'} * TLanes.Count",
    };

    /// <summary>Prints the loops that call a method for each group of a pixel's channels.</summary>
    public static void PrintGroups(CodeWriter writer, IEnumerable<int> groups, Func<int, string, string> call)
    {
        foreach (int vectors in groups)
        {
            string step = vectors == 1 ? "TLanes.Count" : $"{vectors} * TLanes.Count";
            string fits = vectors == 1 ? "channel < channels" : $"channel <= channels - {step}";
            using (writer.Indented($"for (; {fits}; channel += {step})"))
                writer.Line(call(vectors, vectors == 1 ? "global::System.Math.Min(channel, channels - TLanes.Count)" : "channel"));
        }
    }
}
