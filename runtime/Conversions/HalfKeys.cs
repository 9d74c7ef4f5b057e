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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ToKeys(ReadOnlySpan<Half> elements, Span<short> keys, short nan)
    {
        ref short from = ref Unsafe.As<Half, short>(ref MemoryMarshal.GetReference(elements));
        ref short to = ref MemoryMarshal.GetReference(keys[..elements.Length]);
        nint next = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            Vector256<short> magnitude = Vector256.Create(Magnitude), infinity = Vector256.Create(PositiveInfinity), ofNaN = Vector256.Create(nan);
            for (; next <= elements.Length - Vector256<short>.Count; next += Vector256<short>.Count)
            {
                Vector256<short> bits = Vector256.LoadUnsafe(ref from, (nuint)next);
                Vector256<short> isNaN = Vector256.GreaterThan(bits & magnitude, infinity);
                Vector256.ConditionalSelect(isNaN, ofNaN, bits ^ ((bits >> 15) & magnitude)).StoreUnsafe(ref to, (nuint)next);
            }
        }
        for (; next < elements.Length; next++)
        {
            short bits = Unsafe.Add(ref from, next);
            Unsafe.Add(ref to, next) = (bits & Magnitude) > PositiveInfinity ? nan : Turned(bits);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FromKeys(ReadOnlySpan<short> keys, Span<Half> elements)
    {
        ref short from = ref MemoryMarshal.GetReference(keys);
        ref short to = ref Unsafe.As<Half, short>(ref MemoryMarshal.GetReference(elements[..keys.Length]));
        nint next = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; next <= keys.Length - Vector256<short>.Count; next += Vector256<short>.Count)
            {
                Vector256<short> bits = Vector256.LoadUnsafe(ref from, (nuint)next);
                (bits ^ ((bits >> 15) & Vector256.Create(Magnitude))).StoreUnsafe(ref to, (nuint)next);
            }
        }
        for (; next < keys.Length; next++)
            Unsafe.Add(ref to, next) = Turned(Unsafe.Add(ref from, next));
    }

    private static short Turned(short bits) => (short)(bits ^ ((bits >> 15) & Magnitude));
}
