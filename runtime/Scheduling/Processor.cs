using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>What a processor says of itself, as far as it decides how kernels run.</summary>
/// <param name="LastLevelCache">The bytes of the largest cache that a core shares.</param>
/// <param name="SplitsWidest">Whether an instruction on 512 bits takes two steps through units of 256, as on Zen 4. One that does not say is taken to have whole units.</param>
/// <param name="FollowsRows">Whether it follows loads of several rows side by side by itself, so that asking for their lines in advance costs what it gains elsewhere.</param>
internal sealed record Processor(long LastLevelCache, bool SplitsWidest, bool FollowsRows)
{
    // Where the processor does not say: a size that most have at least.
    private const int AssumedCache = 16 << 20;

    /// <summary>This one.</summary>
    public static Processor Current { get; } = X86Base.IsSupported ? Describe(X86Base.CpuId) : new(AssumedCache, SplitsWidest: false, FollowsRows: false);

    /// <summary>The answers of an x86 processor, by leaf and subleaf.</summary>
    /// <param name="ask">The instruction CPUID.</param>
    public static Processor Describe(Func<int, int, (int Eax, int Ebx, int Ecx, int Edx)> ask) =>
        new(LargestCache(ask), HasHalfUnits(ask), IsZen4(ask));

    // Leaf 4 (Intel) and 0x8000001D (AMD) describe one cache per subleaf, in the same format; type 0 ends the list.
    private static long LargestCache(Func<int, int, (int Eax, int Ebx, int Ecx, int Edx)> ask)
    {
        const int Intel = 4;
        const int Amd = unchecked((int)0x8000001D);
        int leaf = HasExtended(ask, Amd) && IsCache(ask(Amd, 0).Eax) ? Amd : Intel;
        if (leaf == Intel && ask(0, 0).Eax < Intel)
            return AssumedCache;

        long largest = 0;
        for (int cache = 0; ; cache++)
        {
            (int eax, int ebx, int ecx, _) = ask(leaf, cache);
            if (!IsCache(eax))
                return largest > 0 ? largest : AssumedCache;
            long ways = (uint)ebx >> 22, partitions = ((uint)ebx >> 12) & 0x3FF, line = (uint)ebx & 0xFFF, sets = (uint)ecx;
            largest = Math.Max(largest, (ways + 1) * (partitions + 1) * (line + 1) * (sets + 1));
        }
    }

    // AMD, "CPUID Fn8000_001A: performance optimization identifiers": EAX bit 2 is FP256, a data path of 256 bits (bit 3, FP512, takes its place on Zen 5).
    private static bool HasHalfUnits(Func<int, int, (int Eax, int Ebx, int Ecx, int Edx)> ask)
    {
        const int Identifiers = unchecked((int)0x8000001A);
        const int Fp256 = 1 << 2;
        return HasExtended(ask, Identifiers) && (ask(Identifiers, 0).Eax & Fp256) != 0;
    }

    // "AuthenticAMD", family 19h (extended and base family added): Zen 3 and 4.
    private static bool IsZen4(Func<int, int, (int Eax, int Ebx, int Ecx, int Edx)> ask)
    {
        const int Auth = 0x68747541;
        const int Family = 0x19;
        if (ask(0, 0).Ebx != Auth)
            return false;
        int signature = ask(1, 0).Eax;
        return ((signature >> 8) & 0xF) + ((signature >> 20) & 0xFF) == Family;
    }

    private static bool HasExtended(Func<int, int, (int Eax, int Ebx, int Ecx, int Edx)> ask, int leaf) => (uint)ask(unchecked((int)0x80000000), 0).Eax >= (uint)leaf;

    private static bool IsCache(int eax) => (eax & 0x1F) != 0;
}
