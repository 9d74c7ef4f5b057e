using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>
/// Windows at distance 1, channels first, with their winners told by rows and columns: a row's extreme and its winning columns are found
/// once for all windows that hold the row, and the gradient is summed by rows before it is summed by columns.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Height">The rows of a window.</param>
/// <param name="Width">The columns of a window.</param>
/// <param name="Groups">How many neighbouring strips a method computes at once, largest first, ending with 1.</param>
internal sealed record SeparableStripsPlan(
    PoolingPass Pass, int LaneCalls, string Why, SeparableAxis Height, SeparableAxis Width, EquatableArray<int> Groups)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "separable strips";

    public override bool PrefetchesFromCache => Pass != PoolingPass.ForwardSeparable;
}
