using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Rows in scratch memory for kernels that combine the rows of a window into one before they combine its columns: a row that stands for every
/// row outside the input, rows that several windows share, and combined rows, with room on both sides for windows that reach over their
/// ends. Rows of windows are computed in bands that stay in the first-level cache. Where winners are recorded, each value has a twin with its
/// record, further on.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RowBuffers
{
    // Half of the smallest first-level cache in use, 32 KB; through the rest run the tensors' own rows.
    private const int MostBytes = 16 << 10;

    // The elements of the widest vector of most types; bytes have more.
    private const int WidestVector = 32;

    // A strided kernel loads as many vectors as its stride; larger strides go pixel by pixel.
    private const int MostVectors = 4;

    private RowBuffers(int length, int start, int lead, int pitch, int combinedPitch, int band, int sharedRows, int elementSize, bool records, int columnShares)
    {
        (Length, Start, Lead, Pitch, CombinedPitch, Band) = (length, start, lead, pitch, combinedPitch, band);
        SharedMask = sharedRows - 1;
        Combined = checked((1 + sharedRows) * pitch);
        Records = checked(Combined + band * combinedPitch);
        ColumnShares = records ? checked(2 * Records) : Records;
        ScratchLength = checked((ColumnShares + columnShares) * elementSize);
    }

    /// <summary>The elements of a row of the input.</summary>
    public int Length { get; }

    /// <summary>The elements of a combined row before the first window.</summary>
    public int Start { get; }

    /// <summary>The elements of a combined row before the input's first column, a number of whole cache lines.</summary>
    public int Lead { get; }

    /// <summary>The rows of windows that are computed together.</summary>
    public int Band { get; }

    /// <summary>The elements from one shared row to the next; the first stands behind as many, which are the row outside the input.</summary>
    public int Pitch { get; }

    /// <summary>The place of an input row among the shared rows is its number's bits in this.</summary>
    public int SharedMask { get; }

    /// <summary>Where the combined rows begin, with their padding.</summary>
    public int Combined { get; }

    /// <summary>The elements from one combined row to the next.</summary>
    public int CombinedPitch { get; }

    /// <summary>The elements from a value to its record.</summary>
    public int Records { get; }

    /// <summary>Where the shares of the columns begin, or their counts (<see cref="TapShares"/>, <see cref="TapCounts"/>).</summary>
    public int ColumnShares { get; }

    /// <summary>The bytes of all of them.</summary>
    public int ScratchLength { get; }

    /// <summary>The rows of a call.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="geometry">The shapes.</param>
    /// <param name="sharesRows">Whether windows share rows.</param>
    /// <param name="records">Whether winners are recorded.</param>
    /// <param name="shares">Whether divisors differ between the windows of a row.</param>
    public static RowBuffers Of<T>(in PoolingGeometry geometry, bool sharesRows, bool records, bool shares)
        where T : unmanaged
    {
        int vector = Math.Max(WidestVector, StripWidth.Widest<T>());
        AxisGeometry columns = geometry.Width, rows = geometry.Height;
        long pixel = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1;
        long reach = (columns.OutputExtent - 1L) * columns.Stride + columns.EffectiveKernel;
        long padding = columns.PaddingBegin * pixel;
        int lead = Whole(padding, vector), start = (int)(lead - padding);
        int combined = Whole(
            start + Math.Max(reach, columns.PaddingBegin + (long)columns.InputExtent) * pixel + (Math.Min(columns.Stride, MostVectors) + 1) * vector,
            vector);
        int length = checked((int)(columns.InputExtent * pixel));
        int pitch = Whole(length, vector);

        long bandRow = (combined + (sharesRows ? (long)rows.Stride * pitch : 0)) * Unsafe.SizeOf<T>() * (records ? 2 : 1);
        int band = (int)Math.Clamp(MostBytes / bandRow, 1, rows.OutputExtent);
        int shared = sharesRows ? checked((int)BitOperations.RoundUpToPowerOf2((uint)checked((band - 1) * rows.Stride + rows.EffectiveKernel))) : 0;
        return new(
            length,
            start,
            lead,
            pitch,
            combined,
            band,
            shared,
            Unsafe.SizeOf<T>(),
            records,
            shares ? Whole(columns.OutputExtent + vector, vector) : 0);
    }

    /// <summary>The first row that some windows of a band hold.</summary>
    public static int FirstRow(in AxisGeometry rows, int band) => Math.Max(0, rows.Start(band));

    /// <summary>Behind the last row that the windows before <paramref name="endBand"/> hold.</summary>
    public static int EndRow(in AxisGeometry rows, int endBand) => Math.Min(rows.InputExtent, rows.Start(endBand - 1) + rows.EffectiveKernel);

    /// <summary>Sets the row outside the input and the combined rows, and their records: what lies beside a row stays so.</summary>
    public void Clear<TLanes, TVector, T>(ref T scratch, TVector value, TVector record, bool records)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        int combined = Band * CombinedPitch;
        Fill<TLanes, TVector, T>(ref scratch, 0, Pitch, value);
        Fill<TLanes, TVector, T>(ref scratch, Combined, combined, value);
        if (records)
        {
            Fill<TLanes, TVector, T>(ref scratch, Records, Pitch, record);
            Fill<TLanes, TVector, T>(ref scratch, Records + Combined, combined, record);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill<TLanes, TVector, T>(ref T scratch, nint from, int count, TVector value)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        // Rows are whole vectors, but not of three elements: the last one overlaps the one before.
        for (int at = 0; at < count; at += TLanes.Count)
            TLanes.Store(value, ref scratch, from + Math.Min(at, count - TLanes.Count));
    }

    /// <summary>A row, or the one that stands for rows outside the input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T RowOr<T>(ref T origin, nint index, bool inside, ref T none) => ref inside ? ref Unsafe.Add(ref origin, index) : ref none;

    private static int Whole(long length, int vector) => checked((int)((length + vector - 1) / vector * vector));
}
