using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Lanes in any order, which is known at run time only: x86 has instructions for 32 and 64 bits; anything else goes through memory. Places are integers of an
/// element's size, none of them outside the vector.
/// </summary>
internal static class PermutedLanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> value, Vector512<T> places)
    {
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx512F.PermuteVar16x32(value.AsInt32(), places.AsInt32()).As<int, T>();
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.PermuteVar8x64(value.AsInt64(), places.AsInt64()).As<long, T>();
        Vector512<T> permuted = default;
        Gather<T>(ref Unsafe.As<Vector512<T>, byte>(ref permuted), ref Unsafe.As<Vector512<T>, byte>(ref value), ref Unsafe.As<Vector512<T>, byte>(ref places), Vector512<T>.Count);
        return permuted;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Of<T>(Vector256<T> value, Vector256<T> places)
    {
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx2.PermuteVar8x32(value.AsInt32(), places.AsInt32()).As<int, T>();
        if (Avx512F.VL.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx512F.VL.PermuteVar4x64(value.AsInt64(), places.AsInt64()).As<long, T>();
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
        {
            // Two halves of 32 bits each.
            Vector256<long> lower = places.AsInt64() + places.AsInt64();
            return Avx2.PermuteVar8x32(value.AsInt32(), (lower | ((lower + Vector256<long>.One) << 32)).AsInt32()).As<int, T>();
        }
        Vector256<T> permuted = default;
        Gather<T>(ref Unsafe.As<Vector256<T>, byte>(ref permuted), ref Unsafe.As<Vector256<T>, byte>(ref value), ref Unsafe.As<Vector256<T>, byte>(ref places), Vector256<T>.Count);
        return permuted;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Of<T>(Vector128<T> value, Vector128<T> places)
    {
        if (Avx.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
            return Avx.PermuteVar(value.AsSingle(), places.AsInt32()).As<float, T>();
        if (Avx.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
            return Avx.PermuteVar(value.AsDouble(), places.AsInt64() << 1).As<double, T>(); // the second bit tells the lane
        Vector128<T> permuted = default;
        Gather<T>(ref Unsafe.As<Vector128<T>, byte>(ref permuted), ref Unsafe.As<Vector128<T>, byte>(ref value), ref Unsafe.As<Vector128<T>, byte>(ref places), Vector128<T>.Count);
        return permuted;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather<T>(ref byte permuted, ref byte value, ref byte places, int count)
    {
        for (int lane = 0; lane < count; lane++)
            Unsafe.Add(ref Unsafe.As<byte, T>(ref permuted), lane) = Unsafe.Add(ref Unsafe.As<byte, T>(ref value), Place(ref Unsafe.As<byte, T>(ref places), lane));
    }

    // Of little-endian integers that are less than 64, the first byte has all bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place<T>(ref T places, int lane) => Unsafe.As<T, byte>(ref Unsafe.Add(ref places, lane));
}
