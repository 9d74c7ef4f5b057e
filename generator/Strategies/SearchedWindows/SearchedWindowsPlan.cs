using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SearchedWindows;

/// <summary>The winners of one window after another are found again, a row of the window at a time, and receive the gradient one by one.</summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Lanes">As many lanes as no row of a window fills more than: no wider vectors are used.</param>
internal sealed record SearchedWindowsPlan(PoolingPass Pass, int LaneCalls, string Why, int Lanes) : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "searched windows";
}
