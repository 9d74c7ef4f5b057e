using System.Buffers;

namespace PoolGen.Runtime;

/// <summary>
/// Scratch memory of a thread. Up to a megabyte stays with the thread, so that a kernel which runs again allocates nothing; more is
/// borrowed from the shared pool, which may give it back to the garbage collector.
/// </summary>
internal static class ThreadScratch
{
    /// <summary>Where scratch memory begins: at a cache line, in bytes.</summary>
    public const int Alignment = 64;

    private const int MostKept = 1 << 20;

    [ThreadStatic]
    private static byte[]? s_kept;

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
