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
}
