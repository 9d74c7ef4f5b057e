using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>
/// Windows at distance 1, channels first, with their winners told by rows and columns: a row's extreme and its winning columns are found
/// once for all windows that hold the row, and the gradient is summed by rows before it is summed by columns.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Height">The rows of a window.</param>
/// <param name="Width">The columns of a window.</param>
/// <param name="Groups">How many neighbouring strips a method computes at once, largest first, ending with 1.</param>
internal sealed record SeparableStripsPlan(
    PoolingPass Pass, int LaneCalls, string Why, SeparableAxis Height, SeparableAxis Width, EquatableArray<int> Groups)
    : PassPlan(Pass, LaneCalls, Why)
{
    /// <summary>
    /// Rows up to this part of the widest vector, in percent, are served as runs of whole planes; of none by default. Forward alone: backward, if
    /// there are as many windows as elements, all are.
    /// </summary>
    public int WidestFlat { get; init; }

    /// <summary>Whether a strip is swept two rows at a time, so that two windows share the pairs of rows that they hold.</summary>
    public bool SharesPairs { get; init; }

    /// <summary>
    /// What rolls by two rows where pairs are shared, as rows of two windows that follow each other: the second row of each pair (one window or
    /// the other begins with it), pairs but the last with their bits, and columns until they are recorded.
    /// </summary>
    public IReadOnlyList<(string Kind, int[] Rows)> RollingByTwo
    {
        get
        {
            int kernel = Height.Kernel;
            int[] seconds = [.. Enumerable.Range(0, kernel).Where(row => row % 2 == kernel % 2)], pairs = [.. seconds.Where(row => row > 0)];
            return [("row", seconds), ("pair", pairs), ("bits", pairs), ("columns", [.. Enumerable.Range(kernel - 1 - RecordDelay, RecordDelay)])];
        }
    }

    /// <summary>Whether there are as many windows as elements, so that records lie as the elements do, and planes are runs of either.</summary>
    public bool KeepsExtents => Height.KeepsExtent && Width.KeepsExtent;

    /// <summary>How many rows before a window's last one its record lies.</summary>
    public int RecordDelay => KeepsExtents ? Height.Trail : 0;

    public override string? RunBy =>
        Pass == PoolingPass.BackwardSeparable ? KeepsExtents ? "FlatBackward" : null : WidestFlat > 0 ? "FlatForward" : null;

    public override string StrategyName => "separable strips";

    // Forward computes more than it loads. Measured with 3x3 windows and 25 to 67 MB: asking for rows of 28 or 40 floats costs a fifth of the time, for 56 and
    // more it gains a tenth.
    public override PrefetchPlan Prefetch => Pass == PoolingPass.ForwardSeparable ? PrefetchPlan.FromMemory with { LeastRowFromMemory = 192 } : PrefetchPlan.Always;
}
