namespace PoolGen.Generator.Emission;

/// <summary>Small pieces of C# that several printers write.</summary>
internal static class Text
{
    /// <summary>A number as a C# constant of type double.</summary>
    public static string Number(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture) + "d";

    /// <summary>What adds an offset to an expression: <c> + 3</c>, <c> - 1</c>, or nothing.</summary>
    public static string Signed(int offset) => offset switch
    {
        > 0 => $" + {offset}",
        < 0 => $" - {-offset}",
        _ => "",
    };

    /// <summary>A product with a constant: <c>2 * column</c>, or the other factor alone.</summary>
    public static string Times(int factor, string other) => factor == 1 ? other : $"{factor} * {(other.Contains(' ') ? $"({other})" : other)}";

    /// <summary>The same with a number of units: <c> + 3 * width</c>, <c> - width</c>, or nothing.</summary>
    public static string Signed(int count, string unit) => count switch
    {
        0 => "",
        1 => $" + {unit}",
        -1 => $" - {unit}",
        > 0 => $" + {count} * {unit}",
        _ => $" - {-count} * {unit}",
    };
}
