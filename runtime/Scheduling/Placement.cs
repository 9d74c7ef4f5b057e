using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// How a loop meets memory, as a type argument: the JIT compiles a loop for each, and none asks in every step. Chosen by
/// <see cref="PoolingOperands{T}.Streams"/> and <see cref="PoolingOperands{T}.Prefetches"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPlacement
{
    /// <summary>Whether what a later step will load is worth asking for.</summary>
    static abstract bool Prefetches { get; }

    /// <summary>Writes results from <paramref name="index"/> on.</summary>
    static abstract void Store<TLanes, TVector, T>(TVector value, ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;

    /// <summary>Asks for what a later step will load, if it is far away.</summary>
    static abstract void Prefetch<TLanes, TVector, T>(ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;
}

/// <summary>Tensors that a cache holds: plain stores, and nothing to ask for in advance.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CachedPlacement : IPlacement
{
    /// <inheritdoc/>
    public static bool Prefetches => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes, TVector, T>(TVector value, ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Store(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<TLanes, TVector, T>(ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
    }
}

/// <summary>Tensors that no cache holds, and results that are not whole lines: plain stores, and loads asked for in advance.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PrefetchedPlacement : IPlacement
{
    /// <inheritdoc/>
    public static bool Prefetches => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes, TVector, T>(TVector value, ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Store(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<TLanes, TVector, T>(ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Prefetch(ref origin, index);
}

/// <summary>Tensors that no cache holds: stores past the caches, and loads asked for in advance.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StreamedPlacement : IPlacement
{
    /// <inheritdoc/>
    public static bool Prefetches => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes, TVector, T>(TVector value, ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.StoreStreaming(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<TLanes, TVector, T>(ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Prefetch(ref origin, index);
}
