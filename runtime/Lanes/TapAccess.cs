using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Tap numbers in memory, as bytes, ushorts or ints. Narrowing drops the high bits, so "no tap" (-1) becomes the largest number of the
/// type; widening extends with zeros, and no kernel has a tap of that number.
/// </summary>
internal static class TapAccess
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TTap>(Vector512<int> taps, ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Unsafe.SizeOf<TTap>() == sizeof(int))
            Write(ref origin, index, taps);
        else if (Unsafe.SizeOf<TTap>() == sizeof(short))
            Write(ref origin, index, NarrowToShorts(taps));
        else
            Write(ref origin, index, NarrowToBytes(taps));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TTap>(Vector512<long> taps, ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Avx512F.IsSupported && Unsafe.SizeOf<TTap>() == sizeof(byte))
            Write(ref origin, index, Avx512F.ConvertToVector128Byte(taps).AsUInt64().ToScalar());
        else if (Avx512F.IsSupported && Unsafe.SizeOf<TTap>() == sizeof(short))
            Write(ref origin, index, Avx512F.ConvertToVector128UInt16(taps));
        else
            Store(Vector256.Narrow(taps.GetLower(), taps.GetUpper()), ref origin, index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TTap>(Vector256<int> taps, ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Unsafe.SizeOf<TTap>() == sizeof(int))
        {
            Write(ref origin, index, taps);
            return;
        }
        if (Unsafe.SizeOf<TTap>() == sizeof(short))
            Write(ref origin, index, NarrowToShorts(taps));
        else
            Write(ref origin, index, NarrowToBytes(taps).AsUInt64().ToScalar());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TTap>(Vector256<long> taps, ref TTap origin, nint index)
        where TTap : unmanaged => Store(Vector128.Narrow(taps.GetLower(), taps.GetUpper()), ref origin, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TTap>(Vector128<int> taps, ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Unsafe.SizeOf<TTap>() == sizeof(int))
        {
            Write(ref origin, index, taps);
            return;
        }
        if (Unsafe.SizeOf<TTap>() == sizeof(short))
            Write(ref origin, index, NarrowToShorts(taps).AsUInt64().ToScalar());
        else
            Write(ref origin, index, NarrowToBytes(taps).AsUInt32().ToScalar());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TTap>(Vector128<long> taps, ref TTap origin, nint index)
        where TTap : unmanaged
    {
        Store((int)taps.GetElement(0), ref origin, index);
        Store((int)taps.GetElement(1), ref origin, index + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TTap>(int tap, ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Unsafe.SizeOf<TTap>() == sizeof(int))
            Write(ref origin, index, tap);
        else if (Unsafe.SizeOf<TTap>() == sizeof(short))
            Write(ref origin, index, (ushort)tap);
        else
            Write(ref origin, index, (byte)tap);
    }

    /// <summary>The lowest bytes of 16-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes<TTap>(Vector512<short> taps, ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Avx512BW.IsSupported)
            Write(ref origin, index, Avx512BW.ConvertToVector256SByte(taps));
        else
            Write(ref origin, index, Vector256.Narrow(taps.GetLower(), taps.GetUpper()));
    }

    /// <inheritdoc cref="StoreBytes{TTap}(Vector512{short}, ref TTap, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes<TTap>(Vector256<short> taps, ref TTap origin, nint index)
        where TTap : unmanaged => Write(ref origin, index, Vector128.Narrow(taps.GetLower(), taps.GetUpper()));

    /// <inheritdoc cref="StoreBytes{TTap}(Vector512{short}, ref TTap, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes<TTap>(Vector128<short> taps, ref TTap origin, nint index)
        where TTap : unmanaged => Write(ref origin, index, Vector128.Narrow(taps, taps).AsUInt64().ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Load512Int32<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Unsafe.SizeOf<TTap>() == sizeof(int))
            return Read<TTap, Vector512<int>>(ref origin, index);
        if (Avx512F.IsSupported && Unsafe.SizeOf<TTap>() == sizeof(byte))
            return Avx512F.ConvertToVector512Int32(Read<TTap, Vector128<byte>>(ref origin, index));
        if (Avx512F.IsSupported && Unsafe.SizeOf<TTap>() == sizeof(short))
            return Avx512F.ConvertToVector512Int32(Read<TTap, Vector256<ushort>>(ref origin, index));
        return Halves.Join(Load256Int32(ref origin, index), Load256Int32(ref origin, index + 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Load512Int64<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged
    {
        Vector256<int> taps = Load256Int32(ref origin, index);
        return Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Int64(taps)
            : Halves.Join(Vector256.WidenLower(taps), Vector256.WidenUpper(taps));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load256Int32<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Unsafe.SizeOf<TTap>() == sizeof(int))
            return Read<TTap, Vector256<int>>(ref origin, index);
        if (Avx2.IsSupported && Unsafe.SizeOf<TTap>() == sizeof(byte))
            return Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Read<TTap, ulong>(ref origin, index)).AsByte());
        if (Avx2.IsSupported && Unsafe.SizeOf<TTap>() == sizeof(short))
            return Avx2.ConvertToVector256Int32(Read<TTap, Vector128<ushort>>(ref origin, index));
        return Vector256.Create(Load128Int32(ref origin, index), Load128Int32(ref origin, index + 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Load256Int64<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged
    {
        Vector128<int> taps = Load128Int32(ref origin, index);
        return Vector256.Create(Vector128.WidenLower(taps), Vector128.WidenUpper(taps));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Load128Int32<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Unsafe.SizeOf<TTap>() == sizeof(int))
            return Read<TTap, Vector128<int>>(ref origin, index);
        Vector128<ushort> shorts = Unsafe.SizeOf<TTap>() == sizeof(short)
            ? Vector128.CreateScalarUnsafe(Read<TTap, ulong>(ref origin, index)).AsUInt16()
            : Vector128.WidenLower(Vector128.CreateScalarUnsafe(Read<TTap, uint>(ref origin, index)).AsByte());
        return Vector128.WidenLower(shorts).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Load128Int64<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged => Vector128.Create((long)Load(ref origin, index), Load(ref origin, index + 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Load<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Unsafe.SizeOf<TTap>() == sizeof(int))
            return Read<TTap, int>(ref origin, index);
        return Unsafe.SizeOf<TTap>() == sizeof(short) ? Read<TTap, ushort>(ref origin, index) : Read<TTap, byte>(ref origin, index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> NarrowToShorts(Vector512<int> taps) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Int16(taps)
        : Vector256.Narrow(taps.GetLower(), taps.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<sbyte> NarrowToBytes(Vector512<int> taps)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ConvertToVector128SByte(taps);
        Vector256<short> shorts = Vector256.Narrow(taps.GetLower(), taps.GetUpper());
        return Vector128.Narrow(shorts.GetLower(), shorts.GetUpper());
    }

    // With AVX-512 one instruction, where the portable way takes a move, two shuffles and a narrowing for each half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> NarrowToShorts(Vector256<int> taps) => Avx512F.VL.IsSupported
        ? Avx512F.VL.ConvertToVector128Int16(taps)
        : Vector128.Narrow(taps.GetLower(), taps.GetUpper());

    /// <summary>In the first lanes; the others hold anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<sbyte> NarrowToBytes(Vector256<int> taps)
    {
        if (Avx512F.VL.IsSupported)
            return Avx512F.VL.ConvertToVector128SByte(taps);
        Vector128<short> shorts = Vector128.Narrow(taps.GetLower(), taps.GetUpper());
        return Vector128.Narrow(shorts, shorts);
    }

    /// <summary>In the first lanes; the others hold anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> NarrowToShorts(Vector128<int> taps) => Avx512F.VL.IsSupported
        ? Avx512F.VL.ConvertToVector128Int16(taps)
        : Vector128.Narrow(taps, taps);

    /// <summary>In the first lanes; the others hold anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<sbyte> NarrowToBytes(Vector128<int> taps)
    {
        if (Avx512F.VL.IsSupported)
            return Avx512F.VL.ConvertToVector128SByte(taps);
        Vector128<short> shorts = Vector128.Narrow(taps, taps);
        return Vector128.Narrow(shorts, shorts);
    }

    // A workspace is a span of bytes: ushorts and ints in it need not be aligned.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TValue Read<TTap, TValue>(ref TTap origin, nint index)
        where TTap : unmanaged => Unsafe.ReadUnaligned<TValue>(ref Unsafe.As<TTap, byte>(ref Unsafe.Add(ref origin, index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TTap, TValue>(ref TTap origin, nint index, TValue value)
        where TTap : unmanaged => Unsafe.WriteUnaligned(ref Unsafe.As<TTap, byte>(ref Unsafe.Add(ref origin, index)), value);
}
