using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen.Runtime;

/// <summary>Memory accesses of kernels that go through rows from front to back.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowAccess
{
    /// <summary>Writes a vector inside a row, past the caches where the tensors exceed them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWhole<TLanes, TVector, T>(TVector value, ref T origin, nint index, bool streams)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        if (streams)
            TLanes.StoreStreaming(value, ref origin, index);
        else
            TLanes.Store(value, ref origin, index);
    }

    /// <summary>
    /// Writes a vector at a row's end. What it writes behind the row belongs to the next one, which comes later; nothing is written from
    /// <paramref name="end"/> on. Rows of whole vectors are written past the caches to their ends: one line through them in each row took
    /// twice the time of all.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEnd<TLanes, TVector, TPlacement, T>(TVector value, ref T origin, nint index, nint rowEnd, nint end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
        where T : unmanaged
    {
        if (index >= rowEnd)
            return;
        if (index + TLanes.Count <= rowEnd)
            TPlacement.Store<TLanes, TVector, T>(value, ref origin, index);
        else if (index + TLanes.Count <= end)
            TLanes.Store(value, ref origin, index);
        else
            TLanes.StoreClipped(value, ref origin, index, end);
    }

    /// <summary>Writes the records of a vector of windows at a row's end, as <see cref="StoreEnd"/> does their values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTapsEnd<TLanes, TVector, TRecord, T>(TVector taps, ref TRecord origin, nint index, nint end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TRecord : unmanaged
        where T : unmanaged
    {
        if (index + TLanes.Count <= end)
            TLanes.StoreTaps(taps, ref origin, index);
        else
            StoreFirstTaps<TLanes, TVector, TRecord, T>(taps, ref Unsafe.Add(ref origin, index), (int)(end - index));
    }

    /// <summary>The same by way of <paramref name="room"/>, memory for a vector of ints: a loop that calls no method keeps its constants in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTapsEnd<TLanes, TVector, TRecord, T>(TVector taps, ref TRecord origin, nint index, nint end, ref int room)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TRecord : unmanaged
        where T : unmanaged
    {
        if (index + TLanes.Count <= end)
        {
            TLanes.StoreTaps(taps, ref origin, index);
            return;
        }
        TLanes.StoreTaps(taps, ref Unsafe.As<int, TRecord>(ref room), 0);
        for (nint lane = 0; index + lane < end; lane++)
            Unsafe.Add(ref origin, index + lane) = Unsafe.Add(ref Unsafe.As<int, TRecord>(ref room), lane);
    }

    // Once in a share, for its last row: no reason to be in its loop.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static unsafe void StoreFirstTaps<TLanes, TVector, TRecord, T>(TVector taps, ref TRecord origin, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TRecord : unmanaged
        where T : unmanaged
    {
        TRecord* records = stackalloc TRecord[TLanes.Count];
        TLanes.StoreTaps(taps, ref *records, 0);
        new ReadOnlySpan<TRecord>(records, count).CopyTo(MemoryMarshal.CreateSpan(ref origin, count));
    }
}
