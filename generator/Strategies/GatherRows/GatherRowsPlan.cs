using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>How a call goes through its planes.</summary>
internal enum PlaneOrder
{
    /// <summary>One after the other.</summary>
    OneByOne,

    /// <summary>
    /// Planes without rows left over are taken for the rows of one. Where windows overlap, what reaches over the ends of a plane is padding, which no
    /// record names.
    /// </summary>
    Joined,

    /// <summary>The same, and planes with rows left over go through one call of the method of steps too, which clears them.</summary>
    Together,
}

/// <summary>
/// Each element of the input gradient is the sum of what its windows give it, and is written once, in the order of memory: row by row, from all rows of
/// windows that reach it. A vector holds every stride-th column of the input, so the windows that reach it are neighbours: gradients and records are
/// read as they lie in memory.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Columns">The tap columns.</param>
/// <param name="RowsApart">Whether each row of a stride has a method of its own, because one for all of them would be too long.</param>
/// <param name="Planes">How a call goes through its planes.</param>
/// <param name="MissingRows">Which rows of a step it may lack, because they lie in the padding, or behind the input.</param>
/// <param name="Vectors">The vectors of a row.</param>
internal sealed record GatherRowsPlan(
    PoolingPass Pass,
    int LaneCalls,
    string Why,
    EquatableArray<TapColumn> Columns,
    bool RowsApart,
    PlaneOrder Planes,
    EquatableArray<int> MissingRows,
    RowVectors Vectors)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "gathered rows";

    // Measured with 2x2 windows at distance 2 and 16 MB (Zen 4): without it, the pass takes 0.76 of the time, and a training step 0.86 to 0.92.
    public override PrefetchPlan Prefetch => PrefetchPlan.Always with { UnlessFollowed = true };

    /// <summary>Whether planes with rows left over go through one call too.</summary>
    public bool TakesPlanesTogether => Planes == PlaneOrder.Together;

    /// <inheritdoc cref="TapColumns.Windows"/>
    public IEnumerable<int> Windows => Columns.Windows();

    /// <summary>How many rows of windows reach a row of the input that lies so many rows behind the first row of one.</summary>
    public static int RowsOfWindows(AxisSpec height, int phase) => Math.Max(0, (height.Kernel - phase + height.Stride - 1) / height.Stride);
}
