using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ComparedWindows;

/// <summary>
/// Windows have more taps than a record of all winners has bits: their extremes are found again, first those of columns, then those of windows,
/// and each element is compared with the extremes of all windows that hold it, whose gradients it takes where it is equal.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Splits">Whether the winners of a window are counted, because they share its gradient.</param>
internal sealed record ComparedWindowsPlan(PoolingPass Pass, int LaneCalls, string Why, bool Splits)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "compared windows";
}
