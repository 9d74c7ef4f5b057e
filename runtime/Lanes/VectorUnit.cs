using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>What the processor's vector units take in one step.</summary>
internal static class VectorUnit
{
    /// <summary>Whether an instruction on 512 bits takes two steps through units of 256, as on Zen 4. Processors that do not say are taken to have whole units.</summary>
    public static bool SplitsWidest { get; } = X86Base.IsSupported && HasHalfUnits();

    // AMD, "CPUID Fn8000_001A: performance optimization identifiers": EAX bit 2 is FP256, a data path of 256 bits (bit 3, FP512, takes its place on Zen 5).
    private static bool HasHalfUnits()
    {
        const int Identifiers = unchecked((int)0x8000001A);
        const int Fp256 = 1 << 2;
        return (uint)X86Base.CpuId(unchecked((int)0x80000000), 0).Eax >= unchecked((uint)Identifiers) && (X86Base.CpuId(Identifiers, 0).Eax & Fp256) != 0;
    }
}
