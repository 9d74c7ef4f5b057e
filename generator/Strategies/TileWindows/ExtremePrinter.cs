using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.TileWindows;

/// <summary>Prints how the rows of a vector of windows become their extremes, each in all columns of its window, and what tells the winners.</summary>
internal sealed class ExtremePrinter(CodeWriter writer, KernelPlan kernel, TileWindowsPlan plan)
{
    private readonly ReductionPlan _reduction = kernel.Reduction;

    private string Noun => _reduction.Noun;

    /// <summary>The rows of a window.</summary>
    public IEnumerable<int> Taps => Enumerable.Range(0, plan.Height.Kernel);

    /// <summary>What is loaded of them.</summary>
    public IEnumerable<string> Loaded => Taps.Select(tap => $"tap{tap}");

    /// <summary>The orders that columns are turned into, and that of the results.</summary>
    public IEnumerable<Placement> Placements =>
    [
        .. plan.Turns.Distinct().OrderBy(by => by).Select(by => new Placement($"turned{by}", "Turn", $"{plan.Width.Kernel}, {plan.Width.Stride}, {by}")),
        new("firsts", "Firsts", $"{plan.Width.Stride}"),
    ];

    /// <summary>What calls the method that finds extremes, behind its name.</summary>
    public string Call(TileRecords records) => $"<TLanes, TVector>({string.Join(", ", [.. Parameters(records), .. records.Ranges, .. records.Won.Select(won => $"out {won}")])})";

    public void Print(TileRecords records)
    {
        string summary = $"The {Noun} of each window in all of its columns{records.Summary}";
        if (_reduction.GainsFromNumbers)
            PrintMethod("Numbers", $"{summary}, of numbers alone.", records, isExact: false);
        PrintMethod("AnyValues", _reduction.GainsFromNumbers ? "The same for any values." : $"{summary}.", records, isExact: true);
    }

    private IEnumerable<string> Parameters(TileRecords records) => [.. Loaded, .. Placements.Select(placement => placement.Name).Where(name => name != "firsts"), .. records.Parameters];

    private void PrintMethod(string name, string summary, TileRecords records, bool isExact)
    {
        writer.Line($"\n/// <summary>{summary}</summary>");
        string parameters = string.Join(", ", [.. Parameters(records).Select(parameter => $"TVector {parameter}"), .. records.Ranges.Select(range => $"Rt::TapRange {range}"), .. records.Won.Select(won => $"out TVector {won}")]);
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, $"private static TVector {name}<TLanes, TVector>({parameters})"))
        {
            string combine = isExact ? _reduction.Combine : _reduction.CombineNumbers;
            string[] taps = [.. Loaded];
            writer.Line($"var {Noun} = {(taps.Length == 1 ? taps[0] : $"TLanes.{combine}({taps[0]}, {taps[1]})")};");
            foreach (string tap in taps.Skip(2))
                writer.Line($"{Noun} = TLanes.{combine}({Noun}, {tap});");
            foreach (int by in plan.Turns)
                writer.Line($"{Noun} = TLanes.{combine}({Noun}, TLanes.Permute({Noun}, turned{by}));");
            records.PrintWon(isExact);
            writer.Line($"return {Noun};");
        }
    }
}
