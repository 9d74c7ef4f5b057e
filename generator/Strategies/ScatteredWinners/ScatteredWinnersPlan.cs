using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ScatteredWinners;

/// <summary>The gradient of a plane is cleared, and that of each window added where its record says.</summary>
/// <param name="Pass">What is computed.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
internal sealed record ScatteredWinnersPlan(PoolingPass Pass, string Why) : PassPlan(Pass, LaneCalls: 0, Why)
{
    public override string StrategyName => "scattered winners";
}
