using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.FarPixels;

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

    /// <summary>How windows are walked where no cache of a core holds the tensors, if that is otherwise than elsewhere.</summary>
    /// <remarks>
    /// Measured on Zen 4 against windows that have all of their taps before the next channels, with 96 to 512 floats and 13 to 51 MB: 2x2 at distance 2 take
    /// 0.35 to 0.85 of the time, 3x3 0.4 to 0.9, and at 6 MB as long; with 64 floats 3x3 take up to 1.3.
    /// </remarks>
    public FarWalk? Far { get; init; }

    /// <summary>The rows of taps of the rows of windows.</summary>
    public int TapRows(AxisSpec height) => height.Kernel + (WindowRows - 1) * height.Stride;

    /// <summary>The columns of taps that a window shares with the one before it, whose sum is known already.</summary>
    public static int SharedColumns(AxisSpec width) => Math.Max(0, width.Kernel - width.Stride);
}
