using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Elements of 8 and 16 bits of neighbouring vectors, regrouped: what <see cref="Permutation"/> and <see cref="Thirds"/> are for wider ones. Taking
/// every second one is narrowing elements of twice the size; AVX-512 has permutations of two vectors besides.
/// </summary>
internal static class NarrowPermutation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Even<T>(Vector512<T> low, Vector512<T> high) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Vector512.Narrow(low.AsUInt16() & Vector512.Create((ushort)byte.MaxValue), high.AsUInt16() & Vector512.Create((ushort)byte.MaxValue)).As<byte, T>()
        : Vector512.Narrow(low.AsUInt32() & Vector512.Create((uint)ushort.MaxValue), high.AsUInt32() & Vector512.Create((uint)ushort.MaxValue)).As<ushort, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Odd<T>(Vector512<T> low, Vector512<T> high) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Vector512.Narrow(low.AsUInt16() >>> 8, high.AsUInt16() >>> 8).As<byte, T>()
        : Vector512.Narrow(low.AsUInt32() >>> 16, high.AsUInt32() >>> 16).As<ushort, T>();

    /// <summary>The even elements of one vector, then the odd ones of another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> EvenThenOdd<T>(Vector512<T> low, Vector512<T> high) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Vector512.Narrow(low.AsUInt16() & Vector512.Create((ushort)byte.MaxValue), high.AsUInt16() >>> 8).As<byte, T>()
        : Vector512.Narrow(low.AsUInt32() & Vector512.Create((uint)ushort.MaxValue), high.AsUInt32() >>> 16).As<ushort, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> InterleaveLow<T>(Vector512<T> even, Vector512<T> odd) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? (Vector512.WidenLower(even.AsByte()) | (Vector512.WidenLower(odd.AsByte()) << 8)).As<ushort, T>()
        : (Vector512.WidenLower(even.AsUInt16()) | (Vector512.WidenLower(odd.AsUInt16()) << 16)).As<uint, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> InterleaveHigh<T>(Vector512<T> even, Vector512<T> odd) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? (Vector512.WidenUpper(even.AsByte()) | (Vector512.WidenUpper(odd.AsByte()) << 8)).As<ushort, T>()
        : (Vector512.WidenUpper(even.AsUInt16()) | (Vector512.WidenUpper(odd.AsUInt16()) << 16)).As<uint, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Even<T>(Vector256<T> low, Vector256<T> high) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Vector256.Narrow(low.AsUInt16() & Vector256.Create((ushort)byte.MaxValue), high.AsUInt16() & Vector256.Create((ushort)byte.MaxValue)).As<byte, T>()
        : Vector256.Narrow(low.AsUInt32() & Vector256.Create((uint)ushort.MaxValue), high.AsUInt32() & Vector256.Create((uint)ushort.MaxValue)).As<ushort, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Odd<T>(Vector256<T> low, Vector256<T> high) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Vector256.Narrow(low.AsUInt16() >>> 8, high.AsUInt16() >>> 8).As<byte, T>()
        : Vector256.Narrow(low.AsUInt32() >>> 16, high.AsUInt32() >>> 16).As<ushort, T>();

    /// <summary>The even elements of one vector, then the odd ones of another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> EvenThenOdd<T>(Vector256<T> low, Vector256<T> high) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Vector256.Narrow(low.AsUInt16() & Vector256.Create((ushort)byte.MaxValue), high.AsUInt16() >>> 8).As<byte, T>()
        : Vector256.Narrow(low.AsUInt32() & Vector256.Create((uint)ushort.MaxValue), high.AsUInt32() >>> 16).As<ushort, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InterleaveLow<T>(Vector256<T> even, Vector256<T> odd) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? (Vector256.WidenLower(even.AsByte()) | (Vector256.WidenLower(odd.AsByte()) << 8)).As<ushort, T>()
        : (Vector256.WidenLower(even.AsUInt16()) | (Vector256.WidenLower(odd.AsUInt16()) << 16)).As<uint, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InterleaveHigh<T>(Vector256<T> even, Vector256<T> odd) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? (Vector256.WidenUpper(even.AsByte()) | (Vector256.WidenUpper(odd.AsByte()) << 8)).As<ushort, T>()
        : (Vector256.WidenUpper(even.AsUInt16()) | (Vector256.WidenUpper(odd.AsUInt16()) << 16)).As<uint, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Even<T>(Vector128<T> low, Vector128<T> high) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Vector128.Narrow(low.AsUInt16() & Vector128.Create((ushort)byte.MaxValue), high.AsUInt16() & Vector128.Create((ushort)byte.MaxValue)).As<byte, T>()
        : Vector128.Narrow(low.AsUInt32() & Vector128.Create((uint)ushort.MaxValue), high.AsUInt32() & Vector128.Create((uint)ushort.MaxValue)).As<ushort, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Odd<T>(Vector128<T> low, Vector128<T> high) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Vector128.Narrow(low.AsUInt16() >>> 8, high.AsUInt16() >>> 8).As<byte, T>()
        : Vector128.Narrow(low.AsUInt32() >>> 16, high.AsUInt32() >>> 16).As<ushort, T>();

    /// <summary>The even elements of one vector, then the odd ones of another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> EvenThenOdd<T>(Vector128<T> low, Vector128<T> high) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Vector128.Narrow(low.AsUInt16() & Vector128.Create((ushort)byte.MaxValue), high.AsUInt16() >>> 8).As<byte, T>()
        : Vector128.Narrow(low.AsUInt32() & Vector128.Create((uint)ushort.MaxValue), high.AsUInt32() >>> 16).As<ushort, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> InterleaveLow<T>(Vector128<T> even, Vector128<T> odd) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? (Vector128.WidenLower(even.AsByte()) | (Vector128.WidenLower(odd.AsByte()) << 8)).As<ushort, T>()
        : (Vector128.WidenLower(even.AsUInt16()) | (Vector128.WidenLower(odd.AsUInt16()) << 16)).As<uint, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> InterleaveHigh<T>(Vector128<T> even, Vector128<T> odd) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? (Vector128.WidenUpper(even.AsByte()) | (Vector128.WidenUpper(odd.AsByte()) << 8)).As<ushort, T>()
        : (Vector128.WidenUpper(even.AsUInt16()) | (Vector128.WidenUpper(odd.AsUInt16()) << 16)).As<uint, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftIn<T>(Vector512<T> previous, Vector512<T> current)
    {
        if (!Avx512BW.IsSupported)
            return Halves.Join(ShiftIn(previous.GetUpper(), current.GetLower()), ShiftIn(current.GetLower(), current.GetUpper()));

        // Beside each 16 bytes of current those before them.
        Vector512<byte> before = Avx512F.AlignRight64(current.AsUInt64(), previous.AsUInt64(), 6).AsByte();
        return Unsafe.SizeOf<T>() == sizeof(byte)
            ? Avx512BW.AlignRight(current.AsByte(), before, 15).As<byte, T>()
            : Avx512BW.AlignRight(current.AsByte(), before, 14).As<byte, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftIn<T>(Vector256<T> previous, Vector256<T> current)
    {
        if (!Avx2.IsSupported)
            return Vector256.Create(ShiftIn(previous.GetUpper(), current.GetLower()), ShiftIn(current.GetLower(), current.GetUpper()));
        Vector256<byte> before = Avx2.Permute2x128(previous.AsByte(), current.AsByte(), 0x21);
        return Unsafe.SizeOf<T>() == sizeof(byte)
            ? Avx2.AlignRight(current.AsByte(), before, 15).As<byte, T>()
            : Avx2.AlignRight(current.AsByte(), before, 14).As<byte, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftIn<T>(Vector128<T> previous, Vector128<T> current) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Tail(previous.AsByte(), 15, current.AsByte(), 1).As<byte, T>()
        : Tail(previous.AsByte(), 14, current.AsByte(), 2).As<byte, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftOut<T>(Vector512<T> current, Vector512<T> next)
    {
        if (!Avx512BW.IsSupported)
            return Halves.Join(ShiftOut(current.GetLower(), current.GetUpper()), ShiftOut(current.GetUpper(), next.GetLower()));
        Vector512<byte> behind = Avx512F.AlignRight64(next.AsUInt64(), current.AsUInt64(), 2).AsByte();
        return Unsafe.SizeOf<T>() == sizeof(byte)
            ? Avx512BW.AlignRight(behind, current.AsByte(), 1).As<byte, T>()
            : Avx512BW.AlignRight(behind, current.AsByte(), 2).As<byte, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftOut<T>(Vector256<T> current, Vector256<T> next)
    {
        if (!Avx2.IsSupported)
            return Vector256.Create(ShiftOut(current.GetLower(), current.GetUpper()), ShiftOut(current.GetUpper(), next.GetLower()));
        Vector256<byte> behind = Avx2.Permute2x128(current.AsByte(), next.AsByte(), 0x21);
        return Unsafe.SizeOf<T>() == sizeof(byte)
            ? Avx2.AlignRight(behind, current.AsByte(), 1).As<byte, T>()
            : Avx2.AlignRight(behind, current.AsByte(), 2).As<byte, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftOut<T>(Vector128<T> current, Vector128<T> next) => Unsafe.SizeOf<T>() == sizeof(byte)
        ? Tail(current.AsByte(), 1, next.AsByte(), 15).As<byte, T>()
        : Tail(current.AsByte(), 2, next.AsByte(), 14).As<byte, T>();

    /// <summary>The bytes of a vector from one on, and as many of the next as there is room for; the distances add up to a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Tail(Vector128<byte> first, [ConstantExpected(Max = (byte)15)] byte from, Vector128<byte> second, byte rest)
    {
        if (Ssse3.IsSupported)
            return Ssse3.AlignRight(second, first, from);
        if (AdvSimd.IsSupported)
            return AdvSimd.ExtractVector128(first, second, from);
        return Vector128.Shuffle(first, NarrowAccess.Lanes128Of8 + Vector128.Create(from)) | Vector128.Shuffle(second, NarrowAccess.Lanes128Of8 - Vector128.Create(rest));
    }

    /// <summary>Every third element of three neighbouring vectors: of the first two by one permutation, of the third by another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> EveryThird<T>(Vector512<T> low, Vector512<T> middle, Vector512<T> high, int first)
    {
        if (Avx512Vbmi.IsSupported && Unsafe.SizeOf<T>() == sizeof(byte))
        {
            Vector512<byte> lanes = NarrowAccess.Lanes512Of8, from = lanes + lanes + lanes + Vector512.Create((byte)first);
            Vector512<byte> two = Avx512Vbmi.PermuteVar64x8x2(low.AsByte(), from, middle.AsByte());
            Vector512<byte> three = Vector512.ConditionalSelect(Vector512.LessThan(from, Vector512.Create((byte)128)), lanes, from - Vector512.Create((byte)64));
            return Avx512Vbmi.PermuteVar64x8x2(two, three, high.AsByte()).As<byte, T>();
        }
        if (Avx512BW.IsSupported && Unsafe.SizeOf<T>() == sizeof(ushort))
        {
            Vector512<ushort> lanes = NarrowAccess.Lanes512Of16, from = lanes + lanes + lanes + Vector512.Create((ushort)first);
            Vector512<ushort> two = Avx512BW.PermuteVar32x16x2(low.AsUInt16(), from, middle.AsUInt16());
            Vector512<ushort> three = Vector512.ConditionalSelect(Vector512.LessThan(from, Vector512.Create((ushort)64)), lanes, from - Vector512.Create((ushort)32));
            return Avx512BW.PermuteVar32x16x2(two, three, high.AsUInt16()).As<ushort, T>();
        }
        return Halves.Join(
            EveryThird(low.GetLower(), low.GetUpper(), middle.GetLower(), first),
            EveryThird(middle.GetUpper(), high.GetLower(), high.GetUpper(), first));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> EveryThird<T>(Vector256<T> low, Vector256<T> middle, Vector256<T> high, int first) => Vector256.Create(
        EveryThird(low.GetLower(), low.GetUpper(), middle.GetLower(), first),
        EveryThird(middle.GetUpper(), high.GetLower(), high.GetUpper(), first));

    /// <summary>Three shuffles of bytes, each of which leaves zeros where the byte comes from another vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> EveryThird<T>(Vector128<T> low, Vector128<T> middle, Vector128<T> high, int first)
    {
        // Of elements of two bytes, the second byte follows the first.
        Vector128<byte> lanes = NarrowAccess.Lanes128Of8;
        Vector128<byte> within = Unsafe.SizeOf<T>() == sizeof(byte) ? Vector128<byte>.Zero : lanes & Vector128.Create((byte)1), whole = lanes - within;
        Vector128<byte> from = whole + whole + whole + within + Vector128.Create((byte)(first * Unsafe.SizeOf<T>()));
        return (Vector128.Shuffle(low.AsByte(), from)
            | Vector128.Shuffle(middle.AsByte(), from - Vector128.Create((byte)16))
            | Vector128.Shuffle(high.AsByte(), from - Vector128.Create((byte)32))).As<byte, T>();
    }

    /// <summary>The vector of number <paramref name="part"/> of the three that <see cref="EveryThird{T}(Vector128{T}, Vector128{T}, Vector128{T}, int)"/> takes apart.</summary>
    public static Vector128<T> WeaveThree<T>(Vector128<T> first, Vector128<T> second, Vector128<T> third, int part)
    {
        Vector128<T> result = default;
        for (int lane = 0; lane < Vector128<T>.Count; lane++)
        {
            (int from, int of) = Math.DivRem(part * Vector128<T>.Count + lane, 3);
            result = result.WithElement(lane, (of == 0 ? first : of == 1 ? second : third).GetElement(from));
        }
        return result;
    }
}
