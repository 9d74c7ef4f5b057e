using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparableRows;

/// <summary>What the sum of a window is multiplied with.</summary>
internal enum RowScale
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The reciprocal of one divisor for all windows.</summary>
    Constant,

    /// <summary>The reciprocal of the counted taps of each window, rows times columns.</summary>
    Counted,
}

/// <summary>One axis of windows over the source of a sweep.</summary>
/// <param name="Kernel">The source elements of a window.</param>
/// <param name="Stride">The distance between windows.</param>
/// <param name="IsUnrolled">Whether the elements of a window are written out; else they are a loop.</param>
internal sealed record SeparableAxis(int Kernel, int Stride, bool IsUnrolled);

/// <summary>
/// Channels lie innermost, and windows share columns. The rows of each row of windows are combined element by element into a row in
/// scratch memory, and neighbouring pixels of that are combined to results: every load and store is of neighbouring elements.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Height">The rows of a window.</param>
/// <param name="Width">The columns of a window.</param>
/// <param name="OverGradient">Whether the sweep runs over the output gradient (Average's backward pass) instead of the input.</param>
/// <param name="PairsRows">Whether two neighbouring rows of windows are computed at once; they share all rows but two.</param>
/// <param name="Scale">What sums are multiplied with.</param>
/// <param name="Divisor">The divisor of a window none of whose taps is clipped; 0 under <see cref="RowScale.None"/>.</param>
/// <param name="Counted">Which taps divisors count: a property of the runtime's range of taps.</param>
internal sealed record SeparableRowsPlan(
    PoolingPass Pass,
    int LaneCalls,
    string Why,
    SeparableAxis Height,
    SeparableAxis Width,
    bool OverGradient,
    bool PairsRows,
    RowScale Scale,
    int Divisor,
    string Counted)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "separable rows";

    public override PrefetchPlan Prefetch => PrefetchPlan.FromMemory;

    /// <summary>Whether windows at the input's edges differ from the others: in results, by what they are multiplied with.</summary>
    public bool CountsResults => Scale == RowScale.Counted && !OverGradient;

    /// <summary>Whether windows at the input's edges differ from the others: in what is combined, by what they are multiplied with.</summary>
    public bool CountsSources => Scale == RowScale.Counted && OverGradient;

    /// <summary>Whether neighbouring results are computed in pairs; they share all columns but two.</summary>
    public bool PairsPixels => Width.Stride == 1;
}
