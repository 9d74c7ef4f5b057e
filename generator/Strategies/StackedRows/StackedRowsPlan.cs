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
/// <param name="CountsTaps">Whether divisors differ between windows.</param>
internal sealed record StackedRowsPlan(PoolingPass Pass, int LaneCalls, string Why, bool SharesRows, bool CountsTaps) : PassPlan(Pass, LaneCalls, Why)
{
    /// <summary>Whether the columns of taps are loaded one by one, because windows lie too far apart to take them from whole vectors.</summary>
    public bool LoadsColumns { get; init; }

    public override string StrategyName => "stacked rows";
}
