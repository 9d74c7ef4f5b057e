using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Those lanes that a comparison selects; the others are zero. Of a select whose other operand is zero the JIT makes a masked blend that reads
/// its own target, so that every one waits for whatever was computed in that register before: a loop became one chain, and where its loads come
/// from far away, few of them were under way (max 2x2, stride 2, backward: 1.4 times the time). A select of zero where the comparison does not
/// hold reads a register that was just cleared. Callers write the comparison as the argument, as for <see cref="MaskedAdd"/>.
/// </summary>
internal static class MaskedSelect
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> OrZero<T>(Vector512<T> selected, Vector512<T> then) => Avx512F.IsSupported
        ? Vector512.ConditionalSelect(~selected, Vector512<T>.Zero, then)
        : selected & then;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> OrZero<T>(Vector256<T> selected, Vector256<T> then) => Avx512F.VL.IsSupported
        ? Vector256.ConditionalSelect(~selected, Vector256<T>.Zero, then)
        : selected & then;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> OrZero<T>(Vector128<T> selected, Vector128<T> then) => Avx512F.VL.IsSupported
        ? Vector128.ConditionalSelect(~selected, Vector128<T>.Zero, then)
        : selected & then;
}
