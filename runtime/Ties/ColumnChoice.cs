using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// The one winner of windows of which several columns hold the extreme: each column knows only its own first or last row, and the first tap of a window
/// is that of the first row.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ColumnChoice
{
    /// <summary>Leaves the column of the first row, and of that row the first column.</summary>
    /// <param name="windows">The records of a row of windows (<see cref="ColumnRecords"/>).</param>
    /// <param name="rows">The records of its columns.</param>
    /// <param name="geometry">The call.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void First<TRecord>(ref TRecord windows, ref TRecord rows, in PoolingGeometry geometry)
        where TRecord : unmanaged => Choose(ref windows, ref rows, geometry, last: false);

    /// <summary>Leaves the column of the last row, and of that row the last column.</summary>
    /// <inheritdoc cref="First"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Last<TRecord>(ref TRecord windows, ref TRecord rows, in PoolingGeometry geometry)
        where TRecord : unmanaged => Choose(ref windows, ref rows, geometry, last: true);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Choose<TRecord>(ref TRecord windows, ref TRecord rows, in PoolingGeometry geometry, bool last)
        where TRecord : unmanaged
    {
        AxisGeometry columns = geometry.Width;
        nint channels = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1;
        for (int window = 0; window < columns.OutputExtent; window++)
        {
            ref TRecord first = ref Unsafe.Add(ref rows, columns.Start(window) * channels), record = ref Unsafe.Add(ref windows, window * channels);
            TapRange inside = columns.Taps(window);
            for (nint channel = 0; channel < channels; channel++)
            {
                uint won = WinnerScatter.Record(ref record, channel);
                if ((won & (won - 1)) != 0)
                    WinnerScatter.SetRecord(ref record, channel, 1 << Best(ref Unsafe.Add(ref first, channel), won, inside, columns.Dilation * channels, last));
            }
        }
    }

    /// <summary>The column whose row comes first, or last.</summary>
    private static int Best<TRecord>(ref TRecord first, uint won, TapRange inside, nint step, bool last)
        where TRecord : unmanaged
    {
        int best = BitOperations.TrailingZeroCount(won);
        uint bestRow = 0;
        for (; won != 0; won &= won - 1)
        {
            int column = BitOperations.TrailingZeroCount(won);
            if (!inside.Contains(column))
                continue;
            uint row = WinnerScatter.Record(ref first, column * step); // one bit
            if (bestRow == 0 || (last ? row >= bestRow : row < bestRow))
                (best, bestRow) = (column, row);
        }
        return best;
    }
}
