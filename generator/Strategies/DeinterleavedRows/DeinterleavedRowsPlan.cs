using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>What a forward pass notes of each window's winners.</summary>
internal enum WinnerRecord
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The number of the first winner.</summary>
    FirstTap,

    /// <summary>The number of the last winner.</summary>
    LastTap,

    /// <summary>A bit for every winner.</summary>
    Bits,
}

/// <summary>A column of taps, as a vector of windows sees it.</summary>
/// <param name="Tap">The number of the column in its window.</param>
/// <param name="Phase">Which of the columns between two windows it is.</param>
/// <param name="Shift">How many windows before the vector's own columns it begins: its vector is the phase's, shifted in by as many.</param>
/// <param name="BeginsOutside">Whether what a row's first vector has shifted in is certain to lie in the padding.</param>
internal sealed record WindowColumn(int Tap, int Phase, int Shift, bool BeginsOutside);

/// <summary>
/// Windows at column distances of 2 to 4: the rows of a window are combined as they lie in memory, and only the result is taken apart into
/// the columns of taps. Loads are whole neighbouring vectors, and each is made once per row of windows.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Columns">The columns of taps, in ascending order.</param>
/// <param name="Record">What is noted of the winners.</param>
/// <param name="HasWholeLoop">Whether vectors that need no mask have a loop of their own; else all are taken for clipped.</param>
/// <param name="EndsOnce">Whether all vectors of a row are whole ones but at most the last; else some at its ends need masks.</param>
/// <param name="ReplacesOverhang">
/// Whether only the last vector of a row has windows that reach beyond its end, and is loaded whole: what lies behind the row is replaced, by masks that all rows share.
/// </param>
/// <param name="CallsColumns">Whether the columns before a row's first vector come from calls, because a large window has too many of them for one method.</param>
/// <param name="Division">How windows are divided.</param>
/// <param name="JoinsPlanes">Whether planes without rows left over, as a call may have them, are taken for the rows of one.</param>
internal sealed record DeinterleavedRowsPlan(
    PoolingPass Pass,
    int LaneCalls,
    string Why,
    EquatableArray<WindowColumn> Columns,
    WinnerRecord Record,
    WindowDivision Division,
    bool HasWholeLoop,
    bool EndsOnce,
    bool ReplacesOverhang,
    bool CallsColumns,
    bool JoinsPlanes)
    : PassPlan(Pass, LaneCalls, Why)
{
    /// <summary>Whether divisors differ between windows.</summary>
    public bool CountsTaps => Division != WindowDivision.Uniform;

    /// <summary>
    /// Whether two rows of windows are also taken in one vector, where they are that narrow: half the loads and the instructions. With 512 bits and 2x2
    /// windows over 6 to 16 columns that took 0.35 to 0.65 of the time (13 columns: 0.95), and 0.55 to 0.85 where winners are recorded; with 3x3
    /// windows over 7 to 17 columns 0.5 to 0.8 and 0.65 to 0.8, with 5x5 windows 0.6 to 0.7 and 0.4 to 0.5.
    /// </summary>
    public bool PairsRows { get; init; }

    /// <summary>
    /// Whether such rows are neighbours, of whatever planes, where a call's planes have no rows left over; else they are the same row of two planes. In such
    /// planes no window hangs over their end.
    /// </summary>
    public bool PairsNeighbours { get; init; }

    public override PassPlan OfOneUnit() => (DeinterleavedRowsPlan)base.OfOneUnit() with { PairsRows = false };

    public override string? RunBy => PairsRows ? "PairedRows" : null;

    public override string StrategyName => "deinterleaved rows";

    // Measured with 2x2 and 3x3 windows at distance 2 and 13 to 15 MB: without it, rows of up to 20 windows take 0.6 to 0.9 of the time, and rows of 28 and
    // more up to 1.8 times as long when winners are recorded.
    public override PrefetchPlan Prefetch => PrefetchPlan.Always with { LeastRowFromCache = 96 };

    /// <summary>The columns of taps before a vector's own columns, which the vector before has seen.</summary>
    public IEnumerable<WindowColumn> Carried => Columns.Where(column => column.Shift > 0);
}
