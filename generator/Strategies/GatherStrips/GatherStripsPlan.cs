using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherStrips;

/// <summary>
/// Each element of the input gradient is the sum of what its windows give it, and is written once. A vector holds every stride-th column of the input, so
/// the windows that reach it are neighbours. It goes down the plane as a strip: sums that the next row of windows adds to stay in registers. Where rows
/// of windows share nothing, rows are gone through one by one.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Columns">The tap columns.</param>
/// <param name="Aligned">Whether runs of stride columns begin with the input; else they begin with the padding, known at run time.</param>
/// <param name="Groups">
/// How many neighbouring strips inside the rows a method computes at once from top to bottom, largest first, ending with 1, where an input
/// row has several windows above each other; else empty.
/// </param>
internal sealed record GatherStripsPlan(PoolingPass Pass, int LaneCalls, string Why, EquatableArray<TapColumn> Columns, bool Aligned, EquatableArray<int> Groups)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "gathered strips";

    /// <inheritdoc cref="TapColumns.Windows"/>
    public IEnumerable<int> Windows => Columns.Windows();
}
