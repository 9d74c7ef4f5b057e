namespace PoolGen.Runtime;

/// <summary>
/// A backward pass without a workspace: unit by unit, the forward pass of training into scratch memory, which stays in the cache, and
/// the backward pass from there. It costs no more than comparing every tap again, and needs no kernel of its own.
/// </summary>
internal readonly unsafe struct RecordingKernel<TForward, TBackward, TLayout, TRecord, T> : IPoolingKernel<T>
    where TForward : IPoolingKernel<T>
    where TBackward : IPoolingKernel<T>
    where TLayout : IRecordLayout
    where TRecord : unmanaged
    where T : unmanaged
{
    public static int Units(in PoolingGeometry geometry) => TBackward.Units(geometry);

    // Both kernels run at one width: the narrower extent is within the limits of both.
    public static int VectorExtent(in PoolingGeometry geometry) => Math.Min(TForward.VectorExtent(geometry), TBackward.VectorExtent(geometry));

    public static int ScratchLength(in PoolingGeometry geometry) =>
        checked(OwnScratch(geometry) + Math.Max(TForward.ScratchLength(geometry), TBackward.ScratchLength(geometry)));

    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        int units = TBackward.Units(geometry);
        int outputs = (int)(geometry.OutputShape.ElementCount / units);
        nint inputs = (nint)(geometry.InputShape.ElementCount / units);
        byte* start = operands.ScratchBytes;
        for (int unit = begin; unit < end; unit++)
        {
            byte* records = start + outputs * sizeof(T) + RecordMargin.Bytes, rest = start + OwnScratch(geometry);
            TForward.Run<TLanes, TVector>(operands.ForwardAtUnit((T*)start, records, rest, unit * inputs), geometry, 0, 1);
            TBackward.Run<TLanes, TVector>(operands.BackwardAtUnit(records, rest, unit * inputs, unit * (nint)outputs), geometry, 0, 1);
        }
    }

    /// <summary>A unit's output and records with their margin, up to a whole cache line.</summary>
    private static int OwnScratch(in PoolingGeometry geometry) => ThreadScratch.Align(
        geometry.OutputShape.ElementCount / Math.Max(1, TBackward.Units(geometry)) * sizeof(T)
        + TLayout.Count(geometry, 1) * sizeof(TRecord)
        + 2 * RecordMargin.Bytes);
}
