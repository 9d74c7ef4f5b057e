namespace PoolGen.Generator.Emission;

/// <summary>Small pieces of C# that several printers write.</summary>
internal static class Text
{
    /// <summary>What adds an offset to an expression: <c> + 3</c>, <c> - 1</c>, or nothing.</summary>
    public static string Signed(int offset) => offset switch
    {
        > 0 => $" + {offset}",
        < 0 => $" - {-offset}",
        _ => "",
    };
}
