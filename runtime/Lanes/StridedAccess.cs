using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Every second, third, ... element of a row. Stride 2 of floats is two loads and a shuffle; the second load ends with the last element
/// wanted, one before a full vector, so that nothing behind it is touched. Other strides go element by element.
/// </summary>
internal static class StridedAccess
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load512<T>(ref T origin, nint index, int stride)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() < sizeof(int) && stride == 2)
            return NarrowPermutation.EvenThenOdd(Vector512.LoadUnsafe(ref origin, (nuint)index), Vector512.LoadUnsafe(ref origin, (nuint)(index + Vector512<T>.Count - 1)));
        if (stride == 2 && typeof(T) == typeof(float) && Avx512F.IsSupported)
        {
            Vector512<float> low = Vector512.LoadUnsafe(ref origin, (nuint)index).AsSingle();
            Vector512<float> high = Vector512.LoadUnsafe(ref origin, (nuint)(index + 15)).AsSingle();
            return Avx512F.PermuteVar16x32x2(low, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 17, 19, 21, 23, 25, 27, 29, 31), high).As<float, T>();
        }
        if (stride == 2 && Unsafe.SizeOf<T>() == sizeof(double) && Avx512F.IsSupported)
        {
            Vector512<double> low = Vector512.LoadUnsafe(ref origin, (nuint)index).AsDouble();
            Vector512<double> high = Vector512.LoadUnsafe(ref origin, (nuint)(index + 7)).AsDouble();
            return Avx512F.PermuteVar8x64x2(low, Vector512.Create(0L, 2, 4, 6, 9, 11, 13, 15), high).As<double, T>();
        }
        return Halves.Join(
            Load256(ref origin, index, stride),
            Load256(ref origin, index + Vector256<T>.Count * (nint)stride, stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load256<T>(ref T origin, nint index, int stride)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() < sizeof(int) && stride == 2)
            return NarrowPermutation.EvenThenOdd(Vector256.LoadUnsafe(ref origin, (nuint)index), Vector256.LoadUnsafe(ref origin, (nuint)(index + Vector256<T>.Count - 1)));
        if (stride == 2 && typeof(T) == typeof(float) && Avx2.IsSupported)
        {
            Vector256<float> low = Vector256.LoadUnsafe(ref origin, (nuint)index).AsSingle();
            Vector256<float> high = Vector256.LoadUnsafe(ref origin, (nuint)(index + 7)).AsSingle();
            Vector256<double> halves = Avx.Shuffle(low, high, 0b11_01_10_00).AsDouble();
            return Avx2.Permute4x64(halves, 0b11_01_10_00).As<double, T>();
        }
        if (stride == 2 && Unsafe.SizeOf<T>() == sizeof(double) && Avx2.IsSupported)
        {
            Vector256<double> low = Vector256.LoadUnsafe(ref origin, (nuint)index).AsDouble();
            Vector256<double> high = Vector256.LoadUnsafe(ref origin, (nuint)(index + 3)).AsDouble();
            return Avx2.Permute4x64(Avx.Shuffle(low, high, 0b1010), 0b11_01_10_00).As<double, T>();
        }
        return Vector256.Create(
            Load128(ref origin, index, stride),
            Load128(ref origin, index + Vector128<T>.Count * (nint)stride, stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load128<T>(ref T origin, nint index, int stride)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() < sizeof(int) && stride == 2)
            return NarrowPermutation.EvenThenOdd(Vector128.LoadUnsafe(ref origin, (nuint)index), Vector128.LoadUnsafe(ref origin, (nuint)(index + Vector128<T>.Count - 1)));
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return LoadClipped128(ref origin, index, stride, nint.MaxValue, Vector128<T>.Zero);
        ref T first = ref Unsafe.Add(ref origin, index);
        if (Unsafe.SizeOf<T>() == sizeof(double))
        {
            return Vector128.Create(
                Unsafe.BitCast<T, double>(first),
                Unsafe.BitCast<T, double>(Unsafe.Add(ref first, stride))).As<double, T>();
        }
        if (stride == 2 && Sse.IsSupported)
        {
            Vector128<float> low = Vector128.LoadUnsafe(ref first).AsSingle();
            Vector128<float> high = Vector128.LoadUnsafe(ref first, 3).AsSingle();
            return Sse.Shuffle(low, high, 0b11_01_10_00).As<float, T>();
        }
        return Vector128.Create(
            Unsafe.BitCast<T, float>(first),
            Unsafe.BitCast<T, float>(Unsafe.Add(ref first, stride)),
            Unsafe.BitCast<T, float>(Unsafe.Add(ref first, 2 * (nint)stride)),
            Unsafe.BitCast<T, float>(Unsafe.Add(ref first, 3 * (nint)stride))).As<float, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadClipped512<T>(ref T row, nint index, int stride, nint extent, Vector512<T> fill)
        where T : unmanaged
    {
        LoadClipped(ref Unsafe.As<Vector512<T>, T>(ref fill), Vector512<T>.Count, ref row, index, stride, extent);
        return fill;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadClipped256<T>(ref T row, nint index, int stride, nint extent, Vector256<T> fill)
        where T : unmanaged
    {
        LoadClipped(ref Unsafe.As<Vector256<T>, T>(ref fill), Vector256<T>.Count, ref row, index, stride, extent);
        return fill;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadClipped128<T>(ref T row, nint index, int stride, nint extent, Vector128<T> fill)
        where T : unmanaged
    {
        LoadClipped(ref Unsafe.As<Vector128<T>, T>(ref fill), Vector128<T>.Count, ref row, index, stride, extent);
        return fill;
    }

    /// <summary>Lane by lane over a vector on the stack: only the ends of rows come here, at strides that few use.</summary>
    public static void LoadClipped<T>(ref T lanes, int count, ref T row, nint index, int stride, nint extent)
        where T : unmanaged
    {
        for (nint lane = 0; lane < count; lane++)
        {
            nint from = index + lane * stride;
            if ((nuint)from < (nuint)extent)
                Unsafe.Add(ref lanes, lane) = Unsafe.Add(ref row, from);
        }
    }

    /// <summary>Adds lane by lane: the vector goes to the stack once, and each element comes back by store forwarding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T>(ref T lanes, int count, ref T origin, nint index, int stride)
        where T : unmanaged, INumber<T>
    {
        ref T target = ref Unsafe.Add(ref origin, index);
        for (nint lane = 0; lane < count; lane++)
            Unsafe.Add(ref target, lane * stride) += Unsafe.Add(ref lanes, lane);
    }

    /// <summary>Writes lane by lane, those inside [0, extent) only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(ref T lanes, int count, ref T row, nint index, int stride, nint extent)
        where T : unmanaged
    {
        for (nint lane = 0; lane < count; lane++)
        {
            if ((nuint)(index + lane * stride) < (nuint)extent)
                Unsafe.Add(ref row, index + lane * stride) = Unsafe.Add(ref lanes, lane);
        }
    }
}
