using PoolGen.Generator.Model;

namespace PoolGen.Generator.Strategies.Gathering;

/// <summary>A tap column, as seen from the input: the place that it has there and the window that it belongs to.</summary>
/// <param name="Column">The tap's column in its window.</param>
/// <param name="Phase">Which of the stride's columns it lies on.</param>
/// <param name="Window">The window column, relative to the number of the run of stride columns.</param>
internal sealed record TapColumn(int Column, int Phase, int Window)
{
    /// <summary>The tap columns of the windows of a row.</summary>
    /// <param name="width">The axis of columns.</param>
    /// <param name="padding">The columns of padding between the first run's begin and the input's.</param>
    public static EquatableArray<TapColumn> Of(AxisSpec width, int padding) =>
        new(Enumerable.Range(0, width.Kernel).Select(column => Seen(column, width.Stride, padding)));

    private static TapColumn Seen(int column, int stride, int padding)
    {
        int phase = ((column - padding) % stride + stride) % stride;
        return new(column, phase, (phase + padding - column) / stride);
    }
}

/// <summary>What the tap columns of a window have in common.</summary>
internal static class TapColumns
{
    /// <summary>The window columns that a run of stride columns takes from, in ascending order.</summary>
    public static IEnumerable<int> Windows(this IEnumerable<TapColumn> columns) =>
        columns.Select(tap => tap.Window).Distinct().OrderBy(window => window);
}
