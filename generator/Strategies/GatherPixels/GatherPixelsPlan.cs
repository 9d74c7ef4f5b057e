using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.GatherPixels;

/// <summary>
/// Channels lie innermost, and a vector holds neighbouring ones. Each row of the input gradient is the sum of what the rows of windows
/// above each other give it, and is written once, pixel by pixel: sums of pixels that the next window adds to stay in registers.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="HasBorder">Whether rows of windows overlap, so that some rows are held by fewer of them than others: those near the first and the last.</param>
/// <param name="Groups">How many neighbouring vectors of channels a method computes at once, largest first, ending with 1.</param>
internal sealed record GatherPixelsPlan(PoolingPass Pass, int LaneCalls, string Why, bool HasBorder, EquatableArray<int> Groups)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "gathered pixels";

    public override PrefetchPlan Prefetch => PrefetchPlan.FromMemory;
}
