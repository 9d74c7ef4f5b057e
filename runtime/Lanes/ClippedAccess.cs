using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Loads and stores that end at a row's edges: lanes outside [0, extent) touch no memory. Masked instructions suppress their faults;
/// the portable path goes element by element.
/// </summary>
internal static unsafe class ClippedAccess
{
    // The lanes' numbers: constants, because a static field would be read from memory.
    public static Vector512<uint> Lanes512Of32
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0u, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    public static Vector512<ulong> Lanes512Of64
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0ul, 1, 2, 3, 4, 5, 6, 7);
    }

    public static Vector256<uint> Lanes256Of32
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7);
    }

    public static Vector256<ulong> Lanes256Of64
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(0ul, 1, 2, 3);
    }

    public static Vector128<uint> Lanes128Of32
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(0u, 1, 2, 3);
    }

    public static Vector128<ulong> Lanes128Of64
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(0ul, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T>(ref T row, nint index, nint extent, Vector512<T> fill)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
            return NarrowAccess.Load(ref row, index, extent, fill);
#if NET10_0_OR_GREATER
        if (Avx512F.IsSupported && sizeof(T) == sizeof(uint))
            return Avx512F.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, Inside512Of32(index, extent), fill.AsUInt32()).As<uint, T>();
        if (Avx512F.IsSupported && sizeof(T) == sizeof(ulong))
            return Avx512F.MaskLoad((ulong*)Unsafe.AsPointer(ref row) + index, Inside512Of64(index, extent), fill.AsUInt64()).As<ulong, T>();
