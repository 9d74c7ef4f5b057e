using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Rows in scratch memory for kernels that combine the rows of a window into one before they combine its columns: a row that stands for every
/// row outside the input, rows that several windows share, and the combined row, with room on both sides for windows that reach over its
/// ends. Where winners are recorded, each has a twin with the records, further on.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RowBuffers
{
    // The elements of the widest vector of the narrowest type that is stored by itself.
    private const int WidestVector = 32;

    // A strided kernel loads as many vectors as its stride; larger strides go pixel by pixel.
    private const int MostVectors = 4;

    private readonly int _combinedLength;

    private RowBuffers(int length, int lead, int pitch, int sharedRows, int combinedLength, int elementSize, bool records, int shares)
    {
        (Length, Lead, Pitch, _combinedLength) = (length, lead, pitch, combinedLength);
        Combined = checked((1 + sharedRows) * pitch);
        Records = checked(Combined + combinedLength);
        Shares = records ? checked(2 * Records) : Records;
        ScratchLength = checked((Shares + shares) * elementSize);
    }

    /// <summary>The elements of a row of the input.</summary>
    public int Length { get; }

    /// <summary>The elements of the combined row before the input's first column: padding.</summary>
    public int Lead { get; }

    /// <summary>The elements from one shared row to the next; the first stands behind as many, which are the row outside the input.</summary>
    public int Pitch { get; }

    /// <summary>Where the combined row begins, with its padding.</summary>
    public int Combined { get; }

    /// <summary>The elements from a value to its record.</summary>
    public int Records { get; }

    /// <summary>Where the shares of the columns begin.</summary>
    public int Shares { get; }

    /// <summary>The bytes of all of them.</summary>
    public int ScratchLength { get; }

    /// <summary>The rows of a call.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="geometry">The shapes.</param>
    /// <param name="sharedRows">The rows that windows share.</param>
    /// <param name="stride">The distance between windows in columns.</param>
    /// <param name="records">Whether winners are recorded.</param>
    /// <param name="shares">Whether windows have divisors by their columns.</param>
    public static RowBuffers Of<T>(in PoolingGeometry geometry, int sharedRows, int stride, bool records, bool shares)
        where T : unmanaged
    {
        AxisGeometry columns = geometry.Width;
        long pixel = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1;
        long reach = columns.Start(columns.OutputExtent - 1) + (long)columns.PaddingBegin + columns.Dilation * (columns.Kernel - 1L) + 1;
        long combined = Math.Max(reach, columns.PaddingBegin + (long)columns.InputExtent) * pixel + (Math.Min(stride, MostVectors) + 1) * WidestVector;
        long length = columns.InputExtent * pixel;
        return new(
            checked((int)length),
            checked((int)(columns.PaddingBegin * pixel)),
            Whole(length + WidestVector),
            sharedRows,
            Whole(combined),
            Unsafe.SizeOf<T>(),
            records,
            shares ? columns.OutputExtent + WidestVector : 0);
    }

    /// <summary>Sets the row outside the input and the combined row, and their records: what lies beside a row stays so.</summary>
    public void Clear<TLanes, TVector, T>(ref T scratch, TVector value, TVector record, bool records)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        Fill<TLanes, TVector, T>(ref scratch, 0, Pitch, value);
        Fill<TLanes, TVector, T>(ref scratch, Combined, _combinedLength, value);
        if (records)
        {
            Fill<TLanes, TVector, T>(ref scratch, Records, Pitch, record);
            Fill<TLanes, TVector, T>(ref scratch, Records + Combined, _combinedLength, record);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill<TLanes, TVector, T>(ref T scratch, nint from, int count, TVector value)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        for (int at = 0; at < count; at += TLanes.Count)
            TLanes.Store(value, ref scratch, from + at);
    }

    /// <summary>A row, or the one that stands for rows outside the input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T RowOr<T>(ref T origin, nint index, bool inside, ref T none) => ref inside ? ref Unsafe.Add(ref origin, index) : ref none;

    private static int Whole(long length) => checked((int)((length + WidestVector - 1) / WidestVector * WidestVector));
}
