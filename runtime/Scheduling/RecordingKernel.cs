namespace PoolGen.Runtime;

/// <summary>
/// A backward pass without a workspace: block by block, or group by group of small ones, the forward pass of training into scratch memory, which stays in the
/// cache, and the backward pass from there. It costs no more than comparing every tap again, and needs no kernel of its own.
/// </summary>
internal readonly unsafe struct RecordingKernel<TForward, TBackward, TLayout, TRecord, T> : IPoolingKernel<T>
    where TForward : IPoolingKernel<T>
    where TBackward : IPoolingKernel<T>
    where TLayout : IRecordLayout
    where TRecord : unmanaged
    where T : unmanaged
{
    public static int Units(in PoolingGeometry geometry) => geometry.Blocks;

    // Both kernels run at one width: the narrower extent is within the limits of both.
    public static int VectorExtent(in PoolingGeometry geometry)
    {
        PoolingGeometry group = BlockGroups.Largest<T>(geometry);
        return Math.Min(TForward.VectorExtent(group), TBackward.VectorExtent(group));
    }

    public static int ScratchLength(in PoolingGeometry geometry)
    {
        PoolingGeometry group = BlockGroups.Largest<T>(geometry);
        return checked(OwnScratch(group) + Math.Max(TForward.ScratchLength(group), TBackward.ScratchLength(group)));
    }

    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        PoolingGeometry largest = BlockGroups.Largest<T>(geometry);
        byte* start = operands.ScratchBytes;
        byte* records = start + largest.OutputShape.ElementCount * sizeof(T) + RecordMargin.Bytes, rest = start + OwnScratch(largest);
        var groups = BlockGroups.Of<T>(geometry, begin, end);
        for (int number = 0; number < groups.Count; number++)
        {
            BlockGroup group = groups[number];
            TForward.Run<TLanes, TVector>(
                operands.ForwardAtUnit((T*)start, records, rest, group.InputsBefore), group.Geometry, 0, TForward.Units(group.Geometry));
            TBackward.Run<TLanes, TVector>(
                operands.BackwardAtUnit(records, rest, group.InputsBefore, group.OutputsBefore), group.Geometry, 0, TBackward.Units(group.Geometry));
        }
    }

    /// <summary>A group's output and records with their margin, up to a whole cache line.</summary>
    private static int OwnScratch(in PoolingGeometry group) => ThreadScratch.Align(
        group.OutputShape.ElementCount * sizeof(T) + TLayout.Count(group, group.Blocks) * sizeof(TRecord) + 2 * RecordMargin.Bytes);
}
