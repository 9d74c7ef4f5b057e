using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>What the sum of a window is multiplied with.</summary>
internal enum PixelScale
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The reciprocal of one divisor for all windows.</summary>
    Constant,

    /// <summary>The reciprocals of the counted taps of each window, rows times columns.</summary>
    Counted,
}

/// <summary>One axis of windows over the source of a sweep.</summary>
/// <param name="Kernel">The source elements of a window.</param>
/// <param name="Stride">The distance between windows.</param>
internal sealed record PixelAxis(int Kernel, int Stride);

/// <summary>
/// Channels lie innermost, and a vector holds neighbouring ones. A group of vectors runs along the row: each column of the windows is
/// combined once, and the columns that later windows need again stay in registers. Two neighbouring rows of windows at distance 1 are
/// computed together, because they share all source rows but two.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Height">The rows of a window.</param>
/// <param name="Width">The columns of a window.</param>
/// <param name="OverGradient">Whether the sweep runs over the output gradient (Average's backward pass) instead of the input.</param>
/// <param name="Groups">How many vectors of channels a method computes at once: as many as fit the registers, and 1 for those that are left.</param>
/// <param name="WalksPixels">
/// Whether all channels of a pixel come before the next, as they lie in memory. Where windows share columns, which stay in registers, a group
/// of vectors goes along the whole row instead.
/// </param>
/// <param name="HasRuns">
/// Whether there is a method that goes through a row as one run of elements and takes every tap of its windows: more loads, in the
/// order of memory, which is what counts where no cache of a core holds the tensors, and full vectors where a pixel has few channels. Measured with 3x3
/// windows over 288 and 256 channels in the last-level cache (Zen 4): 0.49 to 0.55 of the time of groups along the row.
/// </param>
/// <param name="ClipsRows">Whether there are rows of windows of which only some source rows are there, or single ones that find no partner.</param>
/// <param name="ReplacesRows">
/// Whether rows outside the source are replaced by the nearest inside, and the row of windows that a last one without a partner lacks by itself: each
/// window holds the nearest anyway, and an extreme is the same however often it is combined. Else clipped rows of windows have methods of their own.
/// </param>
/// <param name="ClipsColumns">Whether windows reach over the ends of a row.</param>
/// <param name="Scale">What sums are multiplied with.</param>
/// <param name="Divisor">The divisor of a window none of whose taps is clipped; 0 under <see cref="PixelScale.None"/>.</param>
/// <param name="Counted">Which taps divisors count: a property of the runtime's range of taps.</param>
internal sealed record RollingPixelsPlan(
    PoolingPass Pass,
    int LaneCalls,
    string Why,
    PixelAxis Height,
    PixelAxis Width,
    bool OverGradient,
    EquatableArray<int> Groups,
    bool WalksPixels,
    bool HasRuns,
    bool ClipsRows,
    bool ReplacesRows,
    bool ClipsColumns,
    PixelScale Scale,
    int Divisor,
    string Counted)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "rolling pixels";

    public override PrefetchPlan Prefetch => PrefetchPlan.FromMemory;

    /// <summary>How such windows are walked where no cache of a core holds the tensors, unless this plan does for that.</summary>
    public FarWalk? Far { get; init; }

    /// <summary>With how many vectors of channels left a group's method is called; the last of them may be a partial one.</summary>
    /// <remarks>
    /// Measured with 3x3 windows: with 40 and 56 floats four vectors take 0.6 to 0.9 of the time of single ones. With two vectors, a group of two takes
    /// 0.53 to 0.9 of the time of one of four.
    /// </remarks>
    public int LeastGroup => Groups.Count > 1 ? Groups[1] + 1 : 1;

    /// <summary>Whether two neighbouring rows of windows are computed together.</summary>
    public bool PairsRows => Height is { Stride: 1, Kernel: > 1 };

    /// <summary>Whether rows of windows that are clipped have methods of their own.</summary>
    public bool HasClippedRow => ClipsRows && !ReplacesRows;

    /// <summary>The groups of vectors for rows of windows that are clipped: two of the eight rows of a plane are, at the end of a network.</summary>
    public IReadOnlyList<int> ClippedGroups => HasClippedRow ? Groups : [];

    /// <summary>Whether windows at the input's edges differ from the others in what their results are multiplied with.</summary>
    public bool CountsResults => Scale == PixelScale.Counted && !OverGradient;

    /// <summary>Whether windows at the input's edges differ from the others in what is combined is multiplied with.</summary>
    public bool CountsSources => Scale == PixelScale.Counted && OverGradient;
}
