using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>The number of bits in each lane: sums of neighbouring bits, pairs, nibbles and bytes, all lanes at once.</summary>
internal static class BitCount
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> mask)
        where T : unmanaged
    {
        Vector512<int> bytes = OfBytes(mask.AsInt32());
        return Unsafe.SizeOf<T>() switch
        {
            sizeof(byte) => bytes.As<int, T>(),
            sizeof(short) => ((bytes + (bytes >>> 8)) & Vector512.Create(0x00FF_00FF)).As<int, T>(),
            sizeof(int) => ((bytes * 0x0101_0101) >>> 24).As<int, T>(),
            _ => ((bytes.AsInt64() * 0x0101_0101_0101_0101) >>> 56).As<long, T>(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Of<T>(Vector256<T> mask)
        where T : unmanaged
    {
        Vector256<int> bytes = OfBytes(mask.AsInt32());
        return Unsafe.SizeOf<T>() switch
        {
            sizeof(byte) => bytes.As<int, T>(),
            sizeof(short) => ((bytes + (bytes >>> 8)) & Vector256.Create(0x00FF_00FF)).As<int, T>(),
            sizeof(int) => ((bytes * 0x0101_0101) >>> 24).As<int, T>(),
            _ => ((bytes.AsInt64() * 0x0101_0101_0101_0101) >>> 56).As<long, T>(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Of<T>(Vector128<T> mask)
        where T : unmanaged
    {
        Vector128<int> bytes = OfBytes(mask.AsInt32());
        return Unsafe.SizeOf<T>() switch
        {
            sizeof(byte) => bytes.As<int, T>(),
            sizeof(short) => ((bytes + (bytes >>> 8)) & Vector128.Create(0x00FF_00FF)).As<int, T>(),
            sizeof(int) => ((bytes * 0x0101_0101) >>> 24).As<int, T>(),
            _ => ((bytes.AsInt64() * 0x0101_0101_0101_0101) >>> 56).As<long, T>(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> OfBytes(Vector512<int> bits)
    {
        bits -= (bits >>> 1) & Vector512.Create(0x5555_5555);
        bits = (bits & Vector512.Create(0x3333_3333)) + ((bits >>> 2) & Vector512.Create(0x3333_3333));
        return (bits + (bits >>> 4)) & Vector512.Create(0x0F0F_0F0F);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> OfBytes(Vector256<int> bits)
    {
        bits -= (bits >>> 1) & Vector256.Create(0x5555_5555);
        bits = (bits & Vector256.Create(0x3333_3333)) + ((bits >>> 2) & Vector256.Create(0x3333_3333));
        return (bits + (bits >>> 4)) & Vector256.Create(0x0F0F_0F0F);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> OfBytes(Vector128<int> bits)
    {
        bits -= (bits >>> 1) & Vector128.Create(0x5555_5555);
        bits = (bits & Vector128.Create(0x3333_3333)) + ((bits >>> 2) & Vector128.Create(0x3333_3333));
        return (bits + (bits >>> 4)) & Vector128.Create(0x0F0F_0F0F);
    }
}
