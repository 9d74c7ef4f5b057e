using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
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
    // Added to a number of less than a quarter of its value, these leave no place for a fraction: the sum is rounded half to even, and its
    // lowest bits are the integer.
    private const float SingleRounder = 3 << 22;
    private const double DoubleRounder = 3L << 51;

    /// <inheritdoc/>
    public static void Widen(ReadOnlySpan<T> elements, Span<TComputed> computed) => Elementwise.Run<Widening, T, TComputed>(default, elements, computed);

    /// <inheritdoc/>
    public static void Narrow(ReadOnlySpan<TComputed> computed, Span<T> elements) => Elementwise.Run<Rounding, TComputed, T>(default, computed, elements);

    /// <inheritdoc/>
    public static void NarrowQuotients(ReadOnlySpan<TComputed> sums, int divisor, Span<T> elements) =>
        Elementwise.Run<Dividing, TComputed, T>(new(TComputed.CreateTruncating(divisor)), sums, elements);

    /// <inheritdoc/>
    public static unsafe void NarrowQuotients(ReadOnlySpan<TComputed> sums, ReadOnlySpan<TComputed> divisors, Span<T> elements)
    {
        fixed (TComputed* first = divisors[..sums.Length])
            Elementwise.Run<DividingEach, TComputed, T>(new(first), sums, elements);
    }

    private readonly struct Widening : IElementStep<T, TComputed>
    {
        public static int Wide => Vector512<int>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step512(ref T from, ref TComputed to, nint index)
        {
            Vector512<int> integers = IntegerAccess.Load512(ref from, index);
            if (typeof(TComputed) == typeof(float))
            {
                Vector512.ConvertToSingle(integers).As<float, TComputed>().StoreUnsafe(ref to, (nuint)index);
                return;
            }
            IntegerAccess.ToDouble(integers.GetLower()).As<double, TComputed>().StoreUnsafe(ref to, (nuint)index);
            IntegerAccess.ToDouble(integers.GetUpper()).As<double, TComputed>().StoreUnsafe(ref to, (nuint)(index + Vector512<double>.Count));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step256(ref T from, ref TComputed to, nint index)
        {
            Vector256<int> integers = IntegerAccess.Load256(ref from, index);
            if (typeof(TComputed) == typeof(float))
            {
                Vector256.ConvertToSingle(integers).As<float, TComputed>().StoreUnsafe(ref to, (nuint)index);
                return;
            }
            IntegerAccess.ToDouble(integers.GetLower()).As<double, TComputed>().StoreUnsafe(ref to, (nuint)index);
            IntegerAccess.ToDouble(integers.GetUpper()).As<double, TComputed>().StoreUnsafe(ref to, (nuint)(index + Vector256<double>.Count));
        }

        public void StepOne(ref T from, ref TComputed to, nint index) => Unsafe.Add(ref to, index) = TComputed.CreateTruncating(Unsafe.Add(ref from, index));
    }

    private readonly struct Rounding : IElementStep<TComputed, T>
    {
        public static int Wide => Vector512<int>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step512(ref TComputed from, ref T to, nint index) => IntegerAccess.Store(
            Integers(Vector512.LoadUnsafe(ref from, (nuint)index), High512(ref from, index)), ref to, index);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step256(ref TComputed from, ref T to, nint index) => IntegerAccess.Store(
            Integers(Vector256.LoadUnsafe(ref from, (nuint)index), High256(ref from, index)), ref to, index);

        public void StepOne(ref TComputed from, ref T to, nint index) => Unsafe.Add(ref to, index) = Integer(Unsafe.Add(ref from, index));
    }

    private readonly struct Dividing(TComputed divisor) : IElementStep<TComputed, T>
    {
        public static int Wide => Vector512<int>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step512(ref TComputed from, ref T to, nint index)
        {
            var by = Vector512.Create(divisor);
            IntegerAccess.Store(Integers(Vector512.LoadUnsafe(ref from, (nuint)index) / by, High512(ref from, index) / by), ref to, index);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step256(ref TComputed from, ref T to, nint index)
        {
            var by = Vector256.Create(divisor);
            IntegerAccess.Store(Integers(Vector256.LoadUnsafe(ref from, (nuint)index) / by, High256(ref from, index) / by), ref to, index);
        }

        public void StepOne(ref TComputed from, ref T to, nint index) => Unsafe.Add(ref to, index) = Integer(Unsafe.Add(ref from, index) / divisor);
    }

    private readonly unsafe struct DividingEach(TComputed* divisors) : IElementStep<TComputed, T>
    {
        public static int Wide => Vector512<int>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step512(ref TComputed from, ref T to, nint index)
        {
            ref TComputed by = ref *divisors;
            IntegerAccess.Store(
                Integers(
                    Vector512.LoadUnsafe(ref from, (nuint)index) / Vector512.LoadUnsafe(ref by, (nuint)index),
                    High512(ref from, index) / High512(ref by, index)),
                ref to,
                index);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step256(ref TComputed from, ref T to, nint index)
        {
            ref TComputed by = ref *divisors;
            IntegerAccess.Store(
                Integers(
                    Vector256.LoadUnsafe(ref from, (nuint)index) / Vector256.LoadUnsafe(ref by, (nuint)index),
                    High256(ref from, index) / High256(ref by, index)),
                ref to,
                index);
        }

        public void StepOne(ref TComputed from, ref T to, nint index) => Unsafe.Add(ref to, index) = Integer(Unsafe.Add(ref from, index) / divisors[index]);
    }

    private static T Integer(TComputed element) => T.CreateSaturating(double.Round(double.CreateTruncating(element)));

    // As many integers as a vector holds are two vectors of doubles.

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<TComputed> High512(ref TComputed from, nint index) =>
        typeof(TComputed) == typeof(float) ? default : Vector512.LoadUnsafe(ref from, (nuint)(index + Vector512<double>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<TComputed> High256(ref TComputed from, nint index) =>
        typeof(TComputed) == typeof(float) ? default : Vector256.LoadUnsafe(ref from, (nuint)(index + Vector256<double>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Integers(Vector512<TComputed> low, Vector512<TComputed> high)
    {
        if (typeof(TComputed) == typeof(float))
            return (Saturated(low).AsSingle() + Vector512.Create(SingleRounder)).AsInt32() - Vector512.Create(BitConverter.SingleToInt32Bits(SingleRounder));
        return Vector512.Narrow(
            (Saturated(low).AsDouble() + Vector512.Create(DoubleRounder)).AsInt64(),
            (Saturated(high).AsDouble() + Vector512.Create(DoubleRounder)).AsInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Integers(Vector256<TComputed> low, Vector256<TComputed> high)
    {
        if (typeof(TComputed) == typeof(float))
            return (Saturated(low).AsSingle() + Vector256.Create(SingleRounder)).AsInt32() - Vector256.Create(BitConverter.SingleToInt32Bits(SingleRounder));
        return Vector256.Narrow(
            (Saturated(low).AsDouble() + Vector256.Create(DoubleRounder)).AsInt64(),
            (Saturated(high).AsDouble() + Vector256.Create(DoubleRounder)).AsInt64());
    }

    // By comparison: the instructions for extremes have several meanings for a NaN, and none comes here.

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<TComputed> Saturated(Vector512<TComputed> values)
    {
        Vector512<TComputed> least = Vector512.Create(TComputed.CreateTruncating(T.MinValue)), greatest = Vector512.Create(TComputed.CreateTruncating(T.MaxValue));
        values = Vector512.ConditionalSelect(Vector512.GreaterThan(values, least), values, least);
        return Vector512.ConditionalSelect(Vector512.LessThan(values, greatest), values, greatest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<TComputed> Saturated(Vector256<TComputed> values)
    {
        Vector256<TComputed> least = Vector256.Create(TComputed.CreateTruncating(T.MinValue)), greatest = Vector256.Create(TComputed.CreateTruncating(T.MaxValue));
        values = Vector256.ConditionalSelect(Vector256.GreaterThan(values, least), values, least);
        return Vector256.ConditionalSelect(Vector256.LessThan(values, greatest), values, greatest);
    }
}
