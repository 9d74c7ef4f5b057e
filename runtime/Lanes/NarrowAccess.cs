using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#if NET10_0_OR_GREATER
using System.Runtime.Intrinsics.X86;
#endif

namespace PoolGen.Runtime;

/// <summary>
/// Loads and stores of elements of 8 and 16 bits that end at a row's edges, and the masks of the lanes inside: what <see cref="ClippedAccess"/>
/// and <see cref="InsideAccess"/> are for wider elements. Below AVX-512 x86 has no masked instructions for them: they go through the stack.
/// </summary>
internal static unsafe class NarrowAccess
{
    // The lanes' numbers.
    private static ReadOnlySpan<byte> Lanes8 =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
    ];

    private static ReadOnlySpan<ushort> Lanes16 =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31];

    public static Vector512<byte> Lanes512Of8
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(Lanes8));
    }

    public static Vector512<ushort> Lanes512Of16
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(Lanes16));
    }

    public static Vector256<byte> Lanes256Of8
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(Lanes8));
    }

    public static Vector256<ushort> Lanes256Of16
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(Lanes16));
    }

    public static Vector128<byte> Lanes128Of8
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Lanes8));
    }

    public static Vector128<ushort> Lanes128Of16
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Lanes16));
    }

    /// <summary>Every bit set in the lanes whose <c>index + lane * stride</c> lies in [0, <paramref name="extent"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Inside512<T>(nint index, int stride, nint extent)
    {
        (int first, int count) = Lanes(index, stride, extent, Vector512<T>.Count);
        return Unsafe.SizeOf<T>() == sizeof(byte)
            ? Vector512.LessThan(Lanes512Of8 - Vector512.Create((byte)first), Vector512.Create((byte)count)).As<byte, T>()
            : Vector512.LessThan(Lanes512Of16 - Vector512.Create((ushort)first), Vector512.Create((ushort)count)).As<ushort, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T>(ref T row, nint index, nint extent, Vector512<T> fill)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.IsSupported)
            return LoadInside(ref row, index, extent, Inside512<T>(index, 1, extent), fill);
#endif
        LoadElements(ref Unsafe.As<Vector512<T>, T>(ref fill), Vector512<T>.Count, ref row, index, extent);
        return fill;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadInside<T>(ref T row, nint index, nint extent, Vector512<T> inside, Vector512<T> fill)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.IsSupported && sizeof(T) == sizeof(byte))
            return Avx512BW.MaskLoad((byte*)Unsafe.AsPointer(ref row) + index, inside.AsByte(), fill.AsByte()).As<byte, T>();
        if (Avx512BW.IsSupported)
            return Avx512BW.MaskLoad((ushort*)Unsafe.AsPointer(ref row) + index, inside.AsUInt16(), fill.AsUInt16()).As<ushort, T>();
#endif
        return Load(ref row, index, extent, fill);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, ref T row, nint index, nint extent)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.IsSupported)
        {
            StoreInside(value, ref row, index, extent, Inside512<T>(index, 1, extent));
            return;
        }
#endif
        StoreElements(ref Unsafe.As<Vector512<T>, T>(ref value), Vector512<T>.Count, ref row, index, extent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInside<T>(Vector512<T> value, ref T row, nint index, nint extent, Vector512<T> inside)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.IsSupported && sizeof(T) == sizeof(byte))
        {
            Avx512BW.MaskStore((byte*)Unsafe.AsPointer(ref row) + index, inside.AsByte(), value.AsByte());
            return;
        }
        if (Avx512BW.IsSupported)
        {
            Avx512BW.MaskStore((ushort*)Unsafe.AsPointer(ref row) + index, inside.AsUInt16(), value.AsUInt16());
            return;
        }
#endif
        Store(value, ref row, index, extent);
    }

    /// <summary>Every bit set in the lanes whose <c>index + lane * stride</c> lies in [0, <paramref name="extent"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Inside256<T>(nint index, int stride, nint extent)
    {
        (int first, int count) = Lanes(index, stride, extent, Vector256<T>.Count);
        return Unsafe.SizeOf<T>() == sizeof(byte)
            ? Between(Lanes256Of8.AsSByte(), Vector256.Create((sbyte)(first - 1)), Vector256.Create((sbyte)(first + count))).As<sbyte, T>()
            : Between(Lanes256Of16.AsInt16(), Vector256.Create((short)(first - 1)), Vector256.Create((short)(first + count))).As<short, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(ref T row, nint index, nint extent, Vector256<T> fill)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.VL.IsSupported)
            return LoadInside(ref row, index, extent, Inside256<T>(index, 1, extent), fill);
#endif
        LoadElements(ref Unsafe.As<Vector256<T>, T>(ref fill), Vector256<T>.Count, ref row, index, extent);
        return fill;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadInside<T>(ref T row, nint index, nint extent, Vector256<T> inside, Vector256<T> fill)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.VL.IsSupported && sizeof(T) == sizeof(byte))
            return Avx512BW.VL.MaskLoad((byte*)Unsafe.AsPointer(ref row) + index, inside.AsByte(), fill.AsByte()).As<byte, T>();
        if (Avx512BW.VL.IsSupported)
            return Avx512BW.VL.MaskLoad((ushort*)Unsafe.AsPointer(ref row) + index, inside.AsUInt16(), fill.AsUInt16()).As<ushort, T>();
