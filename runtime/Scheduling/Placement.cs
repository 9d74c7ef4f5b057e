using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// How a loop meets memory, as a type argument: the JIT compiles a loop for each, and none asks in every step. Chosen by
/// <see cref="IPlacedKernel{TSelf, T}"/>.
/// </summary>
/// <remarks>
/// Each placement states what it does, instead of telling a common method whether: the JIT would inline what is not done too, and count it
/// against the little that a kernel may inline.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPlacement
{
    /// <summary>Whether results are stored past the caches: nothing is to be stored twice.</summary>
    static abstract bool StoresPastCaches { get; }

    /// <summary>Writes results from <paramref name="index"/> on.</summary>
    static abstract void Store<TLanes, TVector, T>(TVector value, ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;

    /// <summary>Asks for elements that a later step will load, if they are far away. They need not exist.</summary>
    static abstract void Prefetch<T>(ref T origin, nint index, nint count)
        where T : unmanaged;

    /// <summary>
    /// Asks for elements that a later step will write, if they are far away and go through the caches: a line is read before it is written,
    /// and stores that cross lines wait for both. They need not exist.
    /// </summary>
    static abstract void PrefetchTarget<T>(ref T origin, nint index, nint count)
        where T : unmanaged;

    /// <summary>Where a loop goes through memory from front to back and loads some elements: <see cref="Prefetch"/> as many, a fixed distance behind them.</summary>
    static abstract void PrefetchAhead<T>(ref T origin, nint index, nint count)
        where T : unmanaged;

    /// <summary>The same where it writes them: <see cref="PrefetchTarget"/>.</summary>
    static abstract void PrefetchTargetAhead<T>(ref T origin, nint index, nint count)
        where T : unmanaged;
}

/// <summary>Tensors that a cache holds: plain stores, and nothing to ask for in advance.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CachedPlacement : IPlacement
{
    /// <inheritdoc/>
    public static bool StoresPastCaches => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes, TVector, T>(TVector value, ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Store(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref T origin, nint index, nint count)
        where T : unmanaged
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchTarget<T>(ref T origin, nint index, nint count)
        where T : unmanaged
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchAhead<T>(ref T origin, nint index, nint count)
        where T : unmanaged
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchTargetAhead<T>(ref T origin, nint index, nint count)
        where T : unmanaged
    {
    }
}

/// <summary>Tensors that no cache of a core holds, and results that are not whole lines or that a cache holds: plain stores, and lines asked for in advance.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PrefetchedPlacement : IPlacement
{
    /// <inheritdoc/>
    public static bool StoresPastCaches => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes, TVector, T>(TVector value, ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Store(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref T origin, nint index, nint count)
        where T : unmanaged => StreamingAccess.Prefetch(ref origin, index, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchTarget<T>(ref T origin, nint index, nint count)
        where T : unmanaged => StreamingAccess.Prefetch(ref origin, index, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchAhead<T>(ref T origin, nint index, nint count)
        where T : unmanaged => StreamingAccess.PrefetchAhead(ref origin, index, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchTargetAhead<T>(ref T origin, nint index, nint count)
        where T : unmanaged => StreamingAccess.PrefetchAhead(ref origin, index, count);
}

/// <summary>Tensors that no cache holds, and results that are whole lines: stores past the caches, and loads asked for in advance.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StreamedPlacement : IPlacement
{
    /// <inheritdoc/>
    public static bool StoresPastCaches => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes, TVector, T>(TVector value, ref T origin, nint index)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.StoreStreaming(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref T origin, nint index, nint count)
        where T : unmanaged => StreamingAccess.Prefetch(ref origin, index, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchTarget<T>(ref T origin, nint index, nint count)
        where T : unmanaged
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchAhead<T>(ref T origin, nint index, nint count)
        where T : unmanaged => StreamingAccess.PrefetchAhead(ref origin, index, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchTargetAhead<T>(ref T origin, nint index, nint count)
        where T : unmanaged
    {
    }
}
