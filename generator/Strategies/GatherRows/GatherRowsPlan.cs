using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>A tap column, as seen from the input: the place that it has there and the window that it belongs to.</summary>
/// <param name="Column">The tap's column in its window.</param>
/// <param name="Phase">Which of the stride's columns it lies on.</param>
/// <param name="Window">The window column, relative to the number of the run of stride columns.</param>
internal sealed record TapColumn(int Column, int Phase, int Window);

/// <summary>
/// Each element of the input gradient is the sum of what its windows give it, and is written once. A vector holds every stride-th column
/// of the input, so the windows that reach it are neighbours: gradients and records are read as they lie in memory.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Columns">The tap columns.</param>
/// <param name="Aligned">Whether runs of stride columns begin with the input; else they begin with the padding, known at run time.</param>
/// <param name="Groups">
/// How many neighbouring strips inside the rows a method computes at once from top to bottom, largest first, ending with 1, where an input
/// row has several windows above each other and rows are not in order; else empty.
/// </param>
/// <param name="InOrder">Whether rows are computed in the order of memory, each from all rows of windows that reach it.</param>
/// <param name="RowsApart">In order: whether each row of a stride has a method of its own, because one for all of them would be too long.</param>
/// <param name="CarriesWindow">
/// In order: whether the window before a run's own is taken from the vector before and not loaded, so that a row's first vector is as any other.
/// </param>
/// <param name="EndsOnce">In order: whether all vectors of a row are whole ones but at most the last; else some at its ends are not.</param>
/// <param name="LeavesColumns">
/// In order: whether a row's last columns may lie behind its windows, runs of them that no window reaches: they are cleared, not gathered.
/// </param>
/// <param name="RunsOn">
/// In order: whether the last vector of a row may be a whole one where the extents allow, although it runs on into what belongs to the next row.
/// </param>
/// <param name="JoinsPlanes">
/// In order: whether planes without rows left over, as a call may have them, are taken for the rows of one. Where windows overlap, what reaches over the
/// ends of a plane is padding, which no record names.
/// </param>
internal sealed record GatherRowsPlan(
    PoolingPass Pass,
    int LaneCalls,
    string Why,
    EquatableArray<TapColumn> Columns,
    bool Aligned,
    EquatableArray<int> Groups,
    bool InOrder,
    bool RowsApart = false,
    bool CarriesWindow = false,
    bool EndsOnce = false,
    bool LeavesColumns = false,
    bool RunsOn = false,
    bool JoinsPlanes = false)
    : PassPlan(Pass, LaneCalls, Why)
{
    /// <summary>In order: which rows of a step it may lack, because they lie in the padding, or behind the input.</summary>
    public EquatableArray<int> MissingRows { get; init; } = new(Array.Empty<int>());

    public override string StrategyName => "gathered rows";

    /// <summary>
    /// In order: whether the masks of a row's last vector are made once for all rows. Without a carried window most rows run on and need none.
    /// </summary>
    public bool SharesMasks => CarriesWindow && EndsOnce;

    /// <summary>In order: whether one call of the method of steps goes through many planes, with rows left over or without.</summary>
    public bool RepeatsPlanes { get; init; }

    /// <summary>The window columns that a run of stride columns takes from, in ascending order.</summary>
    public IEnumerable<int> Windows => Columns.Select(tap => tap.Window).Distinct().OrderBy(window => window);

    /// <summary>How many rows of windows reach a row of the input that lies so many rows behind the first row of one.</summary>
    public static int RowsOfWindows(AxisSpec height, int phase) => Math.Max(0, (height.Kernel - phase + height.Stride - 1) / height.Stride);
}
