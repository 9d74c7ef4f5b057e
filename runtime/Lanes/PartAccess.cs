using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>
/// The first elements of 128 bits in memory: a piece of 8, 4 or 2 bytes and, of three elements, one of half its size behind it. Counts are
/// constants, so that of each method one or two moves remain.
/// </summary>
internal static class PartAccess
{
    /// <summary>Some elements in the first lanes, zero in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load<TMemory, T>(ref TMemory origin, nint index, int count)
        where TMemory : unmanaged
    {
        ref byte first = ref Unsafe.As<TMemory, byte>(ref Unsafe.Add(ref origin, index));
        return (Unsafe.SizeOf<TMemory>() * count) switch
        {
            2 => Vector128.CreateScalar(Unsafe.ReadUnaligned<ushort>(ref first)).As<ushort, T>(),
            3 => Vector128.CreateScalar((uint)Unsafe.ReadUnaligned<ushort>(ref first) | (uint)Unsafe.Add(ref first, 2) << 16).As<uint, T>(),
            4 => Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(ref first)).As<uint, T>(),
            6 => Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(ref first) | (ulong)Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref first, 4)) << 32).As<ulong, T>(),
            8 => Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref first)).As<ulong, T>(),
            _ => Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref first)).AsUInt32().WithElement(2, Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, 8))).As<uint, T>(),
        };
    }

    /// <summary>Writes the elements in the first lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TMemory>(Vector128<T> value, ref TMemory origin, nint index, int count)
        where TMemory : unmanaged
    {
        ref byte first = ref Unsafe.As<TMemory, byte>(ref Unsafe.Add(ref origin, index));
        int bytes = Unsafe.SizeOf<TMemory>() * count;
        if (bytes >= 8)
            Unsafe.WriteUnaligned(ref first, value.AsUInt64().ToScalar());
        else if (bytes >= 4)
            Unsafe.WriteUnaligned(ref first, value.AsUInt32().ToScalar());
        else
            Unsafe.WriteUnaligned(ref first, value.AsUInt16().ToScalar());
        if (bytes == 12)
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, 8), value.AsUInt32().GetElement(2));
        else if (bytes == 6)
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, 4), value.AsUInt16().GetElement(2));
        else if (bytes == 3)
            Unsafe.Add(ref first, 2) = value.AsByte().GetElement(2);
    }

    /// <summary>The lower half of the elements from one place and the upper half from another.</summary>
    public static Vector128<T> LoadHalves<T>(ref T origin, nint lower, nint upper, int count)
    {
        Vector128<T> loaded = default;
        for (int lane = 0; lane < count; lane++)
            loaded = loaded.WithElement(lane, Unsafe.Add(ref origin, lane < count / 2 ? lower + lane : upper + lane - count / 2));
        return loaded;
    }

    /// <summary>Writes the lower half of the elements in one place and the upper half in another.</summary>
    public static void StoreHalves<T>(Vector128<T> value, ref T origin, nint lower, nint upper, int count)
    {
        for (int lane = 0; lane < count; lane++)
            Unsafe.Add(ref origin, lane < count / 2 ? lower + lane : upper + lane - count / 2) = value.GetElement(lane);
    }

    /// <summary>The elements <c>index + lane * stride</c>; lanes outside [0, <paramref name="extent"/>) take <paramref name="fill"/> and touch no memory.</summary>
    public static Vector128<T> LoadInside<T>(ref T row, nint index, int stride, nint extent, int count, Vector128<T> fill)
        where T : unmanaged
    {
        StridedAccess.LoadClipped(ref Unsafe.As<Vector128<T>, T>(ref fill), count, ref row, index, stride, extent);
        return fill;
    }

    /// <summary>Writes the elements <c>index + lane * stride</c>; lanes outside [0, <paramref name="extent"/>) are dropped.</summary>
    public static void StoreInside<T>(Vector128<T> value, ref T row, nint index, int stride, nint extent, int count)
        where T : unmanaged =>
        StridedAccess.Store(ref Unsafe.As<Vector128<T>, T>(ref value), count, ref row, index, stride, extent);

    /// <summary>Integers of 32 bits, narrowed into the first lanes of a smaller type; the high bits are dropped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Narrow<T, TMemory>(Vector128<T> taps)
    {
        if (Unsafe.SizeOf<TMemory>() == sizeof(int))
            return taps;
        Vector128<short> shorts = Vector128.Narrow(taps.AsInt32(), taps.AsInt32());
        return Unsafe.SizeOf<TMemory>() == sizeof(short) ? shorts.As<short, T>() : Vector128.Narrow(shorts, shorts).As<sbyte, T>();
    }

    /// <summary>The integers in the first lanes, widened to 32 bits with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Widen<TMemory, T>(Vector128<TMemory> taps)
    {
        if (Unsafe.SizeOf<TMemory>() == sizeof(int))
            return taps.As<TMemory, T>();
        Vector128<ushort> shorts = Unsafe.SizeOf<TMemory>() == sizeof(short) ? taps.AsUInt16() : Vector128.WidenLower(taps.AsByte());
        return Vector128.WidenLower(shorts).As<uint, T>();
    }

    /// <summary>Every bit set in the first lanes, none in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Lanes<T>(int count)
    {
        int bits = 8 * Unsafe.SizeOf<T>() * count;
        return Vector128.Create(bits >= 64 ? ulong.MaxValue : (1UL << bits) - 1, bits > 64 ? (1UL << (bits - 64)) - 1 : 0).As<ulong, T>();
    }

    /// <summary>A bit for each of the first lanes.</summary>
    public static ulong Bits(int count) => (1UL << count) - 1;
}
