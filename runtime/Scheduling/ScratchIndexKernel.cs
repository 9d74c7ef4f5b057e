using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// In-plane indices of winners from a forward pass whose records do not lie as the outputs do: unit by unit, the records into scratch memory, and from
/// these the indices.
/// </summary>
internal readonly unsafe struct ScratchIndexKernel<TForward, TLayout, TRecord, T> : IPoolingKernel<T>
    where TForward : IPoolingKernel<T>
    where TLayout : IIndexedRecordLayout
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
        nint channels = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1;
        nint inputs = geometry.InputPlane * channels, outputs = geometry.OutputPlane * channels;
        byte* records = operands.ScratchBytes;
        for (int unit = begin; unit < end; unit++)
        {
            TForward.Run<TLanes, TVector>(
                operands.RecordedAtUnit(records, records + OwnScratch(geometry), unit * inputs, unit * outputs), geometry, 0, 1);
            TLayout.Translate((TRecord*)records, ref Unsafe.Add(ref operands.Records<int>(), unit * outputs), geometry, channels);
        }
    }

    /// <summary>A unit's records, up to a whole cache line.</summary>
    private static int OwnScratch(in PoolingGeometry geometry) => ThreadScratch.Align(TLayout.Count(geometry, 1) * sizeof(TRecord));
}
