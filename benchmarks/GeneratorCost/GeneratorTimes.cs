extern alias generator;

using System.Diagnostics;
using generator::PoolGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolGen.Benchmarks.GeneratorCost;

/// <summary>What the generator costs a compilation, by the driver's own clock.</summary>
/// <param name="Types">Annotated types of the project.</param>
/// <param name="Cold">The first run of this process: the JIT compiles the generator meanwhile.</param>
/// <param name="Warm">The median of later runs with nothing cached.</param>
/// <param name="Edit">The median run after an edit of a file without poolings.</param>
/// <param name="RunAgain">
/// What such an edit computes again of the generator's own steps, by name, and of the files. Roslyn's steps before them, which look for
/// the attribute in the new compilation, run at every edit.
/// </param>
internal sealed record GeneratorTimes(int Types, TimeSpan Cold, TimeSpan Warm, TimeSpan Edit, int RunAgain)
{
    private const int Repetitions = 5;

    private static readonly string[] s_steps = ["Requests", "Plans"];

    /// <summary>Runs the generator over a project.</summary>
    public static GeneratorTimes Measure(int types)
    {
        CSharpCompilation before = SyntheticProject.Create(types), after = SyntheticProject.EditUnrelated(before);
        TimeSpan cold = Own(NewDriver().RunGenerators(before));
        Run[] runs = [.. Enumerable.Range(0, Repetitions).Select(_ => RunAndEdit(before, after))];
        return new(types, cold, Median(runs.Select(run => run.Fresh)), Median(runs.Select(run => run.Edited)), runs[0].RunAgain);
    }

    /// <summary>Lines of the file that a configuration is turned into.</summary>
    public static int Lines(string attribute)
    {
        GeneratorDriver driver = NewDriver().RunGenerators(SyntheticProject.Create(attribute));
        return driver.GetRunResult().GeneratedTrees.Single().GetText().Lines.Count;
    }

    private static Run RunAndEdit(CSharpCompilation before, CSharpCompilation after)
    {
        GeneratorDriver driver = NewDriver(tracks: true).RunGenerators(before);
        TimeSpan fresh = Own(driver);
        driver = driver.RunGenerators(after);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        int runAgain = s_steps.SelectMany(step => result.TrackedSteps[step])
            .Concat(result.TrackedOutputSteps.SelectMany(steps => steps.Value))
            .SelectMany(step => step.Outputs)
            .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        return new(fresh, Own(driver), runAgain);
    }

    private static CSharpGeneratorDriver NewDriver(bool tracks = false) => CSharpGeneratorDriver.Create(
        [new PoolingGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracks));

    private static TimeSpan Own(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.Exception is Exception error)
            throw new UnreachableException("The generator has failed.", error);
        return driver.GetTimingInfo().GeneratorTimes.Single().ElapsedTime;
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted[sorted.Length / 2];
    }

    private sealed record Run(TimeSpan Fresh, TimeSpan Edited, int RunAgain);
}
