using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>
/// Integers, computed in float or double: exact on the way in, and on the way out rounded half to even and saturated. A plan chooses a type in
/// which the sums of windows are exact: below 2^23 in magnitude in float, below 2^52 in double.
/// </summary>
/// <remarks>
/// A quotient s / d of such a sum is then rounded as if it were exact. A half k + 1/2 is a number of the type and division is rounded to
/// the nearest, so a quotient that is a half comes out as that half, and no quotient is carried over a half. Nor is one that lies beside a half
/// rounded onto it: it lies at least 1 / (2d) away, while half a unit in the last place of s / d is at most |s| / d · 2^-24 in float (2^-53 in
/// double), which is less than 1 / (2d) as |s| is below 2^23 (2^52). Multiplying by a rounded 1 / d would not do: 147 · (1 / 98) is less than 1.5.
/// </remarks>
/// <typeparam name="T">The tensors' element type: sbyte, byte, short or int.</typeparam>
/// <typeparam name="TComputed">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IntegerConversion<T, TComputed> : IQuotientConversion<T, TComputed>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    where TComputed : unmanaged, IBinaryFloatingPointIeee754<TComputed>
{
    private const int Lanes = 8;

    // Added to a number of less than a quarter of its value, these leave no place for a fraction: the sum is rounded half to even, and its
    // lowest bits are the integer.
    private const float SingleRounder = 3 << 22;
    private const double DoubleRounder = 3L << 51;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(ReadOnlySpan<T> elements, Span<TComputed> computed)
    {
        ref T from = ref MemoryMarshal.GetReference(elements);
        ref TComputed to = ref MemoryMarshal.GetReference(computed[..elements.Length]);
        nint next = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; next <= elements.Length - Lanes; next += Lanes)
                Store(IntegerAccess.Load(ref from, next), ref to, next);
        }
        for (; next < elements.Length; next++)
            Unsafe.Add(ref to, next) = TComputed.CreateTruncating(Unsafe.Add(ref from, next));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(ReadOnlySpan<TComputed> computed, Span<T> elements)
    {
        ref TComputed from = ref MemoryMarshal.GetReference(computed);
        ref T to = ref MemoryMarshal.GetReference(elements[..computed.Length]);
        nint next = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; next <= computed.Length - Lanes; next += Lanes)
                IntegerAccess.Store(Rounded(ref from, next, divides: false, default), ref to, next);
        }
        for (; next < computed.Length; next++)
            Unsafe.Add(ref to, next) = T.CreateSaturating(double.Round(double.CreateTruncating(Unsafe.Add(ref from, next))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void NarrowQuotients(ReadOnlySpan<TComputed> sums, int divisor, Span<T> elements)
    {
        ref TComputed from = ref MemoryMarshal.GetReference(sums);
        ref T to = ref MemoryMarshal.GetReference(elements[..sums.Length]);
        var by = Vector256.Create(TComputed.CreateTruncating(divisor));
        nint next = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; next <= sums.Length - Lanes; next += Lanes)
                IntegerAccess.Store(Rounded(ref from, next, divides: true, by), ref to, next);
        }
        for (; next < sums.Length; next++)
            Unsafe.Add(ref to, next) = T.CreateSaturating(double.Round(double.CreateTruncating(Unsafe.Add(ref from, next)) / divisor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> integers, ref TComputed to, nint index)
    {
        if (typeof(TComputed) == typeof(float))
        {
            Vector256.ConvertToSingle(integers).As<float, TComputed>().StoreUnsafe(ref to, (nuint)index);
            return;
        }
        IntegerAccess.ToDouble(integers.GetLower()).As<double, TComputed>().StoreUnsafe(ref to, (nuint)index);
        IntegerAccess.ToDouble(integers.GetUpper()).As<double, TComputed>().StoreUnsafe(ref to, (nuint)(index + Lanes / 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Rounded(ref TComputed from, nint index, bool divides, Vector256<TComputed> divisor)
    {
        Vector256<TComputed> low = Vector256.LoadUnsafe(ref from, (nuint)index);
        if (divides)
            low /= divisor;
        if (typeof(TComputed) == typeof(float))
            return (Saturated(low).AsSingle() + Vector256.Create(SingleRounder)).AsInt32() - Vector256.Create(BitConverter.SingleToInt32Bits(SingleRounder));

        Vector256<TComputed> high = Vector256.LoadUnsafe(ref from, (nuint)(index + Lanes / 2));
        if (divides)
            high /= divisor;
        return Vector256.Narrow(
            (Saturated(low).AsDouble() + Vector256.Create(DoubleRounder)).AsInt64(),
            (Saturated(high).AsDouble() + Vector256.Create(DoubleRounder)).AsInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<TComputed> Saturated(Vector256<TComputed> values) => Vector256.Min(
        Vector256.Max(values, Vector256.Create(TComputed.CreateTruncating(T.MinValue))),
        Vector256.Create(TComputed.CreateTruncating(T.MaxValue)));
}
