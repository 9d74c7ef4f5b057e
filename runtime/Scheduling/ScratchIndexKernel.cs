using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// In-plane indices of winners from a forward pass whose records do not lie as the outputs do: block by block, or group by group of small ones, the
/// records into scratch memory, and from these the indices.
/// </summary>
internal readonly unsafe struct ScratchIndexKernel<TForward, TLayout, TRecord, T> : IPoolingKernel<T>
    where TForward : IPoolingKernel<T>
    where TLayout : IIndexedRecordLayout
    where TRecord : unmanaged
    where T : unmanaged
{
    public static int Units(in PoolingGeometry geometry) => geometry.Blocks;

    public static int VectorExtent(in PoolingGeometry geometry) => TForward.VectorExtent(BlockGroups.Largest<T>(geometry));

    public static int ScratchLength(in PoolingGeometry geometry)
    {
        PoolingGeometry group = BlockGroups.Largest<T>(geometry);
        return checked(OwnScratch(group) + TForward.ScratchLength(group));
    }

    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        nint channels = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1, outputs = geometry.OutputPlane * channels;
        nint length = (nint)TLayout.Count(geometry, 1);
        byte* records = operands.ScratchBytes, rest = records + OwnScratch(BlockGroups.Largest<T>(geometry));
        var groups = BlockGroups.Of<T>(geometry, begin, end);
        for (int number = 0; number < groups.Count; number++)
        {
            BlockGroup group = groups[number];
            TForward.Run<TLanes, TVector>(
                operands.RecordedAtUnit(records, rest, group.InputsBefore, group.OutputsBefore), group.Geometry, 0, TForward.Units(group.Geometry));
            ref int indices = ref Unsafe.Add(ref operands.Records<int>(), group.OutputsBefore);
            for (int block = 0; block < group.Geometry.Blocks; block++)
                TLayout.Translate((TRecord*)records + block * length, ref Unsafe.Add(ref indices, block * outputs), geometry, channels);
        }
    }

    /// <summary>A group's records, up to a whole cache line.</summary>
    private static int OwnScratch(in PoolingGeometry group) => ThreadScratch.Align(TLayout.Count(group, group.Blocks) * sizeof(TRecord));
}
