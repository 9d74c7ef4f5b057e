using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.ElementTypes;

namespace PoolGen.Benchmarks;

/// <summary>Times all element types beside <c>float</c>, and writes a table.</summary>
internal static class TypesCommand
{
    /// <summary>Planes as at the beginning, in the middle and at the end of a network; each fits a second-level cache.</summary>
    public static IReadOnlyList<PoolingShape> Shapes { get; } = [new(2, 16, 56, 56), new(8, 32, 14, 14), new(4, 64, 7, 7)];

    /// <summary>Runs the command; its result is the process's.</summary>
    public static int Run(IReadOnlyList<PoolingShape> shapes, Options options, TextWriter log)
    {
        Window[] windows = [.. TypedPoolings.Windows.Where(window => options.Only.IsMatch($"{window}"))];
        if (windows.Length == 0)
        {
            log.WriteLine($"No window of types matches {options.Only}: {string.Join(", ", TypedPoolings.Windows)}.");
            return 1;
        }

        TypeTimes[] times = [.. from window in windows from shape in shapes from time in TypeComparison.Run(window, shape, options.Settings) select time];
        string report = TypeReport.Write($"dotnet run --project benchmarks -c Release -- types{options.Text}", options.Settings.Rounds, times);
        string file = Path.Combine(ResultFolder.Open(options), "types.md");
        File.WriteAllText(file, report);
        log.WriteLine(report);
        log.WriteLine($"Written to {file}.");
        return 0;
    }
}
