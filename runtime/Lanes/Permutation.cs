using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Elements of two neighbouring vectors, regrouped: every second one, interleaved, or shifted across the seam. x86 and ARM64 have
/// instructions for 32 and 64 bits; anything else goes through memory.
/// </summary>
internal static class Permutation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Even<T>(Vector512<T> low, Vector512<T> high)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.Even(low, high);
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.PermuteVar16x32x2(low.AsInt32(), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), high.AsInt32()).As<int, T>();
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.PermuteVar8x64x2(low.AsInt64(), Vector512.Create(0L, 2, 4, 6, 8, 10, 12, 14), high.AsInt64()).As<long, T>();
        return Halves.Join(Even(low.GetLower(), low.GetUpper()), Even(high.GetLower(), high.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Even<T>(Vector256<T> low, Vector256<T> high)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.Even(low, high);
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx2.Permute4x64(Avx.Shuffle(low.AsSingle(), high.AsSingle(), 0b10_00_10_00).AsDouble(), 0b11_01_10_00).As<double, T>();
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx2.Permute4x64(Avx.UnpackLow(low.AsDouble(), high.AsDouble()), 0b11_01_10_00).As<double, T>();
        return Vector256.Create(Even(low.GetLower(), low.GetUpper()), Even(high.GetLower(), high.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Even<T>(Vector128<T> low, Vector128<T> high)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.Even(low, high);
        if (Sse.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Sse.Shuffle(low.AsSingle(), high.AsSingle(), 0b10_00_10_00).As<float, T>();
        if (AdvSimd.Arm64.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return AdvSimd.Arm64.UnzipEven(low.AsInt32(), high.AsInt32()).As<int, T>();
        if (Sse2.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Sse2.UnpackLow(low.AsDouble(), high.AsDouble()).As<double, T>();
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return Vector128.Create(low.AsInt64().GetElement(0), high.AsInt64().GetElement(0)).As<long, T>();
        return Gather(low, high, first: 0, step: 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Odd<T>(Vector512<T> low, Vector512<T> high)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.Odd(low, high);
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.PermuteVar16x32x2(low.AsInt32(), Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), high.AsInt32()).As<int, T>();
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.PermuteVar8x64x2(low.AsInt64(), Vector512.Create(1L, 3, 5, 7, 9, 11, 13, 15), high.AsInt64()).As<long, T>();
        return Halves.Join(Odd(low.GetLower(), low.GetUpper()), Odd(high.GetLower(), high.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Odd<T>(Vector256<T> low, Vector256<T> high)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.Odd(low, high);
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx2.Permute4x64(Avx.Shuffle(low.AsSingle(), high.AsSingle(), 0b11_01_11_01).AsDouble(), 0b11_01_10_00).As<double, T>();
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx2.Permute4x64(Avx.UnpackHigh(low.AsDouble(), high.AsDouble()), 0b11_01_10_00).As<double, T>();
        return Vector256.Create(Odd(low.GetLower(), low.GetUpper()), Odd(high.GetLower(), high.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Odd<T>(Vector128<T> low, Vector128<T> high)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.Odd(low, high);
        if (Sse.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Sse.Shuffle(low.AsSingle(), high.AsSingle(), 0b11_01_11_01).As<float, T>();
        if (AdvSimd.Arm64.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return AdvSimd.Arm64.UnzipOdd(low.AsInt32(), high.AsInt32()).As<int, T>();
        if (Sse2.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Sse2.UnpackHigh(low.AsDouble(), high.AsDouble()).As<double, T>();
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return Vector128.Create(low.AsInt64().GetElement(1), high.AsInt64().GetElement(1)).As<long, T>();
        return Gather(low, high, first: 1, step: 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> InterleaveLow<T>(Vector512<T> even, Vector512<T> odd)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.InterleaveLow(even, odd);
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.PermuteVar16x32x2(even.AsInt32(), Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), odd.AsInt32()).As<int, T>();
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.PermuteVar8x64x2(even.AsInt64(), Vector512.Create(0L, 8, 1, 9, 2, 10, 3, 11), odd.AsInt64()).As<long, T>();
        return Halves.Join(InterleaveLow(even.GetLower(), odd.GetLower()), InterleaveHigh(even.GetLower(), odd.GetLower()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InterleaveLow<T>(Vector256<T> even, Vector256<T> odd) => Unsafe.SizeOf<T>() < sizeof(int)
        ? NarrowPermutation.InterleaveLow(even, odd)
        : Vector256.Create(InterleaveLow(even.GetLower(), odd.GetLower()), InterleaveHigh(even.GetLower(), odd.GetLower()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> InterleaveLow<T>(Vector128<T> even, Vector128<T> odd)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.InterleaveLow(even, odd);
        if (Sse.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Sse.UnpackLow(even.AsSingle(), odd.AsSingle()).As<float, T>();
        if (AdvSimd.Arm64.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return AdvSimd.Arm64.ZipLow(even.AsInt32(), odd.AsInt32()).As<int, T>();
        if (Sse2.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Sse2.UnpackLow(even.AsDouble(), odd.AsDouble()).As<double, T>();
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return Vector128.Create(even.AsInt64().GetElement(0), odd.AsInt64().GetElement(0)).As<long, T>();
        return Weave(even, odd, first: 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> InterleaveHigh<T>(Vector512<T> even, Vector512<T> odd)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.InterleaveHigh(even, odd);
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.PermuteVar16x32x2(even.AsInt32(), Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), odd.AsInt32()).As<int, T>();
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.PermuteVar8x64x2(even.AsInt64(), Vector512.Create(4L, 12, 5, 13, 6, 14, 7, 15), odd.AsInt64()).As<long, T>();
        return Halves.Join(InterleaveLow(even.GetUpper(), odd.GetUpper()), InterleaveHigh(even.GetUpper(), odd.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InterleaveHigh<T>(Vector256<T> even, Vector256<T> odd) => Unsafe.SizeOf<T>() < sizeof(int)
        ? NarrowPermutation.InterleaveHigh(even, odd)
        : Vector256.Create(InterleaveLow(even.GetUpper(), odd.GetUpper()), InterleaveHigh(even.GetUpper(), odd.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> InterleaveHigh<T>(Vector128<T> even, Vector128<T> odd)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.InterleaveHigh(even, odd);
        if (Sse.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Sse.UnpackHigh(even.AsSingle(), odd.AsSingle()).As<float, T>();
        if (AdvSimd.Arm64.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return AdvSimd.Arm64.ZipHigh(even.AsInt32(), odd.AsInt32()).As<int, T>();
        if (Sse2.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Sse2.UnpackHigh(even.AsDouble(), odd.AsDouble()).As<double, T>();
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return Vector128.Create(even.AsInt64().GetElement(1), odd.AsInt64().GetElement(1)).As<long, T>();
        return Weave(even, odd, first: Vector128<T>.Count / 2);
    }

    /// <summary>The last element of <paramref name="previous"/>, then all of <paramref name="current"/> but its last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftIn<T>(Vector512<T> previous, Vector512<T> current)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.ShiftIn(previous, current);
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.AlignRight32(current.AsInt32(), previous.AsInt32(), 15).As<int, T>();
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.AlignRight64(current.AsInt64(), previous.AsInt64(), 7).As<long, T>();
        return Halves.Join(ShiftIn(previous.GetUpper(), current.GetLower()), ShiftIn(current.GetLower(), current.GetUpper()));
    }

    /// <inheritdoc cref="ShiftIn{T}(Vector512{T}, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftIn<T>(Vector256<T> previous, Vector256<T> current)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.ShiftIn(previous, current);
        if (Avx512F.VL.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.VL.AlignRight32(current.AsInt32(), previous.AsInt32(), 7).As<int, T>();
        return Vector256.Create(ShiftIn(previous.GetUpper(), current.GetLower()), ShiftIn(current.GetLower(), current.GetUpper()));
    }

    /// <inheritdoc cref="ShiftIn{T}(Vector512{T}, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftIn<T>(Vector128<T> previous, Vector128<T> current)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.ShiftIn(previous, current);
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return Vector128.Create(previous.AsInt64().GetElement(1), current.AsInt64().GetElement(0)).As<long, T>();
        if (Ssse3.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Ssse3.AlignRight(current.AsByte(), previous.AsByte(), 12).As<byte, T>();
        if (AdvSimd.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return AdvSimd.ExtractVector128(previous.AsByte(), current.AsByte(), 12).As<byte, T>();
        return Gather(previous, current, first: Vector128<T>.Count - 1, step: 1);
    }

    /// <summary>Each half of <paramref name="current"/> but its last element, behind the last of the same half of <paramref name="previous"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftInHalves<T>(Vector512<T> previous, Vector512<T> current)
    {
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.PermuteVar16x32x2(previous.AsInt32(), Vector512.Create(7, 16, 17, 18, 19, 20, 21, 22, 15, 24, 25, 26, 27, 28, 29, 30), current.AsInt32()).As<int, T>();
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.PermuteVar8x64x2(previous.AsInt64(), Vector512.Create(3L, 8, 9, 10, 7, 12, 13, 14), current.AsInt64()).As<long, T>();
        return Halves.Join(ShiftIn(previous.GetLower(), current.GetLower()), ShiftIn(previous.GetUpper(), current.GetUpper()));
    }

    /// <inheritdoc cref="ShiftInHalves{T}(Vector512{T}, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftInHalves<T>(Vector256<T> previous, Vector256<T> current)
    {
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx2.AlignRight(current.AsByte(), previous.AsByte(), 12).As<byte, T>();
        return Vector256.Create(ShiftIn(previous.GetLower(), current.GetLower()), ShiftIn(previous.GetUpper(), current.GetUpper()));
    }

    /// <inheritdoc cref="ShiftInHalves{T}(Vector512{T}, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftInHalves<T>(Vector128<T> previous, Vector128<T> current)
    {
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return previous;
        int bits = 8 * Unsafe.SizeOf<T>(); // half a vector is a number of 64 bits, whose first element is the lowest
        return ((current.AsUInt64() << bits) | (previous.AsUInt64() >> (64 - bits))).As<ulong, T>();
    }

    /// <summary>Each half of <paramref name="current"/> but its first element, before the first of the same half of <paramref name="next"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftOutHalves<T>(Vector512<T> current, Vector512<T> next)
    {
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.PermuteVar16x32x2(current.AsInt32(), Vector512.Create(1, 2, 3, 4, 5, 6, 7, 16, 9, 10, 11, 12, 13, 14, 15, 24), next.AsInt32()).As<int, T>();
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.PermuteVar8x64x2(current.AsInt64(), Vector512.Create(1L, 2, 3, 8, 5, 6, 7, 12), next.AsInt64()).As<long, T>();
        return Halves.Join(ShiftOut(current.GetLower(), next.GetLower()), ShiftOut(current.GetUpper(), next.GetUpper()));
    }

    /// <inheritdoc cref="ShiftOutHalves{T}(Vector512{T}, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftOutHalves<T>(Vector256<T> current, Vector256<T> next)
    {
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx2.AlignRight(next.AsByte(), current.AsByte(), 4).As<byte, T>();
        return Vector256.Create(ShiftOut(current.GetLower(), next.GetLower()), ShiftOut(current.GetUpper(), next.GetUpper()));
    }

    /// <inheritdoc cref="ShiftOutHalves{T}(Vector512{T}, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftOutHalves<T>(Vector128<T> current, Vector128<T> next)
    {
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return next;
        int bits = 8 * Unsafe.SizeOf<T>();
        return ((current.AsUInt64() >> bits) | (next.AsUInt64() << (64 - bits))).As<ulong, T>();
    }

    // Out of line: only the first and the last vectors of a share need it, and inlined it would take up the JIT's budget of every kernel.

    /// <summary>Every lane takes the one <paramref name="by"/> further on; where there is none, anything.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<T> Move<T>(Vector512<T> value, int by)
    {
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.PermuteVar16x32(value.AsUInt32(), ClippedAccess.Lanes512Of32 + Vector512.Create((uint)by)).As<uint, T>();
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.PermuteVar8x64(value.AsUInt64(), ClippedAccess.Lanes512Of64 + Vector512.Create((ulong)by)).As<ulong, T>();
        return Unsafe.SizeOf<T>() == sizeof(long)
            ? Vector512.Shuffle(value.AsUInt64(), ClippedAccess.Lanes512Of64 + Vector512.Create((ulong)by)).As<ulong, T>()
            : Vector512.Shuffle(value.AsUInt32(), ClippedAccess.Lanes512Of32 + Vector512.Create((uint)by)).As<uint, T>();
    }

    /// <inheritdoc cref="Move{T}(Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<T> Move<T>(Vector256<T> value, int by)
    {
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx2.PermuteVar8x32(value.AsUInt32(), ClippedAccess.Lanes256Of32 + Vector256.Create((uint)by)).As<uint, T>();
        return Unsafe.SizeOf<T>() == sizeof(long)
            ? Vector256.Shuffle(value.AsUInt64(), ClippedAccess.Lanes256Of64 + Vector256.Create((ulong)by)).As<ulong, T>()
            : Vector256.Shuffle(value.AsUInt32(), ClippedAccess.Lanes256Of32 + Vector256.Create((uint)by)).As<uint, T>();
    }

    /// <inheritdoc cref="Move{T}(Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<T> Move<T>(Vector128<T> value, int by) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector128.Shuffle(value.AsUInt64(), ClippedAccess.Lanes128Of64 + Vector128.Create((ulong)by)).As<ulong, T>()
        : Vector128.Shuffle(value.AsUInt32(), ClippedAccess.Lanes128Of32 + Vector128.Create((uint)by)).As<uint, T>();

    /// <summary>All of <paramref name="current"/> but its first element, then the first of <paramref name="next"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftOut<T>(Vector512<T> current, Vector512<T> next)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.ShiftOut(current, next);
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.AlignRight32(next.AsInt32(), current.AsInt32(), 1).As<int, T>();
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.AlignRight64(next.AsInt64(), current.AsInt64(), 1).As<long, T>();
        return Halves.Join(ShiftOut(current.GetLower(), current.GetUpper()), ShiftOut(current.GetUpper(), next.GetLower()));
    }

    /// <inheritdoc cref="ShiftOut{T}(Vector512{T}, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftOut<T>(Vector256<T> current, Vector256<T> next)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.ShiftOut(current, next);
        if (Avx512F.VL.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.VL.AlignRight32(next.AsInt32(), current.AsInt32(), 1).As<int, T>();
        return Vector256.Create(ShiftOut(current.GetLower(), current.GetUpper()), ShiftOut(current.GetUpper(), next.GetLower()));
    }

    /// <inheritdoc cref="ShiftOut{T}(Vector512{T}, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftOut<T>(Vector128<T> current, Vector128<T> next)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.ShiftOut(current, next);
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return Vector128.Create(current.AsInt64().GetElement(1), next.AsInt64().GetElement(0)).As<long, T>();
        if (Ssse3.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Ssse3.AlignRight(next.AsByte(), current.AsByte(), 4).As<byte, T>();
        if (AdvSimd.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return AdvSimd.ExtractVector128(current.AsByte(), next.AsByte(), 4).As<byte, T>();
        return Gather(current, next, first: 1, step: 1);
    }

    private static Vector128<T> Gather<T>(Vector128<T> low, Vector128<T> high, int first, int step)
    {
        Vector128<T> result = default;
        for (int lane = 0; lane < Vector128<T>.Count; lane++)
        {
            int from = first + lane * step;
            result = result.WithElement(lane, from < Vector128<T>.Count ? low.GetElement(from) : high.GetElement(from - Vector128<T>.Count));
        }
        return result;
    }

    private static Vector128<T> Weave<T>(Vector128<T> even, Vector128<T> odd, int first)
    {
        Vector128<T> result = default;
        for (int lane = 0; lane < Vector128<T>.Count; lane++)
            result = result.WithElement(lane, (lane % 2 == 0 ? even : odd).GetElement(first + lane / 2));
        return result;
    }
}
