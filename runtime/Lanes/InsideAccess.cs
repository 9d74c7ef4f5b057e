using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
#if NET10_0_OR_GREATER
using System.Runtime.Intrinsics.X86;
#endif

namespace PoolGen.Runtime;

/// <summary>
/// Stores that end at a row's edges, where the caller keeps the mask of the lanes inside: a loop down the rows computes it once.
/// Without masked instructions the index tells the same.
/// </summary>
internal static unsafe class InsideAccess
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, ref T row, nint index, nint extent, Vector512<T> inside)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) < sizeof(int))
        {
            NarrowAccess.StoreInside(value, ref row, index, extent, inside);
            return;
        }
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
        if (sizeof(T) < sizeof(int))
        {
            NarrowAccess.StoreInside(value, ref row, index, extent, inside);
            return;
        }
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
        if (sizeof(T) < sizeof(int))
        {
            NarrowAccess.StoreInside(value, ref row, index, extent, inside);
            return;
        }
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
