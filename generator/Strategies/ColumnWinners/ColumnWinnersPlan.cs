using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ColumnWinners;

/// <summary>
/// Windows of many taps, their winners told by columns. Forward, the rows of a row of windows are compared column by column, and of the result each
/// window's columns. Backward, each column of a row of windows is given the gradients of the windows that it won, and then its rows take the sum.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Height">The rows of windows.</param>
/// <param name="Width">The columns of windows.</param>
/// <param name="Winner">The lane operation that leaves the one winner of a column's rows; null where all of them win.</param>
internal sealed record ColumnWinnersPlan(PoolingPass Pass, int LaneCalls, string Why, AxisSpec Height, AxisSpec Width, string? Winner)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "column winners";

    public override PrefetchPlan Prefetch => PrefetchPlan.FromMemory;

    /// <summary>Whether rows are taken apart, and put together again, a vector at a time where they have to be; else element by element.</summary>
    public required bool IsVectorised { get; init; }

    /// <summary>
    /// Forward, whether rows are added up while they are combined, to see whether they have numbers alone: of each window its last rows, which no window
    /// above has. Of dilated windows, the rows between taps are others': all are added up before.
    /// </summary>
    public bool AddsWhileCombining => Height.Dilation == 1;

    /// <summary>The first of a window's rows that the window above does not have.</summary>
    public int FirstNewRow => Math.Max(0, Height.Kernel - Height.Stride);

    /// <summary>The taps of an axis by the windows before its own that an element is in, from the farthest on.</summary>
    /// <param name="axis">The axis.</param>
    /// <returns>The number of windows, and of each of their taps the number and the place in a stride.</returns>
    public static IEnumerable<(int Windows, IEnumerable<(int Tap, int Phase)> Taps)> TapsOfElements(AxisSpec axis) =>
        from tap in Enumerable.Range(0, axis.Kernel)
        let offset = tap * axis.Dilation
        group (tap, offset % axis.Stride) by offset / axis.Stride into taps
        orderby taps.Key descending
        select (taps.Key, taps.AsEnumerable());
}
