using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.StackedRows;

/// <summary>
/// The rows of a window, of all its slices, are combined into one row in scratch memory, a vector of columns at a time; the columns of
/// windows are combined from there. Rows outside the input are a row of identities, and so is what lies beside the combined row: no load
/// of it is clipped.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="SharesRows">
/// Whether a row is combined over its slices once, and kept for the next windows that hold it; else windows share too few rows to gain by
/// it, and all rows are combined at once.
/// </param>
/// <param name="Division">How windows are divided.</param>
internal sealed record StackedRowsPlan(PoolingPass Pass, int LaneCalls, string Why, bool SharesRows, WindowDivision Division) : PassPlan(Pass, LaneCalls, Why)
{
    /// <summary>Whether the columns of taps are loaded one by one, because windows lie too far apart to take them from whole vectors.</summary>
    public bool LoadsColumns { get; init; }

    /// <summary>Whether divisors differ between windows.</summary>
    public bool CountsTaps => Division != WindowDivision.Uniform;

    public override string StrategyName => "stacked rows";
}
