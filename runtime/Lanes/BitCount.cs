using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>The number of bits in each 32-bit lane: sums of neighbouring bits, pairs, nibbles and bytes, all lanes at once.</summary>
internal static class BitCount
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Of(Vector512<int> bits)
    {
        bits -= (bits >>> 1) & Vector512.Create(0x5555_5555);
        bits = (bits & Vector512.Create(0x3333_3333)) + ((bits >>> 2) & Vector512.Create(0x3333_3333));
        bits = (bits + (bits >>> 4)) & Vector512.Create(0x0F0F_0F0F);
        return (bits * 0x0101_0101) >>> 24;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Of(Vector256<int> bits)
    {
        bits -= (bits >>> 1) & Vector256.Create(0x5555_5555);
        bits = (bits & Vector256.Create(0x3333_3333)) + ((bits >>> 2) & Vector256.Create(0x3333_3333));
        bits = (bits + (bits >>> 4)) & Vector256.Create(0x0F0F_0F0F);
        return (bits * 0x0101_0101) >>> 24;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Of(Vector128<int> bits)
    {
        bits -= (bits >>> 1) & Vector128.Create(0x5555_5555);
        bits = (bits & Vector128.Create(0x3333_3333)) + ((bits >>> 2) & Vector128.Create(0x3333_3333));
        bits = (bits + (bits >>> 4)) & Vector128.Create(0x0F0F_0F0F);
        return (bits * 0x0101_0101) >>> 24;
    }
}
