using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>How far from a core the tensors of a call are.</summary>
/// <param name="Streams">Whether what is written is better stored past the caches (<see cref="PoolingOperands{T}.Streams"/>).</param>
/// <param name="Prefetches">Whether a core's own caches do not hold them (<see cref="PoolingOperands{T}.Prefetches"/>).</param>
internal readonly record struct MemoryDistance(bool Streams, bool Prefetches)
{
    // A core cannot count on more than its part of the last-level cache. What a very large one holds is far away too: with 300 MB, asking in
    // advance for tensors of 16 to 80 MB made passes at distance 1 1.15 to 1.3 times as fast.
    private const int CoresPerCache = 4;
    private const long MostNear = 8 << 20;

    // A step of training has every tensor twice, and its second half finds what its first one left. Channels last, gradients are written a few vectors of
    // each pixel at a time, which costs most where lines come from afar. With 32 MB, 2x2 and 3x3 windows at distance 2 and 14 to 22 MB, storing past the
    // cache took 0.5 to 0.75 of the time of a step, and of the backward pass alone 0.9 to 1.3 at 14 MB and 0.5 to 0.9 beyond; below 10 MB both took up to 1.7
    // times as long. Channels first, whose gradients are written in the order of memory, it gained nothing before the cache was full.
    private const double FilledByStep = 3 / 8.0;

    /// <summary>The distance of a call's input and output, or of their gradients.</summary>
    public static MemoryDistance Of<T>(in PoolingGeometry geometry, bool isBackward)
        where T : unmanaged
    {
        long bytes = (geometry.InputShape.ElementCount + geometry.OutputShape.ElementCount) * Unsafe.SizeOf<T>();
        long cache = CacheSize.LastLevel;
        bool isStep = isBackward && geometry.Layout == TensorLayout.ChannelsLast;
        return new(
            Streams: bytes > (isStep ? cache * FilledByStep : cache),
            Prefetches: bytes > Math.Min(cache / CoresPerCache, MostNear));
    }
}
