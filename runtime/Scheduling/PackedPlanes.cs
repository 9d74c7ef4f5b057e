using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>How narrow planes lie side by side in scratch memory, as one wide plane.</summary>
internal readonly struct PackedPlanes
{
    // Outputs of a wide row: from eight of the widest vectors on, a longer row gains nothing.
    private const int RowVectors = 8;

    // Of what is read and written of input and output: what a first-level cache of 32 KB holds beside the tensors' own lines.
    private const int BlockBytes = 20 << 10;

    private PackedPlanes(int planes, int pitch, in PoolingGeometry wide)
    {
        (Planes, Pitch, Wide) = (planes, pitch, wide);
    }

    /// <summary>The planes of a block.</summary>
    public int Planes { get; }

    /// <summary>The columns from a plane to the next: the plane's own, and as many as its windows reach over either side, so that none reaches into another plane.</summary>
    public int Pitch { get; }

    /// <summary>The windows from a plane to the next.</summary>
    public int OutputPitch => Pitch / Wide.Width.Stride;

    /// <summary>The wide plane.</summary>
    public PoolingGeometry Wide { get; }

    /// <summary>The packing of a call; null where it does not pay, or a kernel is not made for it.</summary>
    public static PackedPlanes? Of<T>(in PoolingGeometry geometry, PlanePacking packing)
        where T : unmanaged
    {
        AxisGeometry columns = geometry.Width;
        int lanes = LaneSelection.Lanes<T>();
        long fill = columns.OutputExtent * 100L;
        bool joined = geometry.Height.InputExtent == geometry.Height.Stride * (long)geometry.Height.OutputExtent;
        if (geometry.Planes < 2 || fill > (long)lanes * (joined ? packing.MostJoined : packing.Most) || fill < (long)lanes * packing.Least)
            return null;

        int reach = (columns.OutputExtent - 1) * columns.Stride - columns.PaddingBegin + columns.EffectiveKernel - columns.InputExtent;
        int apart = columns.InputExtent + Math.Max(Math.Max(columns.PaddingBegin, reach), 0);
        int outputs = Math.Max(columns.OutputExtent, (apart + columns.Stride - 1) / columns.Stride);
        int pitch = outputs * columns.Stride;
        long planeBytes = ((long)geometry.Height.InputExtent * pitch + (long)geometry.Height.OutputExtent * outputs) * Unsafe.SizeOf<T>();
        int planes = (int)Math.Min(geometry.Planes, Math.Min(RowVectors * lanes / outputs, BlockBytes / planeBytes));
        return planes < 2 ? null : new(planes, pitch, geometry.OfPlane(columns.OverExtent((planes - 1) * pitch + columns.InputExtent)));
    }
}
