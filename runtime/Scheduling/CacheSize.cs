using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>The machine's caches, as far as they decide how a kernel stores.</summary>
internal static class CacheSize
{
    /// <summary>The bytes of a cache line, on x86 and on most ARM64 processors.</summary>
    public const int Line = 64;

    // Where the processor does not say: a size that most have at least.
    private const int Assumed = 16 << 20;

    private static readonly long s_lastLevel = X86Base.IsSupported ? LargestByCpuId() : Assumed;

    // As for widths, nothing but tests ever forces a size.
    private static bool s_forces;

    [ThreadStatic]
    private static long? s_forced;

    /// <summary>The bytes of the largest cache that a core shares.</summary>
    public static long LastLevel => s_forces && s_forced is { } forced ? forced : s_lastLevel;

    /// <summary>Runs <paramref name="action"/> with every call from this thread as if this were the largest cache: a seam for tests.</summary>
    public static void Force(long lastLevel, Action action)
    {
        long? before = s_forced;
        s_forces = true;
        s_forced = lastLevel;
        try
        {
            action();
        }
        finally
        {
            s_forced = before;
        }
    }

    // Leaf 4 (Intel) and 0x8000001D (AMD) describe one cache per subleaf, in the same format; type 0 ends the list.
    private static long LargestByCpuId()
    {
        const int Intel = 4;
        const int Amd = unchecked((int)0x8000001D);
        int leaf = (uint)X86Base.CpuId(unchecked((int)0x80000000), 0).Eax >= unchecked((uint)Amd) && HasTypes(Amd) ? Amd : Intel;
        if (leaf == Intel && X86Base.CpuId(0, 0).Eax < Intel)
            return Assumed;

        long largest = 0;
        for (int cache = 0; ; cache++)
        {
            (int eax, int ebx, int ecx, _) = X86Base.CpuId(leaf, cache);
            if ((eax & 0x1F) == 0)
                return largest > 0 ? largest : Assumed;
            long ways = (uint)ebx >> 22, partitions = ((uint)ebx >> 12) & 0x3FF, line = (uint)ebx & 0xFFF, sets = (uint)ecx;
            largest = Math.Max(largest, (ways + 1) * (partitions + 1) * (line + 1) * (sets + 1));
        }
    }

    private static bool HasTypes(int leaf) => (X86Base.CpuId(leaf, 0).Eax & 0x1F) != 0;
}