#endif
        return Load(ref row, index, extent, fill);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, ref T row, nint index, nint extent)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.VL.IsSupported)
        {
            StoreInside(value, ref row, index, extent, Inside256<T>(index, 1, extent));
            return;
        }
#endif
        StoreElements(ref Unsafe.As<Vector256<T>, T>(ref value), Vector256<T>.Count, ref row, index, extent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInside<T>(Vector256<T> value, ref T row, nint index, nint extent, Vector256<T> inside)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.VL.IsSupported && sizeof(T) == sizeof(byte))
        {
            Avx512BW.VL.MaskStore((byte*)Unsafe.AsPointer(ref row) + index, inside.AsByte(), value.AsByte());
            return;
        }
        if (Avx512BW.VL.IsSupported)
        {
            Avx512BW.VL.MaskStore((ushort*)Unsafe.AsPointer(ref row) + index, inside.AsUInt16(), value.AsUInt16());
            return;
        }
#endif
        Store(value, ref row, index, extent);
    }

    /// <summary>Every bit set in the lanes whose <c>index + lane * stride</c> lies in [0, <paramref name="extent"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Inside128<T>(nint index, int stride, nint extent)
    {
        (int first, int count) = Lanes(index, stride, extent, Vector128<T>.Count);
        return Unsafe.SizeOf<T>() == sizeof(byte)
            ? Between(Lanes128Of8.AsSByte(), Vector128.Create((sbyte)(first - 1)), Vector128.Create((sbyte)(first + count))).As<sbyte, T>()
            : Between(Lanes128Of16.AsInt16(), Vector128.Create((short)(first - 1)), Vector128.Create((short)(first + count))).As<short, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load<T>(ref T row, nint index, nint extent, Vector128<T> fill)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.VL.IsSupported)
            return LoadInside(ref row, index, extent, Inside128<T>(index, 1, extent), fill);
#endif
        LoadElements(ref Unsafe.As<Vector128<T>, T>(ref fill), Vector128<T>.Count, ref row, index, extent);
        return fill;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadInside<T>(ref T row, nint index, nint extent, Vector128<T> inside, Vector128<T> fill)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.VL.IsSupported && sizeof(T) == sizeof(byte))
            return Avx512BW.VL.MaskLoad((byte*)Unsafe.AsPointer(ref row) + index, inside.AsByte(), fill.AsByte()).As<byte, T>();
        if (Avx512BW.VL.IsSupported)
            return Avx512BW.VL.MaskLoad((ushort*)Unsafe.AsPointer(ref row) + index, inside.AsUInt16(), fill.AsUInt16()).As<ushort, T>();
#endif
        return Load(ref row, index, extent, fill);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector128<T> value, ref T row, nint index, nint extent)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.VL.IsSupported)
        {
            StoreInside(value, ref row, index, extent, Inside128<T>(index, 1, extent));
            return;
        }
#endif
        StoreElements(ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count, ref row, index, extent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInside<T>(Vector128<T> value, ref T row, nint index, nint extent, Vector128<T> inside)
        where T : unmanaged
    {
#if NET10_0_OR_GREATER
        if (Avx512BW.VL.IsSupported && sizeof(T) == sizeof(byte))
        {
            Avx512BW.VL.MaskStore((byte*)Unsafe.AsPointer(ref row) + index, inside.AsByte(), value.AsByte());
            return;
        }
        if (Avx512BW.VL.IsSupported)
        {
            Avx512BW.VL.MaskStore((ushort*)Unsafe.AsPointer(ref row) + index, inside.AsUInt16(), value.AsUInt16());
            return;
        }
#endif
        Store(value, ref row, index, extent);
    }

    // One unsigned comparison of a difference would do, but without AVX-512 the JIT of .NET 10.0 folds the lanes' numbers wrongly there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Between<T>(Vector256<T> value, Vector256<T> above, Vector256<T> below) =>
        Vector256.GreaterThan(value, above) & Vector256.LessThan(value, below);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Between<T>(Vector128<T> value, Vector128<T> above, Vector128<T> below) =>
        Vector128.GreaterThan(value, above) & Vector128.LessThan(value, below);

    /// <summary>The first lane inside, and how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int First, int Count) Lanes(nint index, int stride, nint extent, int lanes)
    {
        nint before = (stride - 1 - index) / stride, end = (extent - index + stride - 1) / stride;
        int first = (int)Math.Clamp(index < 0 ? before : 0, 0, lanes);
        return (first, Math.Max(0, (int)Math.Clamp(extent > index ? end : 0, 0, lanes) - first));
    }

    // Out of line: it is for the ends of rows only.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadElements<T>(ref T lanes, int count, ref T row, nint index, nint extent)
        where T : unmanaged
    {
        nint first = Math.Max(0, -index), end = Math.Min(count, extent - index);
        if (first < end)
            Copy(ref Unsafe.Add(ref row, index + first), ref Unsafe.Add(ref lanes, first), end - first);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreElements<T>(ref T lanes, int count, ref T row, nint index, nint extent)
        where T : unmanaged
    {
        nint first = Math.Max(0, -index), end = Math.Min(count, extent - index);
        if (first < end)
            Copy(ref Unsafe.Add(ref lanes, first), ref Unsafe.Add(ref row, index + first), end - first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<T>(ref T from, ref T to, nint count)
        where T : unmanaged => Unsafe.CopyBlockUnaligned(ref Unsafe.As<T, byte>(ref to), ref Unsafe.As<T, byte>(ref from), (uint)(count * sizeof(T)));
}
