using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>Integers of 8, 16 or 32 bits as 32-bit lanes, and back.</summary>
internal static class IntegerAccess
{
    /// <summary>The elements from <paramref name="index"/> on, with their sign where the type has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Load512<T>(ref T origin, nint index)
        where T : unmanaged
    {
        Vector512<int> lanes = TapAccess.Load512Int32(ref origin, index);
        if (typeof(T) == typeof(sbyte))
            return (lanes << 24) >> 24;
        return typeof(T) == typeof(short) ? (lanes << 16) >> 16 : lanes;
    }

    /// <inheritdoc cref="Load512{T}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load256<T>(ref T origin, nint index)
        where T : unmanaged
    {
        Vector256<int> lanes = TapAccess.Load256Int32(ref origin, index);
        if (typeof(T) == typeof(sbyte))
            return (lanes << 24) >> 24;
        return typeof(T) == typeof(short) ? (lanes << 16) >> 16 : lanes;
    }

    /// <summary>Writes the lowest bits of each lane from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<int> lanes, ref T origin, nint index)
        where T : unmanaged => TapAccess.Store(lanes, ref origin, index);

    /// <inheritdoc cref="Store{T}(Vector512{int}, ref T, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<int> lanes, ref T origin, nint index)
        where T : unmanaged => TapAccess.Store(lanes, ref origin, index);

    /// <summary>Eight integers as doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDouble(Vector256<int> integers) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Double(integers)
        : Halves.Join(ToDouble(integers.GetLower()), ToDouble(integers.GetUpper()));

    /// <summary>Four integers as doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDouble(Vector128<int> integers) => Avx.IsSupported
        ? Avx.ConvertToVector256Double(integers)
        : Vector256.ConvertToDouble(Vector256.Create(Vector128.WidenLower(integers), Vector128.WidenUpper(integers)));
}
