using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;
using PoolGen.Benchmarks.Measuring;
using PoolGen.Benchmarks.Reporting;

namespace PoolGen.Benchmarks;

/// <summary>Runs a set of cases and writes its table and its charts.</summary>
internal static class RatioCommand
{
    /// <summary>Runs the command; its result is the process's.</summary>
    /// <param name="set">The set's name, and the reports'.</param>
    /// <param name="log">What it tells on the way, and the table.</param>
    public static int Run(string set, IReadOnlyList<Case> cases, IReadOnlyList<Contender> contenders, Options options, TextWriter log)
    {
        Case[] chosen = [.. cases.Where(problem => options.Only.IsMatch(problem.Name))];
        if (chosen.Length == 0)
        {
            log.WriteLine($"No case of {set} matches {options.Only}: {string.Join(' ', cases.Select(problem => problem.Name))}.");
            return 1;
        }

        foreach (Contender contender in contenders.Where(contender => contender.Missing is not null))
            log.WriteLine($"{contender.Name}: not on this machine: {contender.Missing}");

        var results = new List<CaseResult>();
        foreach (Case problem in chosen)
        {
            log.WriteLine($"{problem} ({problem.Source})");
            CaseResult result = CaseRun.Run(problem, contenders, options.Settings);
            foreach (Fault fault in result.Faults)
                log.WriteLine($"  {fault.What} is not timed: {fault.Difference}");
            results.Add(result);
        }

        string folder = ResultFolder.Open(options);
        string command = $"dotnet run --project benchmarks -c Release -- {set}{options.Text}";
        string report = new RatioReport(set, command, options.Settings, contenders, results).Write();
        File.WriteAllText(Path.Combine(folder, $"{set}.md"), report);
        foreach (Direction direction in Enum.GetValues<Direction>())
            RatioChart.Save(Path.Combine(folder, RatioReport.ChartName(set, direction)), set, direction, results);

        log.WriteLine();
        log.WriteLine(report);
        log.WriteLine($"Written to {folder}.");
        return 0;
    }
}
