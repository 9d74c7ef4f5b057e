using PoolGen.Generator.Model;
using PoolGen.Runtime;
using AxisRounding = PoolGen.Generator.Model.AxisRounding;

namespace PoolGen.Generator.Planning;

/// <summary>What follows from input extents that are known at compile time: windows of a given kernel, distance and padding, and nothing left to derive.</summary>
internal static class KnownExtents
{
    /// <summary>
    /// The same windows, with as little said about them as the known extents leave open. Adaptive windows that are alike become
    /// ordinary ones, derived padding becomes explicit, and padding that no window reaches is dropped: such an axis clips nothing.
    /// </summary>
    public static PoolingSpec Resolve(PoolingSpec spec) => spec with
    {
        Axes = new(spec.Axes.Select(axis => axis.InputExtent is { } extent ? Resolve(axis, extent, spec.Divisor.Kind == DivisorKind.PaddedTaps) : axis)),
    };

    /// <summary>The windows of an axis over an input of known extent.</summary>
    /// <exception cref="ArgumentException">No window fits.</exception>
    public static AxisGeometry Windows(AxisSpec axis, int inputExtent) => RuntimeAxis(axis).Resolve(0, inputExtent);

    /// <summary>The number of windows of an axis over an input of known extent; below 1 where none fits.</summary>
    public static long CountOutputs(AxisSpec axis, int inputExtent) => RuntimeAxis(axis).CountOutputs(inputExtent);

    private static PoolingAxis RuntimeAxis(AxisSpec axis) => axis.OutputExtent is { } outputs
        ? PoolingAxis.Adaptive(outputs)
        : new(axis.Kernel, axis.Stride, axis.PaddingBegin, axis.PaddingEnd, axis.Dilation, (Runtime.AxisRounding)axis.Rounding);

    private static AxisSpec Resolve(AxisSpec axis, int extent, bool countsPadding)
    {
        AxisGeometry windows = Windows(axis, extent);
        if (windows.IsAdaptive)
            return axis;

        // Ceiling mode may hang over what is declared. That counts as padding everywhere but in a divisor.
        int overhang = Math.Max(0, windows.End(windows.OutputExtent - 1) - extent);
        if (axis.Rounding == AxisRounding.Ceiling && countsPadding && overhang > axis.PaddingEnd)
            return axis;
        return new AxisSpec(windows.MostTaps, windows.Distance, windows.PaddingBegin, overhang, windows.Dilation, AxisRounding.Floor) { InputExtent = extent };
    }
}