#endif
        return Halves.Join(
            Load(ref row, index, extent, fill.GetLower()),
            Load(ref row, index + Vector256<T>.Count, extent, fill.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(ref T row, nint index, nint extent, Vector256<T> fill)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
            return NarrowAccess.Load(ref row, index, extent, fill);
        if (Avx2.IsSupported && sizeof(T) == sizeof(uint))
        {
            Vector256<uint> inside = Inside256Of32(index, extent);
            Vector256<uint> loaded = Avx2.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside);
            return Vector256.ConditionalSelect(inside, loaded, fill.AsUInt32()).As<uint, T>();
        }
        if (Avx2.IsSupported && sizeof(T) == sizeof(ulong))
        {
            Vector256<ulong> inside = Inside256Of64(index, extent);
            Vector256<ulong> loaded = Avx2.MaskLoad((ulong*)Unsafe.AsPointer(ref row) + index, inside);
            return Vector256.ConditionalSelect(inside, loaded, fill.AsUInt64()).As<ulong, T>();
        }
        return Vector256.Create(
            Load(ref row, index, extent, fill.GetLower()),
            Load(ref row, index + Vector128<T>.Count, extent, fill.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load<T>(ref T row, nint index, nint extent, Vector128<T> fill)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
            return NarrowAccess.Load(ref row, index, extent, fill);
        if (Avx2.IsSupported && sizeof(T) == sizeof(uint))
        {
            Vector128<uint> inside = Inside128Of32(index, extent);
            Vector128<uint> loaded = Avx2.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside);
            return Vector128.ConditionalSelect(inside, loaded, fill.AsUInt32()).As<uint, T>();
        }
        return LoadElements(ref row, index, extent, fill);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadInside<T>(ref T row, nint index, nint extent, Vector512<T> inside)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
            return NarrowAccess.LoadInside(ref row, index, extent, inside, Vector512<T>.Zero);
#if NET10_0_OR_GREATER
        if (Avx512F.IsSupported && sizeof(T) == sizeof(uint))
            return Avx512F.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32(), Vector512<uint>.Zero).As<uint, T>();
        if (Avx512F.IsSupported && sizeof(T) == sizeof(ulong))
            return Avx512F.MaskLoad((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64(), Vector512<ulong>.Zero).As<ulong, T>();
#endif
        return Halves.Join(
            LoadInside(ref row, index, extent, inside.GetLower()),
            LoadInside(ref row, index + Vector256<T>.Count, extent, inside.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadInside<T>(ref T row, nint index, nint extent, Vector256<T> inside)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
            return NarrowAccess.LoadInside(ref row, index, extent, inside, Vector256<T>.Zero);
        if (Avx2.IsSupported && sizeof(T) == sizeof(uint))
            return Avx2.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32()).As<uint, T>();
        if (Avx2.IsSupported && sizeof(T) == sizeof(ulong))
            return Avx2.MaskLoad((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64()).As<ulong, T>();
        return Load(ref row, index, extent, Vector256<T>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadInside<T>(ref T row, nint index, nint extent, Vector128<T> inside)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
            return NarrowAccess.LoadInside(ref row, index, extent, inside, Vector128<T>.Zero);
        if (Avx2.IsSupported && sizeof(T) == sizeof(uint))
            return Avx2.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32()).As<uint, T>();
        return Load(ref row, index, extent, Vector128<T>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadInside<T>(ref T row, nint index, nint extent, Vector512<T> inside, Vector512<T> fill)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
            return NarrowAccess.LoadInside(ref row, index, extent, inside, fill);
#if NET10_0_OR_GREATER
        if (Avx512F.IsSupported && sizeof(T) == sizeof(uint))
            return Avx512F.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32(), fill.AsUInt32()).As<uint, T>();
        if (Avx512F.IsSupported && sizeof(T) == sizeof(ulong))
            return Avx512F.MaskLoad((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64(), fill.AsUInt64()).As<ulong, T>();
#endif
        return Halves.Join(
            LoadInside(ref row, index, extent, inside.GetLower(), fill.GetLower()),
            LoadInside(ref row, index + Vector256<T>.Count, extent, inside.GetUpper(), fill.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadInside<T>(ref T row, nint index, nint extent, Vector256<T> inside, Vector256<T> fill)
        where T : unmanaged, INumber<T> =>
        sizeof(T) < sizeof(int)
            ? NarrowAccess.LoadInside(ref row, index, extent, inside, fill)
            : Vector256.ConditionalSelect(inside, LoadInside(ref row, index, extent, inside), fill);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadInside<T>(ref T row, nint index, nint extent, Vector128<T> inside, Vector128<T> fill)
        where T : unmanaged, INumber<T> =>
        sizeof(T) < sizeof(int)
            ? NarrowAccess.LoadInside(ref row, index, extent, inside, fill)
            : Vector128.ConditionalSelect(inside, LoadInside(ref row, index, extent, inside), fill);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, ref T row, nint index, nint extent)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
        {
            NarrowAccess.Store(value, ref row, index, extent);
            return;
        }
#if NET10_0_OR_GREATER
        if (Avx512F.IsSupported && sizeof(T) == sizeof(uint))
        {
            Avx512F.MaskStore((uint*)Unsafe.AsPointer(ref row) + index, Inside512Of32(index, extent), value.AsUInt32());
            return;
        }
        if (Avx512F.IsSupported && sizeof(T) == sizeof(ulong))
        {
            Avx512F.MaskStore((ulong*)Unsafe.AsPointer(ref row) + index, Inside512Of64(index, extent), value.AsUInt64());
            return;
        }
#endif
        Store(value.GetLower(), ref row, index, extent);
        Store(value.GetUpper(), ref row, index + Vector256<T>.Count, extent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, ref T row, nint index, nint extent)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
        {
            NarrowAccess.Store(value, ref row, index, extent);
            return;
        }
#if NET10_0_OR_GREATER
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(uint))
        {
            Avx512F.VL.MaskStore((uint*)Unsafe.AsPointer(ref row) + index, Inside256Of32(index, extent), value.AsUInt32());
            return;
        }
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(ulong))
        {
            Avx512F.VL.MaskStore((ulong*)Unsafe.AsPointer(ref row) + index, Inside256Of64(index, extent), value.AsUInt64());
            return;
        }
#endif
        if (index >= 0 && index + Vector256<T>.Count <= extent)
            value.StoreUnsafe(ref row, (nuint)index);
        else
            StoreElements(ref Unsafe.As<Vector256<T>, T>(ref value), Vector256<T>.Count, ref row, index, extent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector128<T> value, ref T row, nint index, nint extent)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
        {
            NarrowAccess.Store(value, ref row, index, extent);
            return;
        }
        if (index >= 0 && index + Vector128<T>.Count <= extent)
            value.StoreUnsafe(ref row, (nuint)index);
        else
            StoreElements(ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count, ref row, index, extent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Inside512Of32(nint index, nint extent) => Vector512.LessThan(
        Vector512.Create((uint)index) + Lanes512Of32,
        Vector512.Create((uint)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Inside512Of64(nint index, nint extent) => Vector512.LessThan(
        Vector512.Create((ulong)index) + Lanes512Of64,
        Vector512.Create((ulong)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Inside256Of32(nint index, nint extent) => Vector256.LessThan(
        Vector256.Create((uint)index) + Lanes256Of32,
        Vector256.Create((uint)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Inside256Of64(nint index, nint extent) => Vector256.LessThan(
        Vector256.Create((ulong)index) + Lanes256Of64,
        Vector256.Create((ulong)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Inside128Of32(nint index, nint extent) => Vector128.LessThan(
        Vector128.Create((uint)index) + Lanes128Of32,
        Vector128.Create((uint)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Inside128Of64(nint index, nint extent) => Vector128.LessThan(
        Vector128.Create((ulong)index) + Lanes128Of64,
        Vector128.Create((ulong)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Inside512Of32(nint index, int stride, nint extent) => Vector512.LessThan(
        Vector512.Create((uint)index) + Lanes512Of32 * (uint)stride,
        Vector512.Create((uint)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Inside512Of64(nint index, int stride, nint extent) => Vector512.LessThan(
        Vector512.Create((ulong)index) + Lanes512Of64 * (ulong)stride,
        Vector512.Create((ulong)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Inside256Of32(nint index, int stride, nint extent) => Vector256.LessThan(
        Vector256.Create((uint)index) + Lanes256Of32 * (uint)stride,
        Vector256.Create((uint)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Inside256Of64(nint index, int stride, nint extent) => Vector256.LessThan(
        Vector256.Create((ulong)index) + Lanes256Of64 * (ulong)stride,
        Vector256.Create((ulong)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Inside128Of32(nint index, int stride, nint extent) => Vector128.LessThan(
        Vector128.Create((uint)index) + Lanes128Of32 * (uint)stride,
        Vector128.Create((uint)extent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Inside128Of64(nint index, int stride, nint extent) => Vector128.LessThan(
        Vector128.Create((ulong)index) + Lanes128Of64 * (ulong)stride,
        Vector128.Create((ulong)extent));

    private static Vector128<T> LoadElements<T>(ref T row, nint index, nint extent, Vector128<T> fill)
        where T : unmanaged
    {
        if (index >= 0 && index + Vector128<T>.Count <= extent)
            return Vector128.LoadUnsafe(ref row, (nuint)index);

        for (int lane = 0; lane < Vector128<T>.Count; lane++)
        {
            if ((nuint)(index + lane) < (nuint)extent)
                fill = fill.WithElement(lane, Unsafe.Add(ref row, index + lane));
        }
        return fill;
    }

    private static void StoreElements<T>(ref T lanes, int count, ref T row, nint index, nint extent)
        where T : unmanaged
    {
        nint first = Math.Max(0, -index), end = Math.Min(count, extent - index);
        for (nint lane = first; lane < end; lane++)
            Unsafe.Add(ref row, index + lane) = Unsafe.Add(ref lanes, lane);
    }
}
