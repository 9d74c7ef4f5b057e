using System.Globalization;
using PoolGen.Benchmarks.Reporting;

namespace PoolGen.Benchmarks.GeneratorCost;

/// <summary>The generator's own cost as Markdown.</summary>
internal static class GeneratorReport
{
    private const int Slowest = 10;

    public static string Write(
        string command, GeneratorTimes times, IEnumerable<(string Attribute, int Lines)> lengths, IReadOnlyList<FirstCall> calls)
    {
        Markdown text = new Markdown()
            .Heading(1, "Results: the generator's own cost")
            .Line($"Written by `{command}` on {DateTime.UtcNow:yyyy-MM-dd}. [What is measured](README.md).")
            .Line()
            .Table(["", ""], Machine.Describe());

        text.Heading(2, $"A project of {times.Types} annotated types").Table(
            ["run", "generator driver's own time"],
            [
                ["cold, the JIT compiling the generator", Milliseconds(times.Cold)],
                ["warm, nothing cached", Milliseconds(times.Warm)],
                ["after an edit elsewhere", Milliseconds(times.Edit)],
            ]);
        text.Line().Line($"Requests, plans and files that an edit elsewhere computes again: {times.RunAgain}.");

        text.Heading(2, "Length of a generated file").Table(
            ["configuration", "lines, both directions"],
            lengths.Select(length => (IReadOnlyList<string>)[$"`{length.Attribute}`", $"{length.Lines}"]));

        FirstCall[] slowest = [.. calls.OrderByDescending(call => call.Compilation)];
        text.Heading(2, "First call of a kernel")
            .Line($"The JIT's own time in {calls.Count} first calls: median {Milliseconds(slowest[slowest.Length / 2].Compilation)}; the slowest:")
            .Line()
            .Table(
                ["type", "direction", "JIT", "methods"],
                slowest.Take(Slowest).Select(call => (IReadOnlyList<string>)
                    [call.Pooling, $"{call.Direction}", Milliseconds(call.Compilation), $"{call.Methods}"]));
        return text.ToString();
    }

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");
}
