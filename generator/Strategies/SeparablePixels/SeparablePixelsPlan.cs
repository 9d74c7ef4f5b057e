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

    /// <summary>
    /// The bytes of the smallest pixel that has all of its channels taken together, row by row, forward and where no cache of a core holds the tensors: a group of
    /// vectors reads a part of each pixel. 0 for none.
    /// </summary>
    /// <remarks>
    /// Measured on Zen 4 with 6 to 19 MB, against groups, which are of four vectors where windows have up to 3 columns and of fewer else: 2x2 and 3x3 windows take
    /// 0.65 to 0.9 of the time with 160 floats and more, as long at 7x7 pixels, and 1.0 to 1.3 with 128 and fewer; 4x4 windows 0.7 with 128 floats and
    /// 0.85 to 1.05 with 96; 5x5 to 9x9 windows 0.55 to 0.95 with 64 floats and more.
    /// </remarks>
    public int LeastWholePixel { get; init; }

    /// <summary>
    /// Backward, where sums are apart: how many vectors of channels go down a column of windows, and along a row, one after the other where no cache of a core
    /// holds the tensors: lines beside each other are read one soon after the other.
    /// </summary>
    /// <remarks>
    /// Measured on Zen 4 with 5x5 windows, 64 to 512 channels and 8 to 25 MB: 0.35 to 0.95 of the time of single vectors, the less where tensors do not begin at a
    /// cache line; a step of 5x5 and 7x7 windows 0.65 to 0.85, of 13x13 windows 1.2. In the cache 1.05 to 1.15.
    /// </remarks>
    public int FarVectors { get; init; } = 1;

    public override string? RunBy => LeastWholePixel > 0 ? "PixelRows" : null;

    public override PrefetchPlan Prefetch => Pass == PoolingPass.ForwardSeparable ? PrefetchPlan.FromMemory : PrefetchPlan.Always;
}
