using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen.Runtime;

/// <summary>
/// Winners as bits of rows and columns (<see cref="SeparableRecords"/>): their number is the sum of the winning columns of a window's winning rows.
/// Those of each row are counted once, tile by tile of windows, so that counts stay in the first-level cache.
/// </summary>
/// <typeparam name="TRecord">The storage of a record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SeparableWinners<TRecord> : IWinnerCounts
    where TRecord : unmanaged
{
    private const int HighestBit = 31;

    /// <inheritdoc/>
    public static nint RecordBytes(in PoolingGeometry blocks) => SeparableRecordBytes<TRecord>.Bytes(blocks);

    /// <inheritdoc/>
    public static int ScratchLength<T>(in PoolingGeometry blocks)
        where T : unmanaged => checked((int)(new WinnerTiles(blocks).Counts * Unsafe.SizeOf<T>()));

    /// <inheritdoc/>
    public static void Divide<TLanes, TVector, T>(in PoolingOperands<T> operands, ref T shares, in PoolingGeometry geometry)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        var tiles = new WinnerTiles(geometry);
        for (int plane = 0; plane < tiles.Planes; plane++)
        {
            ref TRecord records = ref Unsafe.Add(ref operands.Records<TRecord>(), plane * tiles.RecordRows * tiles.Row);
            nint windows = plane * tiles.WindowRows * tiles.Row;
            for (nint first = 0; first < tiles.WindowRows; first += tiles.Height)
            {
                nint rows = nint.Min(tiles.Height, tiles.WindowRows - first);
                for (nint column = 0; column < tiles.Row; column += tiles.Width)
                {
                    nint width = nint.Min(tiles.Width, tiles.Row - column);
                    Count<TLanes, TVector, T>(ref records, ref operands.Scratch, tiles, first, rows, column, width);
                    Divide<TLanes, TVector, T>(
                        ref records,
                        ref operands.Scratch,
                        ref Unsafe.Add(ref operands.OutputGradient, windows),
                        ref Unsafe.Add(ref shares, windows),
                        tiles,
                        first,
                        rows,
                        column,
                        width);
                }
            }
        }
    }

    /// <summary>
    /// How many columns each row won that a tile's windows have. Rows that are not there won none: no window says so, but in a workspace that the
    /// forward pass did not write, and what comes of that depends on nothing else.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count<TLanes, TVector, T>(ref TRecord records, ref T counts, in WinnerTiles tiles, nint first, nint rows, nint column, nint width)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        nint top = first - tiles.Lead, behind = top + rows + tiles.Kernel - 1, begin = nint.Max(0, top), end = nint.Min(tiles.RecordRows, behind);
        Clear(ref counts, 0, (begin - top) * width);
        Clear(ref counts, (end - top) * width, (behind - top) * width);
        (nint runs, nint run) = width == tiles.Row ? (1, (end - begin) * width) : (end - begin, width); // whole rows follow each other
        for (nint number = 0; number < runs; number++)
        {
            nint from = (begin + number) * tiles.Row + column, to = (begin - top + number) * width, at = 0;
            for (; at <= run - TLanes.Count; at += TLanes.Count)
                TLanes.Store(Columns<TLanes, TVector, T>(ref records, from + at, tiles.ColumnBits), ref counts, to + at);
            for (; at < run; at++)
                Unsafe.Add(ref counts, to + at) = Columns<LanesOne<T>, T, T>(ref records, from + at, tiles.ColumnBits);
        }
    }

    private static void Clear<T>(ref T counts, nint from, nint to) => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref counts, from), (int)(to - from)).Clear();

    /// <summary>The shares of a tile's windows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Divide<TLanes, TVector, T>(
        ref TRecord records, ref T counts, ref T gradients, ref T shares, in WinnerTiles tiles, nint first, nint rows, nint column, nint width)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        (nint runs, nint run) = width == tiles.Row ? (1, rows * width) : (rows, width);
        for (nint number = 0; number < runs; number++)
        {
            nint window = (first + number) * tiles.Row + column, record = window + tiles.RecordOffset, count = number * width, at = 0;
            for (; at <= run - TLanes.Count; at += TLanes.Count)
            {
                TVector winners = Winners<TLanes, TVector, T>(TLanes.LoadTaps(ref records, record + at), ref counts, count + at, width, tiles.Kernel);
                TLanes.Store(WinnerShare.Of<TLanes, TVector, T>(TLanes.Load(ref gradients, window + at), winners), ref shares, window + at);
            }
            for (; at < run; at++)
            {
                T winners = Winners<LanesOne<T>, T, T>(LanesOne<T>.LoadTaps(ref records, record + at), ref counts, count + at, width, tiles.Kernel);
                Unsafe.Add(ref shares, window + at) = Unsafe.Add(ref gradients, window + at) / winners;
            }
        }
    }

    /// <summary>How many columns a row of each window won.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Columns<TLanes, TVector, T>(ref TRecord records, nint at, int columns)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.CountBits(TLanes.And(TLanes.LoadTaps(ref records, at), TLanes.TapNumber(columns)));

    /// <summary>The sum of what the rows of windows won that won their windows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Winners<TLanes, TVector, T>(TVector won, ref T counts, nint at, nint row, int kernel)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        // The last row's bit first to the highest place, where it is tested without a shift, then those before it.
        TVector winners = TLanes.Zero, bits = TLanes.ShiftBits(won, HighestBit + 1 - kernel);
        at += (kernel - 1) * row;
        for (int tap = 0; tap < kernel; tap++, at -= row, bits = TLanes.ShiftBits(bits, 1))
            winners = TLanes.AddBit(winners, bits, HighestBit, TLanes.Load(ref counts, at));
        return winners;
    }
}
