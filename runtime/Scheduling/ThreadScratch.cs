using System.Buffers;

namespace PoolGen.Runtime;

/// <summary>
/// Scratch memory of a thread. Up to a megabyte stays with the thread, so that a kernel which runs again allocates nothing; more is
/// borrowed from the shared pool, which may give it back to the garbage collector.
/// </summary>
internal static class ThreadScratch
{
    /// <summary>Where scratch memory begins: at a cache line, in bytes.</summary>
    public const int Alignment = CacheSize.Line;

    private const int MostKept = 1 << 20;

    private const int WatchedBytes = 4096;
    private const byte Watched = 0xA5;

    [ThreadStatic]
    private static byte[]? s_kept;

    [ThreadStatic]
    private static int s_margin;

    /// <summary>The bytes before and behind scratch memory that are watched: none, outside of <see cref="Watch"/>.</summary>
    public static int Margin => s_margin;

    /// <summary>Runs <paramref name="action"/> with every kernel of this thread forbidden to write beside its scratch memory: a seam for tests.</summary>
    /// <exception cref="InvalidOperationException">A kernel has.</exception>
    public static void Watch(Action action)
    {
        s_margin = WatchedBytes;
        try
        {
            action();
        }
        finally
        {
            s_margin = 0;
        }
    }

    /// <summary>Fills what is watched around some scratch memory.</summary>
    public static unsafe void FillMargins(byte* scratch, int length)
    {
        new Span<byte>(scratch - s_margin, s_margin).Fill(Watched);
        new Span<byte>(scratch + length, s_margin).Fill(Watched);
    }

    /// <exception cref="InvalidOperationException">Something there was written.</exception>
    public static unsafe void CheckMargins(byte* scratch, int length)
    {
        if (new Span<byte>(scratch - s_margin, s_margin).ContainsAnyExcept(Watched))
            throw new InvalidOperationException($"A kernel wrote before its {length} bytes of scratch memory.");
        if (new Span<byte>(scratch + length, s_margin).ContainsAnyExcept(Watched))
            throw new InvalidOperationException($"A kernel wrote behind its {length} bytes of scratch memory.");
    }

    /// <summary>A number of bytes, up to a whole cache line.</summary>
    /// <exception cref="OverflowException">They exceed what an array holds.</exception>
    public static int Align(long bytes) => checked((int)((bytes + Alignment - 1) / Alignment * Alignment));

    /// <summary>At least <paramref name="length"/> bytes of any content, until <see cref="Return"/>; one at a time per thread.</summary>
    public static byte[] Rent(int length)
    {
        if (length > MostKept)
            return ArrayPool<byte>.Shared.Rent(length);
        if (s_kept is null || s_kept.Length < length)
            s_kept = GC.AllocateUninitializedArray<byte>(length);
        return s_kept;
    }

    /// <summary>Gives back what <see cref="Rent"/> gave.</summary>
    public static void Return(byte[] scratch)
    {
        if (!ReferenceEquals(scratch, s_kept))
            ArrayPool<byte>.Shared.Return(scratch);
    }
}
