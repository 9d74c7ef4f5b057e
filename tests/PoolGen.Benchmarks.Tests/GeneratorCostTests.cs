using PoolGen.Benchmarks.GeneratorCost;
using PoolGen.Benchmarks.Poolings;

namespace PoolGen.Benchmarks.Tests;

/// <summary>The measurement of the generator measures something; how long it takes is no test's concern.</summary>
public sealed class GeneratorCostTests
{
    private const string Halving = "Kind = Max, Kernel = 2";

    [Fact]
    public void An_edit_elsewhere_runs_nothing_of_the_generator_again()
    {
        GeneratorTimes times = GeneratorTimes.Measure(types: 3);

        Assert.True(times.Cold > TimeSpan.Zero);
        Assert.Equal(0, times.RunAgain);
    }

    [Fact]
    public void The_project_has_as_many_types_as_are_asked_for() =>
        Assert.Equal(201, SyntheticProject.Create(200).SyntaxTrees.Length);

    [Fact]
    public void A_report_comes_out()
    {
        FirstCall[] calls = [.. FirstCall.Measure(PoolingCatalog.All[0])];
        var times = new GeneratorTimes(3, Cold: TimeSpan.FromMilliseconds(1.25), default, default, 0);
        string report = GeneratorReport.Write("a command", times, [(Halving, GeneratorTimes.Lines(Halving))], calls);

        Assert.Contains("1.3 ms", report, StringComparison.Ordinal);
        Assert.Contains($"`{Halving}`", report, StringComparison.Ordinal);
        Assert.Contains(PoolingCatalog.All[0].Name, report, StringComparison.Ordinal);
    }
}
