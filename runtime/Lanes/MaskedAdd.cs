using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// A sum of those lanes that a comparison selects. AVX-512 adds under a mask, if the comparison is written inside a select of the sum;
/// elsewhere what is not selected becomes zero first. Callers write the comparison as the argument: one of two, chosen before, would become
/// a vector, and backward passes took a quarter longer.
/// </summary>
internal static class MaskedAdd
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Add<T>(Vector512<T> sum, Vector512<T> addend, Vector512<T> selected)
        where T : unmanaged, INumber<T> => Avx512F.IsSupported
        ? Vector512.ConditionalSelect(selected, sum + addend, sum)
        : sum + (selected & addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Add<T>(Vector256<T> sum, Vector256<T> addend, Vector256<T> selected)
        where T : unmanaged, INumber<T> => Avx512F.VL.IsSupported
        ? Vector256.ConditionalSelect(selected, sum + addend, sum)
        : sum + (selected & addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add<T>(Vector128<T> sum, Vector128<T> addend, Vector128<T> selected)
        where T : unmanaged, INumber<T> => Avx512F.VL.IsSupported
        ? Vector128.ConditionalSelect(selected, sum + addend, sum)
        : sum + (selected & addend);
}
