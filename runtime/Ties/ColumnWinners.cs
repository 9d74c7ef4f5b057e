using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Winners by columns (<see cref="ColumnRecords"/>): their number is the sum of the winning rows of a window's winning columns.</summary>
/// <typeparam name="TRecord">The storage of a record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ColumnWinners<TRecord> : IWinnerCounts
    where TRecord : unmanaged, INumber<TRecord>
{
    /// <inheritdoc/>
    public static nint RecordBytes(in PoolingGeometry blocks) => RecordBytes<ColumnRecordLayout, TRecord>.Bytes(blocks);

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry blocks) => 0;

    /// <inheritdoc/>
    public static bool HasRepeated<T>(in PoolingOperands<T> operands, in PoolingGeometry geometry)
        where T : unmanaged, INumber<T> =>
        RepeatedWinners.Any((TRecord*)operands.RecordsAddress, geometry.Blocks * ColumnRecords.Of(geometry).Unit, rows: int.MaxValue, columns: 0);

    /// <summary>Window by window: what is divided is what several winners share, and how many they are is told by bits that lie apart.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Divide<TLanes, TVector, T>(in PoolingOperands<T> operands, ref T shares, in PoolingGeometry geometry)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        AxisGeometry columns = geometry.Width;
        ColumnRecords layout = ColumnRecords.Of(geometry);
        nint channels = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1, step = columns.Dilation * channels;
        TRecord* records = (TRecord*)operands.RecordsAddress;
        T* gradient = operands.OutputGradientAddress;
        ref T share = ref shares;
        for (int unit = 0; unit < geometry.Blocks; unit++, records += layout.Unit)
        {
            TRecord* rows = records, window = records + layout.Windows;
            for (int row = 0; row < geometry.Height.OutputExtent; row++, rows += layout.Row)
            {
                for (int column = 0; column < columns.OutputExtent; column++)
                {
                    TRecord* first = rows + columns.Start(column) * channels;
                    TapRange inside = columns.Taps(column);
                    for (nint channel = 0; channel < channels; channel++, window++, gradient++, share = ref Unsafe.Add(ref share, 1))
                        share = *gradient / T.CreateTruncating(Math.Max(1, Count(WinnerScatter.Record(ref *window, 0), first + channel, step, inside)));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Count(uint won, TRecord* first, nint step, TapRange inside)
    {
        int count = 0;
        for (; won != 0; won &= won - 1)
        {
            int column = BitOperations.TrailingZeroCount(won);
            if (inside.Contains(column))
                count += BitOperations.PopCount(WinnerScatter.Record(ref first[column * step], 0));
        }
        return count;
    }
}
