using PoolGen.Benchmarks.GeneratorCost;
using PoolGen.Benchmarks.Poolings;

namespace PoolGen.Benchmarks;

/// <summary>Measures the generator and what it costs the JIT, and writes a table.</summary>
internal static class GeneratorCommand
{
    private const int Types = 200;

    private static readonly string[] s_measuredLengths =
    [
        "Kind = Max, Kernel = 2",
        "Kind = Max, Kernel = 2, Ties = TieRule.First",
        "Kind = Max, Kernel = 2, Layout = TensorLayout.ChannelsLast",
        "Kind = Average, Kernel = 2",
        "Kind = Max, Kernel = 3, Stride = 1, Padding = 1",
        "Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First",
        "Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Layout = TensorLayout.ChannelsLast",
        "Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.First",
        "Kind = Average, Kernel = 3, Stride = 1, Padding = 1",
    ];

    /// <summary>Runs the command; its result is the process's.</summary>
    public static int Run(Options options)
    {
        GeneratorTimes times = GeneratorTimes.Measure(Types); // first: nothing of the generator is compiled yet
        FirstCall[] calls = [.. PoolingCatalog.All.Where(pooling => options.Only.IsMatch(pooling.Name)).SelectMany(FirstCall.Measure)];
        string report = GeneratorReport.Write(
            $"dotnet run --project benchmarks -c Release -- generator{options.Text}",
            times,
            s_measuredLengths.Select(attribute => (attribute, GeneratorTimes.Lines(attribute))),
            calls);
        string file = Path.Combine(ResultFolder.Open(options), "generator.md");
        File.WriteAllText(file, report);
        Console.WriteLine(report);
        Console.WriteLine($"Written to {file}.");
        return 0;
    }
}
