using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.FarPixels;

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
    /// <remarks>
    /// Measured with 3x3 windows at distance 2 (Zen 4, 96 to 256 channels, 12 to 40 MB), two rows of windows at a time: 0.54 to 0.82 of the time of a walk in
    /// which each window has all of its taps before the next channels, and 0.69 to 0.96 of that of one that combines the pixels of each window again; with
    /// 5x5 to 9x9 windows at distances 2 to 4, 0.54 to 0.97 of the time of groups along the row. Against a run that takes every tap of neighbouring windows,
    /// 5x5 take 0.4 to 0.85 of the time with 256 floats and more, and 1.0 to 2 with 96 and fewer; 4x4 0.8 with 512, and as long with 256.
    /// </remarks>
    public FarWalk? Far { get; init; }

    /// <summary>Whether a walk by pixels takes rows outside the source from a pixel of zeros, for sums. Extremes have the nearest row instead.</summary>
    public bool HasEmptyRows => HasClippedRow;

    /// <summary>The same of columns.</summary>
    public bool HasEmptyColumns => ClipsColumns && !ReplacesRows;

    /// <summary>Whether there is a pixel that is empty.</summary>
    public bool HasEmptyPixel => HasEmptyRows || HasEmptyColumns;

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
