namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>Neighbouring strips in generated code: the last of a row overlaps the one before, so that no load or store is a partial one.</summary>
internal static class Groups
{
    /// <summary>What locals of a strip end in: <c>a</c>, <c>b</c>.</summary>
    public static IEnumerable<char> Letters(int strips) => Enumerable.Range(0, strips).Select(strip => (char)('a' + strip));

    /// <summary>The local that holds where a strip begins.</summary>
    public static string Column(char strip) => strip == 'a' ? "column" : $"column{char.ToUpperInvariant(strip)}";

    /// <summary>Whether a group's last strip begins inside the row.</summary>
    public static string Fits(int strips, string column, string width) => $"{column}{(strips == 1 ? "" : $" + {Step(strips - 1)}")} < {width}";

    /// <summary>The columns from a group's first strip to behind its last, which may overlap the one before.</summary>
    public static string Span(int strips) => strips == 1 ? "TLanes.Count" : $"{Column((char)('a' + strips - 1))} + TLanes.Count - column";

    /// <summary>The columns of a group that overlaps nothing.</summary>
    public static string Step(int strips) => strips == 1 ? "TLanes.Count" : $"{strips} * TLanes.Count";

    /// <summary>The declarations of where the strips behind the first begin, and the first where it is the only one.</summary>
    public static IEnumerable<string> Columns(int strips, string width)
    {
        if (strips == 1)
            yield return $"column = nint.Min(column, {width} - TLanes.Count);";
        for (int strip = 1; strip < strips; strip++)
        {
            string at = $"column + {Step(strip)}";
            yield return $"nint {Column((char)('a' + strip))} = {(strip == strips - 1 ? $"nint.Min({at}, {width} - TLanes.Count)" : at)};";
        }
    }

    /// <summary>The assignment that moves a strip's rows on by one: the first so many take the value of the next.</summary>
    public static string Roll(string noun, char strip, int rows)
    {
        if (rows == 1)
            return $"{noun}0{strip} = {noun}1{strip};";
        string From(int first) => string.Join(", ", Enumerable.Range(first, rows).Select(row => $"{noun}{row}{strip}"));
        return $"({From(0)}) = ({From(1)});";
    }
}
