using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Rows of columns at distances for which there are no lane operations, element by element.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ColumnsApart
{
    /// <summary>Takes a row apart by its columns' places in a stride.</summary>
    /// <param name="line">The row.</param>
    /// <param name="apart">Where the columns of each place go, side by side (<see cref="ColumnScratch.Phase"/>).</param>
    /// <param name="stride">The distance.</param>
    /// <param name="scratch">How long both are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Take<T>(ref T line, ref T apart, int stride, in ColumnScratch scratch)
        where T : unmanaged
    {
        for (int phase = 0; phase < stride; phase++)
        {
            ref T from = ref Unsafe.Add(ref line, phase), to = ref Unsafe.Add(ref apart, phase * (nint)scratch.Phase);
            for (nint run = 0; run < scratch.Reached; run++)
                Unsafe.Add(ref to, run) = Unsafe.Add(ref from, run * stride);
        }
    }

    /// <summary>The sums of a row of columns: each takes the gradients of the windows that it won.</summary>
    /// <param name="gradients">The gradients of a row of windows.</param>
    /// <param name="records">Bits of the columns that won each.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="columns">The windows of the row.</param>
    /// <param name="length">The sums that there is room for, as far as any window reaches.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Give<TRecord, T>(ref T gradients, ref TRecord records, ref T sums, in AxisGeometry columns, int length)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        for (nint column = 0; column < length; column++)
            Unsafe.Add(ref sums, column) = T.Zero;
        uint taps = (1u << columns.Kernel) - 1; // a workspace that the forward pass did not write may have others
        nint dilation = columns.Dilation, stride = columns.Stride;
        for (nint window = 0; window < columns.OutputExtent; window++)
        {
            for (uint won = WinnerScatter.Record(ref records, window) & taps; won != 0; won &= won - 1)
                Unsafe.Add(ref sums, window * stride + BitOperations.TrailingZeroCount(won) * dilation) += Unsafe.Add(ref gradients, window);
        }
    }
}
