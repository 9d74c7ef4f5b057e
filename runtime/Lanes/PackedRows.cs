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
    public static void Gather<TLanes, TVector, T>(T* source, T* target, in RowMove rows, int planes, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        if (FitsHalf<TLanes, TVector, T>(rows))
        {
            Gather<Lanes256<T>, Vector256<T>, T>(source, target, rows, planes, count);
            return;
        }

        nint width = rows.Row, last = (width - 1) / TLanes.Count * TLanes.Count;
        TVector inside = TLanes.Inside(last, width);
        for (int row = 0; row < rows.Rows; row++)
        {
            for (int place = 0; place < planes; place++)
            {
                T* from = source + Math.Min(place, count - 1) * rows.Plane + row * width;
                T* to = target + row * (nint)rows.WideRow + place * (nint)rows.Pitch;
                nint column = 0;
                for (; column < last; column += TLanes.Count)
                    TLanes.Store(TLanes.Load(ref *from, column), ref *to, column);
                TLanes.Store(TLanes.LoadInside(ref *from, column, width, inside), ref *to, column);
                for (column += TLanes.Count; column < rows.Pitch; column += TLanes.Count)
                    TLanes.Store(TLanes.Zero, ref *to, column);
            }
        }
    }

    /// <summary>Lays planes behind one another, without what lies between them; nothing is written behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scatter<TLanes, TVector, T>(T* source, T* target, in RowMove rows, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        if (FitsHalf<TLanes, TVector, T>(rows))
        {
            Scatter<Lanes256<T>, Vector256<T>, T>(source, target, rows, count);
            return;
        }

        nint width = rows.Row, at = 0, end = count * rows.Plane;
        for (int place = 0; place < count; place++)
        {
            for (int row = 0; row < rows.Rows; row++, at += width)
            {
                T* from = source + row * (nint)rows.WideRow + place * (nint)rows.Pitch;
                for (nint column = 0; column < width; column += TLanes.Count)
                {
                    TVector value = TLanes.Load(ref *from, column);
                    if (at + column + TLanes.Count <= end)
                        TLanes.Store(value, ref *target, at + column);
                    else
                        TLanes.StoreClipped(value, ref *target, at + column, end);
                }
            }
        }
    }

    /// <summary>Lays records side by side; what lies between them may be anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void GatherBytes(byte* source, byte* target, in RowMove rows, int planes, int count)
    {
        for (int row = 0; row < rows.Rows; row++)
        {
            for (int place = 0; place < planes; place++)
            {
                // Behind the last record of a workspace lies a margin of more than a vector.
                byte* from = source + Math.Min(place, count - 1) * rows.Plane + row * (nint)rows.Row;
                byte* to = target + row * (nint)rows.WideRow + place * (nint)rows.Pitch;
                for (nint column = 0; column < rows.Row; column += ByteVector)
                    Vector128.Store(Vector128.Load(from + column), to + column);
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
