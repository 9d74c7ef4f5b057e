using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Loads and stores that end at a row's edges, where the caller keeps the mask of the lanes inside: a loop down the rows computes it once.
/// Without masked instructions the index tells the same.
/// </summary>
internal static unsafe class InsideAccess
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T>(ref T row, nint index, nint extent, Vector512<T> inside, Vector512<T> fill)
        where T : unmanaged, INumber<T>
    {
#if NET10_0_OR_GREATER
        if (Avx512F.IsSupported && sizeof(T) == sizeof(uint))
            return Avx512F.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32(), fill.AsUInt32()).As<uint, T>();
        if (Avx512F.IsSupported && sizeof(T) == sizeof(ulong))
            return Avx512F.MaskLoad((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64(), fill.AsUInt64()).As<ulong, T>();
#endif
        return Vector512.Create(
            Load(ref row, index, extent, inside.GetLower(), fill.GetLower()),
            Load(ref row, index + Vector256<T>.Count, extent, inside.GetUpper(), fill.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(ref T row, nint index, nint extent, Vector256<T> inside, Vector256<T> fill)
        where T : unmanaged, INumber<T>
    {
#if NET10_0_OR_GREATER
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(uint))
            return Avx512F.VL.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32(), fill.AsUInt32()).As<uint, T>();
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(ulong))
            return Avx512F.VL.MaskLoad((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64(), fill.AsUInt64()).As<ulong, T>();
#endif
        if (Avx2.IsSupported && sizeof(T) == sizeof(uint))
            return Vector256.ConditionalSelect(inside, Avx2.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32()).As<uint, T>(), fill);
        if (Avx2.IsSupported && sizeof(T) == sizeof(ulong))
            return Vector256.ConditionalSelect(inside, Avx2.MaskLoad((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64()).As<ulong, T>(), fill);
        return ClippedAccess.Load(ref row, index, extent, fill);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load<T>(ref T row, nint index, nint extent, Vector128<T> inside, Vector128<T> fill)
        where T : unmanaged, INumber<T>
    {
#if NET10_0_OR_GREATER
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(uint))
            return Avx512F.VL.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32(), fill.AsUInt32()).As<uint, T>();
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(ulong))
            return Avx512F.VL.MaskLoad((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64(), fill.AsUInt64()).As<ulong, T>();
#endif
        if (Avx2.IsSupported && sizeof(T) == sizeof(uint))
            return Vector128.ConditionalSelect(inside, Avx2.MaskLoad((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32()).As<uint, T>(), fill);
        if (Avx2.IsSupported && sizeof(T) == sizeof(ulong))
            return Vector128.ConditionalSelect(inside, Avx2.MaskLoad((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64()).As<ulong, T>(), fill);
        return ClippedAccess.Load(ref row, index, extent, fill);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, ref T row, nint index, nint extent, Vector512<T> inside)
        where T : unmanaged, INumber<T>
    {
#if NET10_0_OR_GREATER
        if (Avx512F.IsSupported && sizeof(T) == sizeof(uint))
        {
            Avx512F.MaskStore((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32(), value.AsUInt32());
            return;
        }
        if (Avx512F.IsSupported && sizeof(T) == sizeof(ulong))
        {
            Avx512F.MaskStore((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64(), value.AsUInt64());
            return;
        }
#endif
        ClippedAccess.Store(value, ref row, index, extent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, ref T row, nint index, nint extent, Vector256<T> inside)
        where T : unmanaged, INumber<T>
    {
#if NET10_0_OR_GREATER
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(uint))
        {
            Avx512F.VL.MaskStore((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32(), value.AsUInt32());
            return;
        }
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(ulong))
        {
            Avx512F.VL.MaskStore((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64(), value.AsUInt64());
            return;
        }
#endif
        ClippedAccess.Store(value, ref row, index, extent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector128<T> value, ref T row, nint index, nint extent, Vector128<T> inside)
        where T : unmanaged, INumber<T>
    {
#if NET10_0_OR_GREATER
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(uint))
        {
            Avx512F.VL.MaskStore((uint*)Unsafe.AsPointer(ref row) + index, inside.AsUInt32(), value.AsUInt32());
            return;
        }
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(ulong))
        {
            Avx512F.VL.MaskStore((ulong*)Unsafe.AsPointer(ref row) + index, inside.AsUInt64(), value.AsUInt64());
            return;
        }
#endif
        ClippedAccess.Store(value, ref row, index, extent);
    }
}
