using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Stores that bypass the caches, for tensors that no cache holds: the line is not read before it is written. The instructions ask for
/// aligned addresses; other addresses are stored to as usual.
/// </summary>
internal static unsafe class StreamingAccess
{
    // In bytes. Measured with 3x3 windows at distance 1 on planes of 28 to 56 columns: 1 KB gains a tenth of the time, 4 KB to 16 KB a quarter.
    private const int Ahead = 8192;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, ref T origin, nint index)
        where T : unmanaged
    {
        T* address = (T*)Unsafe.AsPointer(ref origin) + index;
        if (((nuint)address & 63) == 0)
            value.StoreAlignedNonTemporal(address);
        else
            value.Store(address);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, ref T origin, nint index)
        where T : unmanaged
    {
        T* address = (T*)Unsafe.AsPointer(ref origin) + index;
        if (((nuint)address & 31) == 0)
            value.StoreAlignedNonTemporal(address);
        else
            value.Store(address);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector128<T> value, ref T origin, nint index)
        where T : unmanaged
    {
        T* address = (T*)Unsafe.AsPointer(ref origin) + index;
        if (((nuint)address & 15) == 0)
            value.StoreAlignedNonTemporal(address);
        else
            value.Store(address);
    }

    /// <summary>Asks the cache for the lines of some elements, or does nothing. No address is forbidden.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref T origin, nint index, nint count)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
            return;

        // The first without asking: where as many elements as a line holds are a constant, the JIT sees that the loop has none left.
        T* address = (T*)Unsafe.AsPointer(ref origin) + index;
        Sse.Prefetch0(address);
        for (nint element = CacheSize.Line / sizeof(T); element < count; element += CacheSize.Line / sizeof(T))
            Sse.Prefetch0(address + element);
    }

    /// <summary>The same for as many elements as given, some kilobytes behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchAhead<T>(ref T origin, nint index, nint count)
        where T : unmanaged => Prefetch(ref origin, index + Ahead / sizeof(T), count);

    /// <summary>Orders streaming stores before what other threads are told next.</summary>
    public static void Fence()
    {
        if (Sse.IsSupported)
            Sse.StoreFence();
        else
            Thread.MemoryBarrier();
    }
}
