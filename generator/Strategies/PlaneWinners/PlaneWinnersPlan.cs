using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.PlaneWinners;

/// <summary>
/// One window that covers its whole plane, with its winners told by rows and columns: the plane is searched once, whatever its windows would share with
/// others. Shapes with more windows are left to another strategy, and so are planes that do not hold numbers alone.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method of either.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Lanes">Channels first: the lanes of the vectors that a row is one of.</param>
/// <param name="Otherwise">How other shapes are computed.</param>
internal sealed record PlaneWinnersPlan(PoolingPass Pass, int LaneCalls, string Why, int Lanes, PassPlan Otherwise) : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => $"plane winners or {Otherwise.StrategyName}";
}
