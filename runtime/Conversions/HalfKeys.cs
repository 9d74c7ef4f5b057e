using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>
/// Half as integers of the same order, for extremes: the bit pattern of a negative number counts down where the number goes up, so all its
/// bits but the sign are inverted. The same inversion leads back. -0 stands right below +0, which a maximum may tell apart and the rules of
/// pooling do not; passes that look for winners by equality compute in float.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HalfKeys
{
    /// <summary>The key of negative infinity.</summary>
    public const short NegativeInfinity = unchecked((short)0xFC00) ^ Magnitude;

    /// <summary>The key of positive infinity.</summary>
    public const short PositiveInfinity = 0x7C00;

    private const short Magnitude = 0x7FFF;

    /// <summary>For a maximum in which a NaN wins: every NaN is the greatest key, which is a NaN on the way back.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly struct NaNAboveAll : IElementConversion<Half, short>
    {
        /// <inheritdoc/>
        public static void Widen(ReadOnlySpan<Half> elements, Span<short> computed) => ToKeys(elements, computed, short.MaxValue);

        /// <inheritdoc/>
        public static void Narrow(ReadOnlySpan<short> computed, Span<Half> elements) => FromKeys(computed, elements);
    }

    /// <summary>For a minimum in which a NaN wins: every NaN is the least key, which is a NaN on the way back.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly struct NaNBelowAll : IElementConversion<Half, short>
    {
        /// <inheritdoc/>
        public static void Widen(ReadOnlySpan<Half> elements, Span<short> computed) => ToKeys(elements, computed, short.MinValue);

        /// <inheritdoc/>
        public static void Narrow(ReadOnlySpan<short> computed, Span<Half> elements) => FromKeys(computed, elements);
    }

    /// <summary>For a maximum in which a NaN never wins: it is what an empty window gives.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly struct NaNAsNegativeInfinity : IElementConversion<Half, short>
    {
        /// <inheritdoc/>
        public static void Widen(ReadOnlySpan<Half> elements, Span<short> computed) => ToKeys(elements, computed, NegativeInfinity);

        /// <inheritdoc/>
        public static void Narrow(ReadOnlySpan<short> computed, Span<Half> elements) => FromKeys(computed, elements);
    }

    /// <summary>For a minimum in which a NaN never wins: it is what an empty window gives.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly struct NaNAsPositiveInfinity : IElementConversion<Half, short>
    {
        /// <inheritdoc/>
        public static void Widen(ReadOnlySpan<Half> elements, Span<short> computed) => ToKeys(elements, computed, PositiveInfinity);

        /// <inheritdoc/>
        public static void Narrow(ReadOnlySpan<short> computed, Span<Half> elements) => FromKeys(computed, elements);
    }

    private static void ToKeys(ReadOnlySpan<Half> elements, Span<short> keys, short nan) =>
        Elementwise.Run<ToKey, short, short>(new(nan), MemoryMarshal.Cast<Half, short>(elements), keys);

    private static void FromKeys(ReadOnlySpan<short> keys, Span<Half> elements) =>
        Elementwise.Run<FromKey, short, short>(default, keys, MemoryMarshal.Cast<Half, short>(elements));

    private static short Turned(short bits) => (short)(bits ^ ((bits >> 15) & Magnitude));

    private readonly struct ToKey(short nan) : IElementStep<short, short>
    {
        public static int Wide => Vector512<short>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step512(ref short from, ref short to, nint index)
        {
            Vector512<short> bits = Vector512.LoadUnsafe(ref from, (nuint)index), magnitude = Vector512.Create(Magnitude);
            Vector512<short> isNaN = Vector512.GreaterThan(bits & magnitude, Vector512.Create(PositiveInfinity));
            Vector512.ConditionalSelect(isNaN, Vector512.Create(nan), bits ^ ((bits >> 15) & magnitude)).StoreUnsafe(ref to, (nuint)index);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step256(ref short from, ref short to, nint index)
        {
            Vector256<short> bits = Vector256.LoadUnsafe(ref from, (nuint)index), magnitude = Vector256.Create(Magnitude);
            Vector256<short> isNaN = Vector256.GreaterThan(bits & magnitude, Vector256.Create(PositiveInfinity));
            Vector256.ConditionalSelect(isNaN, Vector256.Create(nan), bits ^ ((bits >> 15) & magnitude)).StoreUnsafe(ref to, (nuint)index);
        }

        public void StepOne(ref short from, ref short to, nint index)
        {
            short element = Unsafe.Add(ref from, index);
            Unsafe.Add(ref to, index) = (element & Magnitude) > PositiveInfinity ? nan : Turned(element);
        }
    }

    private readonly struct FromKey : IElementStep<short, short>
    {
        public static int Wide => Vector512<short>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step512(ref short from, ref short to, nint index)
        {
            Vector512<short> bits = Vector512.LoadUnsafe(ref from, (nuint)index);
            (bits ^ ((bits >> 15) & Vector512.Create(Magnitude))).StoreUnsafe(ref to, (nuint)index);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step256(ref short from, ref short to, nint index)
        {
            Vector256<short> bits = Vector256.LoadUnsafe(ref from, (nuint)index);
            (bits ^ ((bits >> 15) & Vector256.Create(Magnitude))).StoreUnsafe(ref to, (nuint)index);
        }

        public void StepOne(ref short from, ref short to, nint index) => Unsafe.Add(ref to, index) = Turned(Unsafe.Add(ref from, index));
    }
}
