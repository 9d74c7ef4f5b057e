using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// What kernels keep in scratch memory whose windows differ: where each window of a row begins and ends, worked out once, and behind
/// that some rows as long as the input's or the output's. A vector may hang over a row's end.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WindowBounds
{
    /// <summary>The bytes of scratch memory.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="axis">The axis that rows lie along.</param>
    /// <param name="rows">The rows behind the bounds.</param>
    public static int ScratchLength<T>(in AxisGeometry axis, int rows)
        where T : unmanaged => checked(BoundsLength(axis) + rows * RowLength<T>(axis) * Unsafe.SizeOf<T>());

    /// <summary>Writes the bounds of an axis: of window w, the first element at 2 w and behind the last at 2 w + 1.</summary>
    /// <returns>The first of them.</returns>
    public static ref int Fill<T>(scoped in PoolingOperands<T> operands, scoped in AxisGeometry axis)
        where T : unmanaged
    {
        ref int bounds = ref Unsafe.As<T, int>(ref operands.Scratch);
        for (int window = 0; window < axis.OutputExtent; window++)
        {
            Unsafe.Add(ref bounds, 2 * window) = axis.Start(window);
            Unsafe.Add(ref bounds, 2 * window + 1) = axis.End(window);
        }
        return ref bounds;
    }

    /// <summary>A row behind the bounds.</summary>
    public static ref T Row<T>(scoped in PoolingOperands<T> operands, scoped in AxisGeometry axis, int number)
        where T : unmanaged => ref Unsafe.Add(ref operands.Scratch, BoundsLength(axis) / Unsafe.SizeOf<T>() + (nint)number * RowLength<T>(axis));

    /// <summary>Writes the number of elements of each window to a row behind the bounds.</summary>
    /// <returns>The first of them.</returns>
    public static ref T FillWidths<T>(scoped in PoolingOperands<T> operands, scoped in AxisGeometry axis, int number)
        where T : unmanaged, INumber<T>
    {
        ref T widths = ref Row(operands, axis, number);
        for (int window = 0; window < axis.OutputExtent; window++)
            Unsafe.Add(ref widths, window) = T.CreateTruncating(axis.End(window) - axis.Start(window));
        return ref widths;
    }

    /// <summary>Writes the numbers of a row's elements, and some behind its end, as integers to a row behind the bounds.</summary>
    /// <returns>The first of them.</returns>
    public static ref int FillIndices<T>(scoped in PoolingOperands<T> operands, scoped in AxisGeometry axis, int number)
        where T : unmanaged
    {
        ref int indices = ref Unsafe.As<T, int>(ref Row(operands, axis, number));
        for (int index = 0; index < axis.InputExtent + ThreadScratch.Alignment / sizeof(int); index++)
            Unsafe.Add(ref indices, index) = index;
        return ref indices;
    }

    private static int BoundsLength(in AxisGeometry axis) => ThreadScratch.Align(2L * axis.OutputExtent * sizeof(int));

    private static int RowLength<T>(in AxisGeometry axis)
        where T : unmanaged =>
        ThreadScratch.Align((long)Math.Max(axis.InputExtent, axis.OutputExtent) * Unsafe.SizeOf<T>() + ThreadScratch.Alignment) / Unsafe.SizeOf<T>();
}
