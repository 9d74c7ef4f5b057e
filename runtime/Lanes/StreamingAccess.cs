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

    /// <summary>Reads the line of an element into the cache, or does nothing. No address is forbidden.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref T origin, nint index)
        where T : unmanaged
    {
        if (Sse.IsSupported)
            Sse.Prefetch0((T*)Unsafe.AsPointer(ref origin) + index);
    }

    /// <summary>Orders streaming stores before what other threads are told next.</summary>
    public static void Fence()
    {
        if (Sse.IsSupported)
            Sse.StoreFence();
        else
            Thread.MemoryBarrier();
    }
}
