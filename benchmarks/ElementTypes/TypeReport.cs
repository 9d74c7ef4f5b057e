using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Reporting;

namespace PoolGen.Benchmarks.ElementTypes;

/// <summary>The times of element types as Markdown.</summary>
internal static class TypeReport
{
    public static string Write(string command, int rounds, IReadOnlyList<TypeTimes> times)
    {
        Markdown text = new Markdown()
            .Heading(1, "Results: element types")
            .Line($"Written by `{command}` on {DateTime.UtcNow:yyyy-MM-dd}. [What is measured](README.md).")
            .Line()
            .Table(["", ""], Machine.Describe());
        text.Line().Line(
            $"Channels first, one thread, medians of {rounds} rounds. Microseconds of `float`, and what the other types take as a multiple of it: "
            + "below 1 is faster. An element of `double` has twice the bytes, of `Half` and `short` half of them, of `sbyte` and `byte` a quarter.");
        foreach (var ofDirection in times.GroupBy(time => time.Direction))
        {
            text.Heading(2, ofDirection.Key.Title()).Table(
                ["window", "input", .. TypedPoolings.Elements.Select(element => element == typeof(float) ? "float, us" : Keyword(element))],
                ofDirection.Select(Row));
        }
        return text.ToString();
    }

    private static IReadOnlyList<string> Row(TypeTimes times) =>
    [
        $"{times.Window}",
        $"{times.Shape.Batch}x{times.Shape.Channels}x{times.Shape.Height}x{times.Shape.Width}",
        Markdown.Number(times.Microseconds[0]),
        .. times.Microseconds.Skip(1).Select(time => Markdown.Ratio(time / times.Microseconds[0])),
    ];

    private static string Keyword(Type element) => element == typeof(Half) ? "Half" : element == typeof(short) ? "short" : element == typeof(int) ? "int" : element.Name.ToLowerInvariant();
}
