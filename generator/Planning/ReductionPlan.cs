using PoolGen.Generator.Model;

namespace PoolGen.Generator.Planning;

/// <summary>How a window's taps become one value, in terms of lane operations. A new kind is one more of these.</summary>
/// <param name="Noun">What the generated code calls the value: <c>max</c>, <c>sum</c>.</param>
/// <param name="Combine">The lane operation that joins two taps.</param>
/// <param name="Identity">The value of an empty window, as a C# constant of the element type.</param>
/// <param name="Winner">The lane operation that tells the winners of a window from its other taps, or null where no tap wins.</param>
/// <param name="Better">The lane operation that tells whether a tap beats the best so far, or null where no tap wins.</param>
/// <param name="NaNIsEmpty">Whether a window of NaNs alone counts as empty.</param>
internal sealed record ReductionPlan(string Noun, string Combine, string Identity, string? Winner, string? Better, bool NaNIsEmpty)
{
    public static ReductionPlan For(PoolingSpec spec) => (spec.Kind, spec.Element.HasNaN, spec.NaN) switch
    {
        (PoolingKind.Average or PoolingKind.Sum or PoolingKind.Lp, _, _) => new("sum", "Add", "0", null, null, NaNIsEmpty: false),
        (PoolingKind.Max, false, _) => new("max", "MaxOfNumbers", spec.Element.Lowest, "SelectEqual", "SelectAbove", NaNIsEmpty: false),
        (PoolingKind.Max, _, NaNRule.Propagate) => new("max", "Max", spec.Element.Lowest, "SelectEqualOrNaN", "SelectGreater", NaNIsEmpty: false),
        (PoolingKind.Max, _, NaNRule.Ignore) => new("max", "MaxNumber", spec.Element.Lowest, "SelectEqual", "SelectGreaterNumber", NaNIsEmpty: true),
        (PoolingKind.Min, false, _) => new("min", "MinOfNumbers", spec.Element.Highest, "SelectEqual", "SelectLess", NaNIsEmpty: false),
        (PoolingKind.Min, _, NaNRule.Propagate) => new("min", "Min", spec.Element.Highest, "SelectEqualOrNaN", "SelectLess", NaNIsEmpty: false),
        (PoolingKind.Min, _, NaNRule.Ignore) => new("min", "MinNumber", spec.Element.Highest, "SelectEqual", "SelectLessNumber", NaNIsEmpty: true),
        _ => throw new InvalidOperationException($"The rules let through {spec.Kind}, which has no reduction."),
    };

    /// <summary>Whether the largest tap wins; else, where taps win, the smallest.</summary>
    public bool IsMaximum => Noun == "max";

    /// <summary>The lane operation that joins two taps which are known to be numbers: the cheapest.</summary>
    public string CombineNumbers => HasWinners ? $"{(Combine.StartsWith("Min", StringComparison.Ordinal) ? "Min" : "Max")}OfNumbers" : Combine;

    /// <summary>Whether taps that are known to be numbers are joined by a cheaper operation than others.</summary>
    public bool GainsFromNumbers => CombineNumbers != Combine;

    /// <summary>Whether windows have winners.</summary>
    public bool HasWinners => Winner is not null;
}
