namespace PoolGen.Runtime;

/// <summary>The machine's caches, as far as they decide how a kernel stores.</summary>
internal static class CacheSize
{
    /// <summary>The bytes of a cache line, on x86 and on most ARM64 processors.</summary>
    public const int Line = 64;

    private static readonly long s_lastLevel = Processor.Current.LastLevelCache;

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
}
