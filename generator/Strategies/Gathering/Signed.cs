using System.Globalization;

namespace PoolGen.Generator.Strategies.Gathering;

/// <summary>Numbers as parts of sums in generated code.</summary>
internal static class Signed
{
    /// <summary>A constant to add: <c> + 2</c>, <c> - 2</c>, or nothing.</summary>
    public static string Text(int value) => value switch
    {
        > 0 => " + " + value.ToString(CultureInfo.InvariantCulture),
        < 0 => " - " + (-(long)value).ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>A product with a constant: <c>2 * column</c>, or the other factor alone.</summary>
    public static string Times(int factor, string other) =>
        factor == 1 ? other : factor.ToString(CultureInfo.InvariantCulture) + " * " + (other.Contains(' ') ? $"({other})" : other);
}
