using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>Bit masks in lanes: below the sign bit of the lower 32 bits, whatever the lane's size.</summary>
internal static class BitMask
{
    /// <summary>The mask, with the bits added where the comparison holds: AVX-512 merges under a mask, elsewhere the bits are selected first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> OrIf<T>(Vector512<T> mask, Vector512<T> bits, Vector512<T> holds) => Avx512F.IsSupported
        ? Vector512.ConditionalSelect(holds, mask | bits, mask)
        : mask | (holds & bits);

    /// <summary>The mask, with the bits added where the comparison holds: AVX-512 merges under a mask, elsewhere the bits are selected first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> OrIf<T>(Vector256<T> mask, Vector256<T> bits, Vector256<T> holds) => Avx512F.VL.IsSupported
        ? Vector256.ConditionalSelect(holds, mask | bits, mask)
        : mask | (holds & bits);

    /// <summary>The mask, with the bits added where the comparison holds: AVX-512 merges under a mask, elsewhere the bits are selected first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> OrIf<T>(Vector128<T> mask, Vector128<T> bits, Vector128<T> holds) => Avx512F.VL.IsSupported
        ? Vector128.ConditionalSelect(holds, mask | bits, mask)
        : mask | (holds & bits);

    /// <summary>All bits of the lanes that have the bit of that number: what is shifted to the sign is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Has(Vector512<int> mask, int number) => Vector512.LessThan(mask << (31 - number), Vector512<int>.Zero);

    /// <summary>All bits of the lanes that have the bit of that number: what is shifted to the sign is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Has(Vector512<long> mask, int number) => Vector512.LessThan(mask << (63 - number), Vector512<long>.Zero);

    /// <summary>All bits of the lanes that have the bit of that number: what is shifted to the sign is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Has(Vector256<int> mask, int number) => Vector256.LessThan(mask << (31 - number), Vector256<int>.Zero);

    /// <summary>All bits of the lanes that have the bit of that number: what is shifted to the sign is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Has(Vector256<long> mask, int number) => Vector256.LessThan(mask << (63 - number), Vector256<long>.Zero);

    /// <summary>All bits of the lanes that have the bit of that number: what is shifted to the sign is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Has(Vector128<int> mask, int number) => Vector128.LessThan(mask << (31 - number), Vector128<int>.Zero);

    /// <summary>All bits of the lanes that have the bit of that number: what is shifted to the sign is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Has(Vector128<long> mask, int number) => Vector128.LessThan(mask << (63 - number), Vector128<long>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Lowest(Vector512<int> mask) => mask & -mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Lowest(Vector256<int> mask) => mask & -mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Lowest(Vector128<int> mask) => mask & -mask;

    /// <summary>The bit that is left of the mask smeared to the right, less its own half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Highest(Vector512<int> mask)
    {
        mask |= mask >>> 1;
        mask |= mask >>> 2;
        mask |= mask >>> 4;
        mask |= mask >>> 8;
        mask |= mask >>> 16;
        return mask ^ (mask >>> 1);
    }

    /// <summary>The bit that is left of the mask smeared to the right, less its own half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Highest(Vector256<int> mask)
    {
        mask |= mask >>> 1;
        mask |= mask >>> 2;
        mask |= mask >>> 4;
        mask |= mask >>> 8;
        mask |= mask >>> 16;
        return mask ^ (mask >>> 1);
    }

    /// <summary>The bit that is left of the mask smeared to the right, less its own half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Highest(Vector128<int> mask)
    {
        mask |= mask >>> 1;
        mask |= mask >>> 2;
        mask |= mask >>> 4;
        mask |= mask >>> 8;
        mask |= mask >>> 16;
        return mask ^ (mask >>> 1);
    }
}
