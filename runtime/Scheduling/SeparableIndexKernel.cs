using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// In-plane indices of winners from a forward pass that leaves separable winners: unit by unit, the records into scratch memory, and
/// from each window's winning row and that row's winning column the index. Where several won, the first is meant.
/// </summary>
internal readonly unsafe struct SeparableIndexKernel<TForward, TRecord, T> : IPoolingKernel<T>
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
            Translate(
                ref Unsafe.AsRef<TRecord>((TRecord*)records),
                ref Unsafe.Add(ref operands.Records<int>(), unit * outputs),
                geometry,
                channels);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Translate(ref TRecord records, ref int indices, in PoolingGeometry geometry, int channels)
    {
        AxisGeometry rows = geometry.Height, columns = geometry.Width;
        nint width = columns.OutputExtent * (nint)channels;
        int recordRow = rows.Kernel - 1 - SeparableRecords.Of(geometry).Delay;
        nint next = 0;
        for (int row = 0; row < rows.OutputExtent; row++)
        {
            int top = rows.Start(row);
            nint recorded = (top + recordRow) * width;
            nint at = 0;
            for (int column = 0; column < columns.OutputExtent; column++)
            {
                int left = columns.Start(column);
                for (int channel = 0; channel < channels; channel++, next++, at++)
                {
                    int won = TapAccess.Load(ref records, recorded + at);
                    int tapRow = BitOperations.TrailingZeroCount(won);
                    if (tapRow >= rows.Kernel)
                    {
                        Unsafe.Add(ref indices, next) = -1;
                        continue;
                    }
                    int wonColumns = TapAccess.Load(ref records, (top + tapRow) * width + at) >> rows.Kernel;
                    Unsafe.Add(ref indices, next) = (top + tapRow) * columns.InputExtent + left + BitOperations.TrailingZeroCount(wonColumns);
                }
            }
        }
    }

    /// <summary>A unit's records, up to a whole cache line.</summary>
    private static int OwnScratch(in PoolingGeometry geometry) =>
        ThreadScratch.Align(SeparableRecordLayout.Count(geometry, 1) * sizeof(TRecord));
}
