using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>
/// Half, computed in float: exact on the way in, rounded to the nearest on the way out, to the even one of two. The runtime has no vector
/// instruction for either; on the bits it is a dozen of others, and TensorPrimitives takes several times as long.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HalfConversion : IElementConversion<Half, float>
{
    private const uint HalfMagnitude = 0x7FFF, HalfInfinity = 0x7C00, LeastNormalHalf = 0x0400, HalfNaN = 0x7E00;
    private const uint Sign = 0x8000_0000, SingleInfinity = 0x7F80_0000;

    // The difference between the exponents' biases, and the fraction bits that a float has more.
    private const uint Rebias = (127 - 15) << 23;
    private const int MoreBits = 13;

    // Less than half of the last place, and the other bias.
    private const uint Rounder = unchecked((1u << (MoreBits - 1)) - 1 - Rebias);

    // The bits of a Half in the places of a float's, after those that the sign was extended into; and 2^112, the difference of the biases.
    private const int PlainBits = unchecked((int)0x8FFF_E000);
    private const float Scale = 5.192297e33f;

    // 2^-24, the least Half; 2^-14, the least that is normal; and 65520, from which on the nearest Half is infinite.
    private const float LeastHalf = 5.9604645e-8f;
    private const uint LeastNormal = 0x3880_0000, Overflowing = 0x477F_F000;

    /// <inheritdoc/>
    public static void Widen(ReadOnlySpan<Half> elements, Span<float> computed) =>
        Elementwise.Run<ToSingle, ushort, float>(default, MemoryMarshal.Cast<Half, ushort>(elements), computed);

    /// <inheritdoc/>
    public static void Narrow(ReadOnlySpan<float> computed, Span<Half> elements) =>
        Elementwise.Run<ToHalf, float, ushort>(default, computed, MemoryMarshal.Cast<Half, ushort>(elements));

    private readonly struct ToSingle : IElementStep<ushort, float>
    {
        public static int Wide => Vector512<ushort>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step512(ref ushort from, ref float to, nint index)
        {
            Vector512<ushort> halves = Vector512.LoadUnsafe(ref from, (nuint)index), magnitudes = halves & Vector512.Create((ushort)HalfMagnitude);
            Vector512<ushort> plain = Vector512.LessThan(magnitudes - Vector512.Create((ushort)LeastNormalHalf), Vector512.Create((ushort)(HalfInfinity - LeastNormalHalf)));
            if (Vector512.EqualsAll(plain | Vector512.Equals(magnitudes, Vector512<ushort>.Zero), Vector512<ushort>.AllBitsSet))
            {
                (Vector512<int> lowBits, Vector512<int> highBits) = Vector512.Widen(halves.AsInt16());
                Plain(lowBits).StoreUnsafe(ref to, (nuint)index);
                Plain(highBits).StoreUnsafe(ref to, (nuint)(index + Vector512<uint>.Count));
                return;
            }
            (Vector512<uint> low, Vector512<uint> high) = Vector512.Widen(halves);
            Single(low).StoreUnsafe(ref to, (nuint)index);
            Single(high).StoreUnsafe(ref to, (nuint)(index + Vector512<uint>.Count));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step256(ref ushort from, ref float to, nint index)
        {
            Vector256<ushort> halves = Vector256.LoadUnsafe(ref from, (nuint)index), magnitudes = halves & Vector256.Create((ushort)HalfMagnitude);
            Vector256<ushort> plain = Vector256.LessThan(magnitudes - Vector256.Create((ushort)LeastNormalHalf), Vector256.Create((ushort)(HalfInfinity - LeastNormalHalf)));
            if (Vector256.EqualsAll(plain | Vector256.Equals(magnitudes, Vector256<ushort>.Zero), Vector256<ushort>.AllBitsSet))
            {
                (Vector256<int> lowBits, Vector256<int> highBits) = Vector256.Widen(halves.AsInt16());
                Plain(lowBits).StoreUnsafe(ref to, (nuint)index);
                Plain(highBits).StoreUnsafe(ref to, (nuint)(index + Vector256<uint>.Count));
                return;
            }
            (Vector256<uint> low, Vector256<uint> high) = Vector256.Widen(halves);
            Single(low).StoreUnsafe(ref to, (nuint)index);
            Single(high).StoreUnsafe(ref to, (nuint)(index + Vector256<uint>.Count));
        }

        public void StepOne(ref ushort from, ref float to, nint index) =>
            Unsafe.Add(ref to, index) = (float)BitConverter.UInt16BitsToHalf(Unsafe.Add(ref from, index));

        // Zeros and normal numbers, which is most of them: the bits in their places, and the bias by a product, which leaves zeros alone. (Of
        // subnormal numbers the product would be right too, and on some processors take a hundred times as long.)
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<float> Plain(Vector512<int> half) => ((half << MoreBits) & Vector512.Create(PlainBits)).AsSingle() * Vector512.Create(Scale);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Plain(Vector256<int> half) => ((half << MoreBits) & Vector256.Create(PlainBits)).AsSingle() * Vector256.Create(Scale);

        // Normal numbers get another bias, infinity and NaN twice as much, and subnormal ones are multiples of the least.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<float> Single(Vector512<uint> half)
        {
            Vector512<uint> magnitude = half & Vector512.Create(HalfMagnitude), rebias = Vector512.Create(Rebias);
            Vector512<uint> beyond = Vector512.GreaterThanOrEqual(magnitude, Vector512.Create(HalfInfinity)) & rebias;
            Vector512<uint> normal = (magnitude << MoreBits) + rebias + beyond;
            Vector512<float> subnormal = Vector512.ConvertToSingle(magnitude.AsInt32()) * Vector512.Create(LeastHalf);
            Vector512<uint> number = Vector512.ConditionalSelect(Vector512.LessThan(magnitude, Vector512.Create(LeastNormalHalf)), subnormal.AsUInt32(), normal);
            return (number | ((half ^ magnitude) << 16)).AsSingle();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Single(Vector256<uint> half)
        {
            Vector256<uint> magnitude = half & Vector256.Create(HalfMagnitude), rebias = Vector256.Create(Rebias);
            Vector256<uint> beyond = Vector256.GreaterThanOrEqual(magnitude, Vector256.Create(HalfInfinity)) & rebias;
            Vector256<uint> normal = (magnitude << MoreBits) + rebias + beyond;
            Vector256<float> subnormal = Vector256.ConvertToSingle(magnitude.AsInt32()) * Vector256.Create(LeastHalf);
            Vector256<uint> number = Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(LeastNormalHalf)), subnormal.AsUInt32(), normal);
            return (number | ((half ^ magnitude) << 16)).AsSingle();
        }
    }

    private readonly struct ToHalf : IElementStep<float, ushort>
    {
        public static int Wide => Vector512<ushort>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step512(ref float from, ref ushort to, nint index) => Vector512.Narrow(
            Half(Vector512.LoadUnsafe(ref from, (nuint)index)),
            Half(Vector512.LoadUnsafe(ref from, (nuint)(index + Vector512<float>.Count)))).StoreUnsafe(ref to, (nuint)index);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step256(ref float from, ref ushort to, nint index) => Vector256.Narrow(
            Half(Vector256.LoadUnsafe(ref from, (nuint)index)),
            Half(Vector256.LoadUnsafe(ref from, (nuint)(index + Vector256<float>.Count)))).StoreUnsafe(ref to, (nuint)index);

        public void StepOne(ref float from, ref ushort to, nint index) =>
            Unsafe.Add(ref to, index) = BitConverter.HalfToUInt16Bits((Half)Unsafe.Add(ref from, index));

        // Normal numbers: half of the last place is added, less where the place is even. Below them, an addition to 1/2, whose last place is the
        // least Half, rounds to its multiples.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<uint> Half(Vector512<float> single)
        {
            Vector512<uint> bits = single.AsUInt32(), sign = bits & Vector512.Create(Sign), magnitude = bits ^ sign;
            Vector512<uint> odd = (magnitude >>> MoreBits) & Vector512<uint>.One;
            Vector512<uint> normal = (magnitude + odd + Vector512.Create(Rounder)) >>> MoreBits;
            Vector512<uint> subnormal = (magnitude.AsSingle() + Vector512.Create(0.5f)).AsUInt32() - Vector512.Create(0.5f).AsUInt32();
            Vector512<uint> number = Vector512.ConditionalSelect(Vector512.LessThan(magnitude, Vector512.Create(LeastNormal)), subnormal, normal);
            number = Vector512.ConditionalSelect(Vector512.LessThan(magnitude, Vector512.Create(Overflowing)), number, Vector512.Create(HalfInfinity));
            number = Vector512.ConditionalSelect(Vector512.GreaterThan(magnitude, Vector512.Create(SingleInfinity)), Vector512.Create(HalfNaN), number);
            return number | (sign >>> 16);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<uint> Half(Vector256<float> single)
        {
            Vector256<uint> bits = single.AsUInt32(), sign = bits & Vector256.Create(Sign), magnitude = bits ^ sign;
            Vector256<uint> odd = (magnitude >>> MoreBits) & Vector256<uint>.One;
            Vector256<uint> normal = (magnitude + odd + Vector256.Create(Rounder)) >>> MoreBits;
            Vector256<uint> subnormal = (magnitude.AsSingle() + Vector256.Create(0.5f)).AsUInt32() - Vector256.Create(0.5f).AsUInt32();
            Vector256<uint> number = Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(LeastNormal)), subnormal, normal);
            number = Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(Overflowing)), number, Vector256.Create(HalfInfinity));
            number = Vector256.ConditionalSelect(Vector256.GreaterThan(magnitude, Vector256.Create(SingleInfinity)), Vector256.Create(HalfNaN), number);
            return number | (sign >>> 16);
        }
    }
}
