using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Tests;

/// <summary>The command on the smallest case, with hardly any samples: what it writes, not how fast anything is.</summary>
public sealed class RatioCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("poolgen-benchmarks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_table_and_a_chart_of_every_direction_come_out()
    {
        string report = Run(new PoolGenContender(), new MemoryCopy(), new PlainLoopContender(), new FakeContender("right peer", right: true));

        foreach (string direction in (string[])["forward", "trainingforward", "backward", "step"])
        {
            Assert.Contains($"(table-{direction}.png)", report, StringComparison.Ordinal);
            byte[] chart = File.ReadAllBytes(Path.Combine(_folder, $"table-{direction}.png"));
            Assert.Equal("PNG"u8, chart.AsSpan(1, 3));
        }
        Assert.Equal(4, Count(report, "| tiny max 2/2/0 1x16x8x8 |"));
        Assert.Contains("right peer", report, StringComparison.Ordinal);
        Assert.DoesNotContain("not timed", report, StringComparison.Ordinal);
        Assert.DoesNotContain("not on this machine", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_contender_says_so_and_fails_nothing()
    {
        string report = Run(new PoolGenContender(), new NotBuilt("absent", "no such library"));

        Assert.Contains("| absent | not on this machine: no such library |", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_contender_is_reported_as_different_and_not_timed()
    {
        var wrong = new FakeContender("wrong peer", right: false);
        string report = Run(new PoolGenContender(), wrong);

        Assert.Contains("## Different or failed, and so not timed", report, StringComparison.Ordinal);
        Assert.Equal(8, Count(report, "- tiny, wrong peer"));
        Assert.Equal(8, wrong.Calls); // two layouts in four directions, each once
        Assert.DoesNotContain("wrong peer ", report.Split("## Different")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_contender_that_cannot_be_set_up_is_reported_and_the_others_are_timed()
    {
        string report = Run(new FailingContender(), new PoolGenContender());

        Assert.Contains("- tiny, failing peer: NotSupportedException: no such window", report, StringComparison.Ordinal);
        Assert.Equal(4, Count(report, "| tiny max 2/2/0 1x16x8x8 |"));
    }

    [Fact]
    public void The_report_tells_how_to_make_it_again() =>
        Assert.Contains("`dotnet run --project benchmarks -c Release -- table --only '^tiny$'`", Run(new PoolGenContender()), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_no_case_has_is_an_error()
    {
        Assert.Equal(1, RatioCommand.Run("table", KernelCases.All, [], Options.Parse(["--only", "nothing", "--out", _folder]), TextWriter.Null));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private string Run(params Contender[] contenders)
    {
        Options options = Options.Parse(["--only", "^tiny$", "--out", _folder]) with
        {
            Settings = new RunSettings(Rounds: 1, BatchMicroseconds: 10, WarmUpPasses: 0),
        };
        Assert.Equal(0, RatioCommand.Run("table", KernelCases.All, contenders, options, TextWriter.Null));
        return File.ReadAllText(Path.Combine(_folder, "table.md"));
    }
}
