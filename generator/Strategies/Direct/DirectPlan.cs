using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Direct;

/// <summary>How far a window's taps are written out.</summary>
internal enum WindowUnroll
{
    /// <summary>Every tap.</summary>
    Whole,

    /// <summary>The taps of a window row; the rows are a loop.</summary>
    Columns,

    /// <summary>None: rows and columns are loops.</summary>
    None,
}

/// <summary>Every window on its own, tap by tap, a vector of neighbouring windows at a time.</summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the whole-window method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Unroll">How far a whole window is written out; clipped windows are always loops.</param>
/// <param name="VectorEdges">Whether clipped windows are computed a vector at a time too, instead of one by one.</param>
/// <param name="KeepsTaps">The taps stay in locals between finding the extreme and comparing with it.</param>
/// <param name="ChecksNumbers">
/// Whether whole windows are first taken for numbers, with the shortest operations; a vector that holds a NaN is computed again, exactly.
/// </param>
internal sealed record DirectPlan(
    PoolingPass Pass, int LaneCalls, string Why, WindowUnroll Unroll, bool VectorEdges, bool KeepsTaps, bool ChecksNumbers)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "direct windows";
}
