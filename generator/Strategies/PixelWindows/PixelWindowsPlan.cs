using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.PixelWindows;

/// <summary>
/// Pixel after pixel, all channels of one before the next, as they lie in memory. Where rows of windows overlap, two of them at a time: the
/// rows of taps that both hold are combined once. Values are taken for numbers; a sample that holds others is left to another strategy.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method of either.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="WindowRows">The rows of windows at a time: one or two.</param>
/// <param name="Otherwise">How other samples are computed.</param>
internal sealed record PixelWindowsPlan(PoolingPass Pass, int LaneCalls, string Why, int WindowRows, PassPlan Otherwise)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "pixel windows";

    public override PrefetchPlan Prefetch => PrefetchPlan.FromMemory;

    /// <summary>The rows of taps of the rows of windows.</summary>
    public int TapRows(AxisSpec height) => height.Kernel + (WindowRows - 1) * height.Stride;

    /// <summary>The columns of taps that a window shares with the one before it, whose sum is known already.</summary>
    public static int SharedColumns(AxisSpec width) => Math.Max(0, width.Kernel - width.Stride);
}
