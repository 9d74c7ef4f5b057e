using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Records of winning columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ColumnRecordLayout : IIndexedRecordLayout
{
    /// <inheritdoc/>
    public static long Count(in PoolingGeometry geometry, long units) => checked(units * ColumnRecords.Of(geometry).Unit);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Translate<TRecord>(TRecord* records, ref int indices, in PoolingGeometry geometry, nint channels)
        where TRecord : unmanaged
    {
        (AxisGeometry rows, AxisGeometry columns) = (geometry.Height, geometry.Width);
        ColumnRecords layout = ColumnRecords.Of(geometry);
        TRecord* window = records + layout.Windows;
        nint next = 0;
        for (int row = 0; row < rows.OutputExtent; row++, records += layout.Row)
        {
            int top = rows.Start(row);
            for (int column = 0; column < columns.OutputExtent; column++)
            {
                int left = columns.Start(column);
                TapRange inside = columns.Taps(column);
                for (nint channel = 0; channel < channels; channel++, next++, window++)
                    Unsafe.Add(ref indices, next) = First(WinnerScatter.Record(ref *window, 0), records + channel, inside, top, left, channels, geometry);
            }
        }
    }

    /// <summary>The index of a window's first winner: of the winning columns, that whose first winning row comes first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int First<TRecord>(uint won, TRecord* records, TapRange inside, int top, int left, nint channels, in PoolingGeometry geometry)
        where TRecord : unmanaged
    {
        int bestRow = int.MaxValue, best = -1;
        for (; won != 0; won &= won - 1)
        {
            int tap = BitOperations.TrailingZeroCount(won);
            if (!inside.Contains(tap))
                continue;
            int column = left + tap * geometry.Width.Dilation;
            uint rows = WinnerScatter.Record(ref records[column * channels], 0);
            int row = BitOperations.TrailingZeroCount(rows);
            if (rows == 0 || row >= bestRow)
                continue;
            bestRow = row;
            best = (top + row * geometry.Height.Dilation) * geometry.Width.InputExtent + column;
        }
        return best;
    }
}
