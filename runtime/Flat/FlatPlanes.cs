using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>How planes that are runs of elements lie in scratch memory, one behind the other with rows of identities between them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FlatPlanes
{
    // The gradients of a block's rows, its records and the tensors' own lines fit the first-level cache, and a block's last stores are done when
    // they are loaded again.
    private const int BlockBytes = 4 << 10;

    // Of one plane, which a narrow one exceeds where it is very high.
    private const int MostPlaneBytes = 16 << 10;

    private FlatPlanes(in PoolingGeometry geometry, int recordBytes, int elementBytes, int widest)
    {
        AxisGeometry rows = geometry.Height, columns = geometry.Width;
        Width = columns.InputExtent;
        Plane = geometry.InputPlane;
        Pitch = (rows.InputExtent + Math.Max(rows.PaddingBegin, rows.PaddingEnd)) * Width;
        Count = (int)Math.Clamp(BlockBytes / (Pitch * elementBytes), 1, geometry.Planes);
        Period = Width + widest;
        Lead = columns.PaddingBegin;
        Trail = columns.PaddingEnd;

        nint kept = (Lead + Trail + 1) * Period + rows.PaddingBegin * Width;
        Kept = Align(kept * elementBytes) / elementBytes;
        Length = Kept + Count * Pitch + widest;
        Columns = Align(Length * elementBytes);
        Copy = Align(Columns + (Count * Pitch + widest) * recordBytes);
        Rest = (int)Align(Copy + (Lead + Plane + widest + Trail) * elementBytes);
    }

    /// <summary>The elements of a row.</summary>
    public nint Width { get; }

    /// <summary>The elements of a plane.</summary>
    public nint Plane { get; }

    /// <summary>Where the extremes of rows begin in scratch memory, in elements; before them, and behind each plane's, are rows of identities.</summary>
    public nint Kept { get; }

    /// <summary>Where the records of rows begin in scratch memory, in bytes.</summary>
    public nint Columns { get; }

    /// <summary>The elements from a plane in scratch memory to the next.</summary>
    internal nint Pitch { get; }

    /// <summary>The planes of a block.</summary>
    internal int Count { get; }

    /// <summary>The columns of padding before a row.</summary>
    internal int Lead { get; }

    /// <summary>And behind it.</summary>
    internal int Trail { get; }

    /// <summary>The elements of masks and extremes together.</summary>
    internal nint Length { get; }

    /// <summary>Where the copy of a plane begins, in bytes.</summary>
    internal nint Copy { get; }

    /// <summary>Where the scratch memory of the kernel that serves other planes begins, in bytes.</summary>
    internal int Rest { get; }

    private nint Period { get; }

    /// <summary>Where the mask of a tap lies in scratch memory, in elements: no bit for the elements of a row, from any column on, that the tap would take from the row beside.</summary>
    /// <param name="tap">The tap's column.</param>
    public nint Mask(int tap) => tap * Period;

    /// <summary>The planes of a call; null where they are not narrow.</summary>
    /// <param name="geometry">The call.</param>
    /// <param name="widest">The widest rows, in percent of the widest vector.</param>
    /// <param name="recordBytes">The bytes of a record.</param>
    internal static FlatPlanes? Of<T>(in PoolingGeometry geometry, int widest, int recordBytes)
        where T : unmanaged
    {
        int lanes = LaneSelection.Lanes<T>();
        if (lanes == 1 || geometry.Width.InputExtent * 100L > (long)lanes * widest)
            return null;
        var flat = new FlatPlanes(geometry, recordBytes, Unsafe.SizeOf<T>(), StripWidth.Widest<T>());
        return flat.Pitch * Unsafe.SizeOf<T>() <= MostPlaneBytes ? flat : null;
    }

    private static nint Align(nint bytes) => ThreadScratch.Align(bytes);
}
