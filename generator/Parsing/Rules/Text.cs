using System.Globalization;

namespace PoolGen.Generator.Parsing.Rules;

/// <summary>How messages write lists and numbers.</summary>
internal static class Text
{
    public static string Quote(string name) => "'" + name + "'";

    /// <summary>A list with a word before the last entry: <c>a, b or c</c>.</summary>
    public static string Join(IEnumerable<string> entries, string word)
    {
        string[] all = [.. entries];
        return all.Length < 2
            ? string.Concat(all)
            : string.Join(", ", all.Take(all.Length - 1)) + " " + word + " " + all[all.Length - 1];
    }

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Number(decimal value) => value.ToString("0", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>An argument as it could have been written: <c>Kernel = 3</c>, <c>KernelShape = [3, 5]</c>.</summary>
    public static string Assignment(AxisValues values) => values.IsPerAxis
        ? values.Argument + " = [" + string.Join(", ", values.Values.Select(value => Number(value))) + "]"
        : values.Argument + " = " + Number(values[0]);
}
