using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>What a window's combined value is multiplied with.</summary>
internal enum StripScale
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The reciprocal of one divisor for all windows.</summary>
    Constant,

    /// <summary>The reciprocals of the taps inside the input, per column times per row.</summary>
    TapCount,
}

/// <summary>One axis of a sweep over windows of neighbouring source elements.</summary>
/// <param name="Kernel">The source elements of a window.</param>
/// <param name="Lead">How far the first window reaches before the source.</param>
/// <param name="Trail">How far the last window reaches behind the source.</param>
internal sealed record SweepAxis(int Kernel, int Lead, int Trail)
{
    /// <summary>Whether windows reach over an end of the source.</summary>
    public bool ReachesOver => Lead > 0 || Trail > 0;

    /// <summary>The farther of both reaches.</summary>
    public int Reach => Math.Max(Lead, Trail);
}

/// <summary>
/// Windows at distance 1, in strips of columns one vector wide that run down the plane: each source row is combined horizontally once,
/// and the rows that later windows need again stay in registers.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the widest group's method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Height">The rows of a window.</param>
/// <param name="Width">The columns of a window.</param>
/// <param name="OverGradient">Whether the sweep runs over the output gradient (Average's backward pass) instead of the input.</param>
/// <param name="Scale">What the combined value is multiplied with; over the gradient, what each window's gradient is multiplied with.</param>
/// <param name="Divisor">The divisor of <see cref="StripScale.Constant"/>; else 0.</param>
/// <param name="Groups">How many neighbouring strips a method computes at once, from 2 to the most, without a gap.</param>
internal sealed record RollingStripsPlan(
    PoolingPass Pass,
    int LaneCalls,
    string Why,
    SweepAxis Height,
    SweepAxis Width,
    bool OverGradient,
    StripScale Scale,
    int Divisor,
    EquatableArray<int> Groups)
    : PassPlan(Pass, LaneCalls, Why)
{
    /// <summary>
    /// Whether planes are also taken two in a vector, where their rows are that narrow. With 512 bits and windows of 3 and 5 columns that took 0.45 to
    /// 0.7 of the time over 6 to 8 columns; kernels that are handed one plane at a time have no other one.
    /// </summary>
    public bool PairsPlanes { get; init; } = true;

    /// <summary>
    /// Whether taps are taken for numbers, of which one instruction finds the extreme: it returns the second of two where either is NaN, so a row's
    /// combined vectors hold every NaN of the tap that comes last. The sum of these, and of the columns beside them that windows hold, tells whether there
    /// was one, and the plane is computed again. Infinities that cancel in the sum cost time only. On Zen 4, 3x3 and 5x5 windows take 0.87 to 1.0 of the time so with 512 bits, and 0.76 to 0.95 with 256.
    /// </summary>
    public bool ChecksForNaN { get; init; }

    /// <summary>The last tap column that is inside the row in its last window.</summary>
    public int LastTap => Width.Kernel - 1 - Width.Trail;

    /// <summary>Whether a row's last windows hold columns that the first tap inside the row reaches in no window: they are behind the last of these.</summary>
    public bool LeavesLastColumns => LastTap > Width.Lead;

    /// <summary>Whether narrow strips take taps for numbers too, if they have all columns: where the last ones would have to be loaded once more, they do not.</summary>
    public bool NarrowChecksForNaN => ChecksForNaN && !LeavesLastColumns;

    /// <summary>The fewest lanes of strips: those at both ends of a row, and beside them what lies between; where NaN is looked for, the columns beside a strip.</summary>
    public int LeastLanes => Math.Max(Margin.Before + Margin.Behind, ChecksForNaN ? Width.Kernel - 1 : 0);

    /// <summary>The order of taps in a row: where NaN is looked for, the first one inside the row comes last.</summary>
    /// <param name="from">The first tap.</param>
    /// <param name="to">Behind the last one.</param>
    public IEnumerable<int> Order(int from, int to) =>
        Enumerable.Range(from, to - from).OrderBy(tap => ChecksForNaN && tap == Math.Min(Width.Lead, to - 1));

    public override PassPlan OfOneUnit() => (RollingStripsPlan)base.OfOneUnit() with { PairsPlanes = false };

    public override string? RunBy => PairsPlanes ? "PairedPlanes" : null;

    public override string StrategyName => "rolling strips";

    // Measured with 3x3 and 5x5 windows and 8 to 38 MB (Zen 5): without it, rows of up to 20 floats take 0.6 to 1.0 of the time, and rows of 28 and more up to 1.35
    // times as long.
    public override PrefetchPlan Prefetch => new(LeastRowFromCache: 96, LeastRowFromMemory: 96) { UnlessFollowed = true };

    /// <summary>
    /// Whether the strips at the ends of a row differ from those between them. Over the gradient of windows that are padded by all taps but one, no
    /// column is missing, but the divisors at the ends are others.
    /// </summary>
    public bool HasEnds => Margin is not (0, 0);

    /// <summary>
    /// How far strips that are not at an end stay from it, before and behind them: where they take no other columns, and where over the
    /// gradient divisors are counted, no clipped windows either.
    /// </summary>
    public (int Before, int Behind) Margin =>
        OverGradient && Scale == StripScale.TapCount ? (Width.Kernel - 1, Width.Kernel - 1) : (Width.Lead, Width.Trail);
}
