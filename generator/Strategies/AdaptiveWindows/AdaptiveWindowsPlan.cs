using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>A window of known columns.</summary>
/// <param name="First">The first of them.</param>
/// <param name="End">Behind the last of them.</param>
internal sealed record KnownWindow(int First, int End);

/// <summary>
/// Windows whose extents are known at run time only, and differ. Where channels come first, the rows of a window, in all its slices, are combined column by
/// column, once for all windows side by side, and then the columns of each; where they come last, vectors of channels go through the taps.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="CombinesRows">Whether a window may have several rows.</param>
/// <param name="Divides">Whether the sum of a window is divided by its taps.</param>
/// <param name="KnownColumns">The windows of a row, where they are known and few enough to be written out; else none.</param>
internal sealed record AdaptiveWindowsPlan(
    PoolingPass Pass, int LaneCalls, string Why, bool CombinesRows, bool Divides, EquatableArray<KnownWindow> KnownColumns)
    : PassPlan(Pass, LaneCalls, Why)
{
    /// <summary>Channels last: the vectors of channels that go through a window side by side, and do not wait for each other.</summary>
    public int Vectors { get; init; } = 1;

    /// <summary>Whether rows and columns behind the last windows may belong to none.</summary>
    public bool LeavesRest { get; init; }

    public override string StrategyName => "adaptive windows";
}
