using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Neighbouring vectors, shifted across the seam by any number of elements, which is a constant to the JIT: x86 and ARM64 have instructions for
/// bytes of 128 bits, of which wider vectors are made where none is wider.
/// </summary>
[SuppressMessage("Performance", "CA1857", Justification = "Constants of generated code, once everything is inlined.")]
internal static class ShiftedLanes
{
    /// <summary>All of <paramref name="current"/> but its first <paramref name="by"/> elements, then as many of <paramref name="next"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Out<T>(Vector512<T> current, Vector512<T> next, int by)
    {
        if (by == 0)
            return current;
        if (by == Vector512<T>.Count)
            return next;
        int bytes = by * Unsafe.SizeOf<T>(), within = bytes % 16, whole = bytes - within;
        if (Avx512F.IsSupported && bytes % sizeof(int) == 0)
            return Avx512F.AlignRight32(next.AsInt32(), current.AsInt32(), (byte)(bytes / sizeof(int))).As<int, T>();
        if (Avx512BW.IsSupported)
        {
            // The instruction for bytes shifts each 16 of them by themselves: beside each the 16 behind them.
            Vector512<int> low = whole == 0 ? current.AsInt32() : Avx512F.AlignRight32(next.AsInt32(), current.AsInt32(), (byte)(whole / sizeof(int)));
            Vector512<int> high = whole == 48 ? next.AsInt32() : Avx512F.AlignRight32(next.AsInt32(), current.AsInt32(), (byte)(whole / sizeof(int) + 4));
            return Avx512BW.AlignRight(high.AsByte(), low.AsByte(), (byte)within).As<byte, T>();
        }

        // First by halves, so that what is left is shorter than one.
        return by < Vector256<T>.Count
            ? Halves.Join(Out(current.GetLower(), current.GetUpper(), by), Out(current.GetUpper(), next.GetLower(), by))
            : Halves.Join(
                Out(current.GetUpper(), next.GetLower(), by - Vector256<T>.Count),
                Out(next.GetLower(), next.GetUpper(), by - Vector256<T>.Count));
    }

    /// <inheritdoc cref="Out{T}(Vector512{T}, Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Out<T>(Vector256<T> current, Vector256<T> next, int by)
    {
        if (by == 0)
            return current;
        if (by == Vector256<T>.Count)
            return next;
        int bytes = by * Unsafe.SizeOf<T>();
        if (Avx512F.VL.IsSupported && bytes % sizeof(int) == 0)
            return Avx512F.VL.AlignRight32(next.AsInt32(), current.AsInt32(), (byte)(bytes / sizeof(int))).As<int, T>();
        if (!Avx2.IsSupported)
        {
            return by < Vector128<T>.Count
                ? Vector256.Create(Out(current.GetLower(), current.GetUpper(), by), Out(current.GetUpper(), next.GetLower(), by))
                : Vector256.Create(
                    Out(current.GetUpper(), next.GetLower(), by - Vector128<T>.Count),
                    Out(next.GetLower(), next.GetUpper(), by - Vector128<T>.Count));
        }

        // Likewise by halves.
        Vector256<byte> between = Avx2.Permute2x128(current.AsByte(), next.AsByte(), 0x21);
        if (by == Vector128<T>.Count)
            return between.As<byte, T>();
        return by < Vector128<T>.Count
            ? Avx2.AlignRight(between, current.AsByte(), (byte)bytes).As<byte, T>()
            : Avx2.AlignRight(next.AsByte(), between, (byte)(bytes - 16)).As<byte, T>();
    }

    /// <inheritdoc cref="Out{T}(Vector512{T}, Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Out<T>(Vector128<T> current, Vector128<T> next, int by)
    {
        if (by == 0)
            return current;
        if (by == Vector128<T>.Count)
            return next;
        if (Ssse3.IsSupported)
            return Ssse3.AlignRight(next.AsByte(), current.AsByte(), (byte)(by * Unsafe.SizeOf<T>())).As<byte, T>();
        if (AdvSimd.IsSupported)
            return AdvSimd.ExtractVector128(current.AsByte(), next.AsByte(), (byte)(by * Unsafe.SizeOf<T>())).As<byte, T>();

        // Shuffles leave zero where there is no such byte.
        Vector128<byte> lanes = NarrowAccess.Lanes128Of8, from = Vector128.Create((byte)(by * Unsafe.SizeOf<T>()));
        return (Vector128.Shuffle(current.AsByte(), lanes + from) | Vector128.Shuffle(next.AsByte(), lanes + from - Vector128.Create((byte)16))).As<byte, T>();
    }
}
