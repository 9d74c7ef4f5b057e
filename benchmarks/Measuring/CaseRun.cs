using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;

namespace PoolGen.Benchmarks.Measuring;

/// <summary>Verifies every contender on a case, and times those that are right.</summary>
internal static class CaseRun
{
    public static CaseResult Run(Case problem, IEnumerable<Contender> contenders, RunSettings settings)
    {
        using var tensors = new Tensors(problem);
        var expectation = new Expectation(tensors);
        var verified = new List<Entry>();
        var faults = new List<Fault>();
        foreach (Contender contender in contenders.Where(contender => contender.Missing is null))
        {
            foreach (Entry entry in Enter(contender, tensors, faults))
            {
                if (expectation.Difference(entry, tensors) is string difference)
                    faults.Add(new($"{entry.Contender} {entry.Layout} {entry.Direction}", difference));
                else
                    verified.Add(entry);
            }
        }

        var run = new InterleavedRun(settings);
        run.WarmUp(verified);
        IEnumerable<Figure> figures = verified.GroupBy(entry => entry.Direction).SelectMany(direction => run.Measure([.. direction]));
        return new(problem, [.. figures], faults);
    }

    /// <summary>What a contender can run; a peer that cannot be set up for a case fails nothing but itself.</summary>
    private static Entry[] Enter(Contender contender, Tensors tensors, List<Fault> faults)
    {
        try
        {
            return [.. contender.Enter(tensors)];
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            faults.Add(new(contender.Name, $"{error.GetType().Name}: {error.Message}"));
            return [];
        }
    }
}
