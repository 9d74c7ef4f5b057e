using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SummedRows;

/// <summary>
/// What a row of the input gradient receives is summed over the slices and rows of windows that hold it, a vector of windows at a time; the
/// sums go to scratch rows, from which each column takes its own.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Rows">The scratch rows: one for each column of a window where winners are recorded, else one for all.</param>
/// <param name="CountsTaps">Whether divisors differ between windows.</param>
internal sealed record SummedRowsPlan(PoolingPass Pass, int LaneCalls, string Why, int Rows, bool CountsTaps) : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "summed rows";
}
