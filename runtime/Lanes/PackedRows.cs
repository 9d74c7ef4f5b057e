using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>Rows of planes, one plane behind the other, and the same rows with all planes side by side.</summary>
/// <param name="Rows">The rows of a plane.</param>
/// <param name="Row">The elements of a plane's row.</param>
/// <param name="Pitch">The elements from a plane's row to the next plane's, side by side.</param>
/// <param name="WideRow">The elements of a row of all planes.</param>
internal readonly record struct RowMove(int Rows, int Row, int Pitch, int WideRow)
{
    /// <summary>The elements of a plane.</summary>
    public nint Plane => (nint)Rows * Row;

    /// <summary>The same with bytes for elements of <paramref name="size"/> bytes.</summary>
    public RowMove InBytes(int size) => new(Rows, Row * size, Pitch * size, WideRow * size);
}

/// <summary>
/// Moves rows between planes behind one another and planes side by side. Vectors write over the ends of rows, and what comes next writes
/// there again: both directions go through their target from front to back.
/// </summary>
internal static unsafe class PackedRows
{
    private const int ByteVector = 16;

    /// <summary>
    /// Lays planes side by side with zeros between them. Places without a plane take the last one again, so that nothing is computed from
    /// memory of any content.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather<TLanes, TVector, TPlacement, T>(T* source, T* target, in RowMove rows, int planes, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
        where T : unmanaged, INumber<T>
    {
        if (FitsHalf<TLanes, TVector, T>(rows))
        {
            Gather<Lanes256<T>, Vector256<T>, TPlacement, T>(source, target, rows, planes, count);
            return;
        }

        nint width = rows.Row, plane = rows.Plane, pitch = rows.Pitch, last = (width - 1) / TLanes.Count * TLanes.Count;
        TVector inside = TLanes.Inside(last, width);
        T* end = source + count * plane;
        for (int row = 0; row < rows.Rows; row++)
        {
            T* from = source + row * width, to = target + row * (nint)rows.WideRow;
            for (int place = 0; place < planes; place++, to += pitch)
            {
                TPlacement.PrefetchAhead(ref *from, 0, width);
                nint column = 0;
                for (; column < last; column += TLanes.Count)
                    TLanes.Store(TLanes.Load(ref *from, column), ref *to, column);

                // A whole load and a mask take a fraction of a masked load; only the last rows have nothing behind them.
                TVector rest = TLanes.Count > 1 && from + last + TLanes.Count <= end
                    ? TLanes.And(TLanes.Load(ref *from, last), inside)
                    : TLanes.LoadInside(ref *from, last, width, inside);
                TLanes.Store(rest, ref *to, last);
                for (column += TLanes.Count; column < pitch; column += TLanes.Count)
                    TLanes.Store(TLanes.Zero, ref *to, column);
                if (place < count - 1)
                    from += plane;
            }
        }
    }

    /// <summary>Lays planes behind one another, without what lies between them; nothing is written behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scatter<TLanes, TVector, TPlacement, T>(T* source, T* target, in RowMove rows, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
        where T : unmanaged, INumber<T>
    {
        if (FitsHalf<TLanes, TVector, T>(rows))
        {
            Scatter<Lanes256<T>, Vector256<T>, TPlacement, T>(source, target, rows, count);
            return;
        }

        nint width = rows.Row, wideRow = rows.WideRow, last = width - TLanes.Count;
        T* to = target, end = target + count * rows.Plane;
        for (int place = 0; place < count; place++)
        {
            T* from = source + place * (nint)rows.Pitch;
            for (int row = 0; row < rows.Rows; row++, from += wideRow, to += width)
            {
                TPlacement.PrefetchTargetAhead(ref *to, 0, width);
                for (nint column = 0; column < last; column += TLanes.Count)
                    TLanes.Store(TLanes.Load(ref *from, column), ref *to, column);
                if (last >= 0)
                    TLanes.Store(TLanes.Load(ref *from, last), ref *to, last); // overlaps the one before
                else if (to + TLanes.Count <= end)
                    TLanes.Store(TLanes.Load(ref *from, 0), ref *to, 0); // what it writes behind the row, the next one writes again
                else
                    TLanes.StoreClipped(TLanes.Load(ref *from, 0), ref *to, 0, (nint)(end - to));
            }
        }
    }

    /// <summary>Lays records side by side; what lies between them may be anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void GatherBytes<TPlacement>(byte* source, byte* target, in RowMove rows, int planes, int count)
        where TPlacement : struct, IPlacement
    {
        nint width = rows.Row, plane = rows.Plane, pitch = rows.Pitch;
        for (int row = 0; row < rows.Rows; row++)
        {
            byte* from = source + row * width, to = target + row * (nint)rows.WideRow;
            for (int place = 0; place < planes; place++, to += pitch)
            {
                TPlacement.PrefetchAhead(ref *from, 0, width);

                // Behind the last record of a workspace lies a margin of more than a vector.
                for (nint column = 0; column < width; column += ByteVector)
                    Vector128.Store(Vector128.Load(from + column), to + column);
                if (place < count - 1)
                    from += plane;
            }
        }
    }

    /// <summary>Lays records behind one another, without what lies between them; nothing is written behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScatterBytes<TPlacement>(byte* source, byte* target, in RowMove rows, int count)
        where TPlacement : struct, IPlacement
    {
        nint width = rows.Row, wideRow = rows.WideRow;
        byte* to = target, end = target + count * rows.Plane;
        for (int place = 0; place < count; place++)
        {
            byte* from = source + place * (nint)rows.Pitch;
            for (int row = 0; row < rows.Rows; row++, from += wideRow, to += width)
            {
                TPlacement.PrefetchTargetAhead(ref *to, 0, width);
                nint column = 0;
                for (; column < width && to + column + ByteVector <= end; column += ByteVector)
                    Vector128.Store(Vector128.Load(from + column), to + column); // what it writes behind the row, the next one writes again
                for (; column < width; column++)
                    to[column] = from[column];
            }
        }
    }

    // Moves of 64 bytes cross a cache line nearly always: rows whose ends fill at most half of one are moved by 32 bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool FitsHalf<TLanes, TVector, T>(in RowMove rows)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T> =>
        Vector256.IsHardwareAccelerated && TLanes.Count > Vector256<T>.Count && rows.Row % TLanes.Count is var end && end > 0 && end <= Vector256<T>.Count;
}
