using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>A run of neighbouring columns, combined before: where it begins in its window, and how long it is.</summary>
/// <param name="Level">The number of times that its length has been multiplied: 0 is a single column.</param>
/// <param name="Offset">The column of the window that it begins with.</param>
internal sealed record Run(int Level, int Offset);

/// <summary>
/// Windows of many taps, first down the columns and then along the rows, at a cost that hardly grows with their size. Down the columns,
/// the windows that share a row are each a run that ends with it and a run that begins behind it; along the rows, windows are made of
/// runs whose lengths are powers of four.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="OverGradient">Whether the windows lie over the output gradient (Average's backward pass) instead of the input.</param>
/// <param name="CountsTaps">Whether divisors differ between windows.</param>
/// <param name="Divisor">The divisor, where all windows have the same; 0 where nothing is divided, or divisors differ.</param>
/// <param name="Levels">How many lengths of runs there are beside single columns.</param>
/// <param name="Runs">The runs that make up a row of a window.</param>
internal sealed record LargeWindowsPlan(
    PoolingPass Pass,
    int LaneCalls,
    string Why,
    bool OverGradient,
    bool CountsTaps,
    int Divisor,
    int Levels,
    EquatableArray<Run> Runs)
    : PassPlan(Pass, LaneCalls, Why)
{
    /// <summary>How many runs of one length make up one of the next.</summary>
    public const int Radix = 4;

    public override string StrategyName => "large windows";
}
