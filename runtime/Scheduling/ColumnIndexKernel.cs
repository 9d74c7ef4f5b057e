using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// In-plane indices of winners from a forward pass that leaves winning columns: unit by unit, the records into scratch memory, and from these the
/// index of each window's first winner.
/// </summary>
internal readonly unsafe struct ColumnIndexKernel<TForward, TRecord, T> : IPoolingKernel<T>
    where TForward : IPoolingKernel<T>
    where TRecord : unmanaged
    where T : unmanaged
{
    public static int Units(in PoolingGeometry geometry) => TForward.Units(geometry);

    public static int VectorExtent(in PoolingGeometry geometry) => TForward.VectorExtent(geometry);

    public static int ScratchLength(in PoolingGeometry geometry) => checked(OwnScratch(geometry) + TForward.ScratchLength(geometry));

    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        int channels = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1;
        nint inputs = geometry.InputPlane * channels, outputs = geometry.OutputPlane * channels;
        byte* records = operands.ScratchBytes;
        for (int unit = begin; unit < end; unit++)
        {
            TForward.Run<TLanes, TVector>(
                operands.RecordedAtUnit(records, records + OwnScratch(geometry), unit * inputs, unit * outputs), geometry, 0, 1);
            Translate((TRecord*)records, ref Unsafe.Add(ref operands.Records<int>(), unit * outputs), geometry, channels);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Translate(TRecord* records, ref int indices, in PoolingGeometry geometry, nint channels)
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
    private static int First(uint won, TRecord* records, TapRange inside, int top, int left, nint channels, in PoolingGeometry geometry)
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

    /// <summary>A unit's records with their margin, up to a whole cache line.</summary>
    private static int OwnScratch(in PoolingGeometry geometry) =>
        ThreadScratch.Align(ColumnRecordLayout.Count(geometry, 1) * sizeof(TRecord));
}
