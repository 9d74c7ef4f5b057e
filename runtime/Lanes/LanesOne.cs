using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>A single lane: clipped windows, remainders, and machines without vectors.</summary>
/// <remarks>
/// Choices between numbers are made by a vector's instructions where there are any, or by masks. The JIT makes a branch of one between
/// floating-point numbers, and nobody can predict which of two taps is the larger: that took ten times as long as the rest.
/// </remarks>
/// <typeparam name="T">The element type: float or double; for what forward passes of extremes and counts of winners ask for, also integers of 8 to 32 bits.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LanesOne<T> : ILanes<T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    public static T Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Broadcast(T value) => value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(ref T origin, nint index) => Unsafe.Add(ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadHalves(ref T origin, nint lower, nint upper) => Unsafe.Add(ref origin, upper);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadStrided(ref T origin, nint index, int stride) => Unsafe.Add(ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadClipped(ref T row, nint index, nint extent, T fill) =>
        (nuint)index < (nuint)extent ? Unsafe.Add(ref row, index) : fill;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadClippedStrided(ref T row, nint index, int stride, nint extent, T fill) => LoadClipped(ref row, index, extent, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Inside(nint index, nint extent)
    {
        ulong bits = (nuint)index < (nuint)extent ? ulong.MaxValue : 0;
        return Unsafe.As<ulong, T>(ref bits); // of as many bytes as T has, which are all the same
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadInside(ref T row, nint index, nint extent, T inside) => LoadClipped(ref row, index, extent, default);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadInside(ref T row, nint index, nint extent, T inside, T fill) => LoadClipped(ref row, index, extent, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadFirst(ref T origin, nint index) => Unsafe.Add(ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadFirst(ref T origin, nint index, T fill) => Unsafe.Add(ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T value, ref T origin, nint index) => Unsafe.Add(ref origin, index) = value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStreaming(T value, ref T origin, nint index) => Store(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalves(T value, ref T origin, nint lower, nint upper) => Unsafe.Add(ref origin, upper) = value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreClipped(T value, ref T row, nint index, nint extent)
    {
        if ((nuint)index < (nuint)extent)
            Unsafe.Add(ref row, index) = value;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInside(T value, ref T row, nint index, nint extent, T inside) => StoreClipped(value, ref row, index, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddStrided(T value, ref T origin, nint index, int stride) => Unsafe.Add(ref origin, index) += value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add(T left, T right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Multiply(T left, T right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Divide(T left, T right) => left / right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max(T left, T right) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            Vector128.Equals(Vector128.CreateScalarUnsafe(left), Vector128.CreateScalarUnsafe(left)),
            Vector128.CreateScalarUnsafe(MaxOfNumbers(left, right)),
            Vector128.CreateScalarUnsafe(left)).ToScalar()
        : left > right || T.IsNaN(left) ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxNumber(T left, T right) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            Vector128.Equals(Vector128.CreateScalarUnsafe(right), Vector128.CreateScalarUnsafe(right)),
            Vector128.CreateScalarUnsafe(MaxOfNumbers(left, right)),
            Vector128.CreateScalarUnsafe(left)).ToScalar()
        : left > right || T.IsNaN(right) ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxOfNumbers(T left, T right) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            Vector128.GreaterThan(Vector128.CreateScalarUnsafe(left), Vector128.CreateScalarUnsafe(right)),
            Vector128.CreateScalarUnsafe(left),
            Vector128.CreateScalarUnsafe(right)).ToScalar()
        : left > right ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinOfNumbers(T left, T right) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            Vector128.LessThan(Vector128.CreateScalarUnsafe(left), Vector128.CreateScalarUnsafe(right)),
            Vector128.CreateScalarUnsafe(left),
            Vector128.CreateScalarUnsafe(right)).ToScalar()
        : left < right ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min(T left, T right) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            Vector128.Equals(Vector128.CreateScalarUnsafe(left), Vector128.CreateScalarUnsafe(left)),
            Vector128.CreateScalarUnsafe(MinOfNumbers(left, right)),
            Vector128.CreateScalarUnsafe(left)).ToScalar()
        : left < right || T.IsNaN(left) ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinNumber(T left, T right) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            Vector128.Equals(Vector128.CreateScalarUnsafe(right), Vector128.CreateScalarUnsafe(right)),
            Vector128.CreateScalarUnsafe(MinOfNumbers(left, right)),
            Vector128.CreateScalarUnsafe(left)).ToScalar()
        : left < right || T.IsNaN(right) ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Xor(T left, T right) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Unsafe.BitCast<long, T>(Unsafe.BitCast<T, long>(left) ^ Unsafe.BitCast<T, long>(right))
        : Unsafe.BitCast<int, T>(Unsafe.BitCast<T, int>(left) ^ Unsafe.BitCast<T, int>(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Even(T low, T high) => low;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Odd(T low, T high) => high;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T InterleaveLow(T even, T odd) => even;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T InterleaveHigh(T even, T odd) => odd;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T EveryThird(T low, T middle, T high, int first) => first == 0 ? low : first == 1 ? middle : high;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T WeaveThree(T first, T second, T third, int part) => part == 0 ? first : part == 1 ? second : third;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftIn(T previous, T current) => previous;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftInHalves(T previous, T current) => previous;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftOut(T current, T next) => next;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftOutHalves(T current, T next) => next;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftOut(T current, T next, int by) => by == 0 ? current : next;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Permute(T value, T places) => value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Select(T mask, T then, T otherwise) => T.IsZero(mask) ? otherwise : then; // every bit makes no number, or one that is not zero

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectEqual(T left, T right, T then, T otherwise) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            Vector128.Equals(Vector128.CreateScalarUnsafe(left), Vector128.CreateScalarUnsafe(right)),
            Vector128.CreateScalarUnsafe(then),
            Vector128.CreateScalarUnsafe(otherwise)).ToScalar()
        : left == right ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectEqualOrNaN(T tap, T extreme, T then, T otherwise) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            Vector128.Equals(Vector128.CreateScalarUnsafe(tap), Vector128.CreateScalarUnsafe(extreme)) | ~Vector128.Equals(Vector128.CreateScalarUnsafe(tap), Vector128.CreateScalarUnsafe(tap)),
            Vector128.CreateScalarUnsafe(then),
            Vector128.CreateScalarUnsafe(otherwise)).ToScalar()
        : tap == extreme || T.IsNaN(tap) ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectGreater(T tap, T best, T then, T otherwise) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            ~Vector128.LessThanOrEqual(Vector128.CreateScalarUnsafe(tap), Vector128.CreateScalarUnsafe(best)) & Vector128.Equals(Vector128.CreateScalarUnsafe(best), Vector128.CreateScalarUnsafe(best)),
            Vector128.CreateScalarUnsafe(then),
            Vector128.CreateScalarUnsafe(otherwise)).ToScalar()
        : !(tap <= best) && !T.IsNaN(best) ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectGreaterNumber(T tap, T best, T then, T otherwise) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            ~Vector128.LessThanOrEqual(Vector128.CreateScalarUnsafe(tap), Vector128.CreateScalarUnsafe(best)) & Vector128.Equals(Vector128.CreateScalarUnsafe(tap), Vector128.CreateScalarUnsafe(tap)),
            Vector128.CreateScalarUnsafe(then),
            Vector128.CreateScalarUnsafe(otherwise)).ToScalar()
        : !(tap <= best) && !T.IsNaN(tap) ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectLess(T tap, T best, T then, T otherwise) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            ~Vector128.GreaterThanOrEqual(Vector128.CreateScalarUnsafe(tap), Vector128.CreateScalarUnsafe(best)) & Vector128.Equals(Vector128.CreateScalarUnsafe(best), Vector128.CreateScalarUnsafe(best)),
            Vector128.CreateScalarUnsafe(then),
            Vector128.CreateScalarUnsafe(otherwise)).ToScalar()
        : !(tap >= best) && !T.IsNaN(best) ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectLessNumber(T tap, T best, T then, T otherwise) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            ~Vector128.GreaterThanOrEqual(Vector128.CreateScalarUnsafe(tap), Vector128.CreateScalarUnsafe(best)) & Vector128.Equals(Vector128.CreateScalarUnsafe(tap), Vector128.CreateScalarUnsafe(tap)),
            Vector128.CreateScalarUnsafe(then),
            Vector128.CreateScalarUnsafe(otherwise)).ToScalar()
        : !(tap >= best) && !T.IsNaN(tap) ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectInside(nint index, nint extent, T then) => (nuint)index < (nuint)extent ? then : default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectInsideStrided(nint index, int stride, nint extent, T then, T otherwise) =>
        (nuint)index < (nuint)extent ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasNaN(T value) => T.IsNaN(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T TapNumber(int number) => Unsafe.SizeOf<T>() < sizeof(int)
        ? T.CreateTruncating(number)
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? Unsafe.BitCast<long, T>(number)
        : Unsafe.BitCast<int, T>(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTaps<TTap>(T taps, ref TTap origin, nint index)
        where TTap : unmanaged
    {
        TapAccess.Store(Number(taps), ref origin, index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadTaps<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged
    {
        // Not a BitCast: .NET 10's JIT makes one load of four bytes of the cast of a byte or ushort in memory.
        int number = TapAccess.Load(ref origin, index);
        return Unsafe.SizeOf<T>() == sizeof(long)
            ? Vector128.CreateScalar((long)number).As<long, T>().ToScalar()
            : Vector128.CreateScalar(number).As<int, T>().ToScalar();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadNumbers<TNumber>(ref TNumber origin, nint index)
        where TNumber : unmanaged => T.CreateTruncating(TapAccess.Load(ref origin, index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Or(T left, T right) => Unsafe.SizeOf<T>() < sizeof(int)
        ? TapNumber(Number(left) | Number(right))
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? Unsafe.BitCast<long, T>(Unsafe.BitCast<T, long>(left) | Unsafe.BitCast<T, long>(right))
        : Unsafe.BitCast<int, T>(Unsafe.BitCast<T, int>(left) | Unsafe.BitCast<T, int>(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T And(T left, T right) => Unsafe.SizeOf<T>() < sizeof(int)
        ? TapNumber(Number(left) & Number(right))
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? Unsafe.BitCast<long, T>(Unsafe.BitCast<T, long>(left) & Unsafe.BitCast<T, long>(right))
        : Unsafe.BitCast<int, T>(Unsafe.BitCast<T, int>(left) & Unsafe.BitCast<T, int>(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinTaps(T left, T right) => Number(left) < Number(right) ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxTaps(T left, T right) => Number(left) > Number(right) ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AddToTaps(T taps, int by) => TapNumber(Number(taps) + by);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftBits(T mask, int by) => TapNumber(Number(mask) << by);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectBit(T mask, int number, T then) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Unsafe.BitCast<long, T>(Unsafe.BitCast<T, long>(then) & -(Unsafe.BitCast<T, long>(mask) >> number & 1))
        : Unsafe.BitCast<int, T>(Unsafe.BitCast<T, int>(then) & -(Unsafe.BitCast<T, int>(mask) >> number & 1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectTap(T taps, int number, T then)
    {
        // All bits where the difference is zero: a shorter number less one is negative only then.
        int same = (int)((uint)(Number(taps) ^ number) - 1L >> 63);
        return Unsafe.SizeOf<T>() == sizeof(long)
            ? Unsafe.BitCast<long, T>(Unsafe.BitCast<T, long>(then) & same)
            : Unsafe.BitCast<int, T>(Unsafe.BitCast<T, int>(then) & same);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AddTap(T sum, T taps, int number, T gradient) => sum + SelectTap(taps, number, gradient);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AddBit(T sum, T mask, int number, T gradient) => sum + SelectBit(mask, number, gradient);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AddIfEqual(T sum, T left, T right, T addend) => left == right ? sum + addend : sum;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CountBits(T mask) => TapNumber(BitOperations.PopCount((uint)Number(mask)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadTapsClipped<TTap>(ref TTap origin, nint index, nint extent)
        where TTap : unmanaged => (nuint)index < (nuint)extent ? LoadTaps(ref origin, index) : default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectInsideStrided(nint index, int stride, nint extent, T then) => SelectInside(index, extent, then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStridedClipped(T value, ref T row, nint index, int stride, nint extent) => StoreClipped(value, ref row, index, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectAbove(T left, T right, T then, T otherwise) => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
        ? Vector128.ConditionalSelect(
            Vector128.GreaterThan(Vector128.CreateScalarUnsafe(left), Vector128.CreateScalarUnsafe(right)),
            Vector128.CreateScalarUnsafe(then),
            Vector128.CreateScalarUnsafe(otherwise)).ToScalar()
        : left > right ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OrBitIfEqual(T mask, int number, T left, T right) => Or(mask, SelectEqual(left, right, TapNumber(1 << number), default));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OrIfEqual(T mask, T bits, T left, T right) => Or(mask, SelectEqual(left, right, bits, default));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAbove(T value, T bound) => value > bound;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBelow(T value, T bound) => value < bound;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LowestBit(T mask) => TapNumber(Number(mask) & -Number(mask));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HighestBit(T mask) => TapNumber(Number(mask) == 0 ? 0 : 1 << BitOperations.Log2((uint)Number(mask)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LanesOf(T mask) => (uint)Number(mask) & 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Number(T taps) => Unsafe.SizeOf<T>() < sizeof(int)
        ? int.CreateTruncating(taps)
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? (int)Unsafe.BitCast<T, long>(taps)
        : Unsafe.BitCast<T, int>(taps);
}
