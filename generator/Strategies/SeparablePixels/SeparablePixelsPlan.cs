using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparablePixels;

/// <summary>
/// Windows at distance 1, channels last, with their winners told by rows and columns: pixel by pixel along a row, the pixels of a window's
/// row stay in registers, and the rows of a window in scratch memory.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Height">The rows of a window.</param>
/// <param name="Width">The columns of a window.</param>
/// <param name="Groups">How many neighbouring vectors of channels a method computes at once, largest first, ending with 1.</param>
/// <param name="SumsApart">
/// Backward: whether the rows' sums are computed apart from what columns take of them, down the columns of windows and into scratch memory.
/// </param>
internal sealed record SeparablePixelsPlan(
    PoolingPass Pass, int LaneCalls, string Why, SeparableAxis Height, SeparableAxis Width, EquatableArray<int> Groups, bool SumsApart = false)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "separable pixels";

    /// <summary>With how many vectors of channels left a group's method is called; the last of them may be a partial one.</summary>
    /// <remarks>
    /// Measured with 3x3 windows: with 56 floats, four vectors, a group takes 0.65 of the time of single ones; with 40 and 48, where one of its vectors is
    /// computed twice, 0.8 to 1.1; with 24, where two are, 1.5: these have a smaller group forward.
    /// </remarks>
    public int LeastGroup => Groups.Count > 2 ? Groups[1] + 1 : Math.Min(Groups[0], 3);

    public override PrefetchPlan Prefetch => Pass == PoolingPass.ForwardSeparable ? PrefetchPlan.FromMemory : PrefetchPlan.Always;
}
