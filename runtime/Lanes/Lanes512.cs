using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>Lanes of 512 bits.</summary>
/// <typeparam name="T">The element type: float or double; for what forward passes of extremes and counts of winners ask for, also integers of 8 to 32 bits.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Lanes512<T> : ILanes<Vector512<T>, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    /// <inheritdoc/>
    public static Vector512<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Zero;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Broadcast(T value) => Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load(ref T origin, nint index) => Vector512.LoadUnsafe(ref origin, (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadHalves(ref T origin, nint lower, nint upper) =>
        Vector256.LoadUnsafe(ref origin, (nuint)lower).ToVector512Unsafe().WithUpper(Vector256.LoadUnsafe(ref origin, (nuint)upper)); // Create would go through memory

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadStrided(ref T origin, nint index, int stride) => stride == 1
        ? Vector512.LoadUnsafe(ref origin, (nuint)index)
        : StridedAccess.Load512(ref origin, index, stride);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadClipped(ref T row, nint index, nint extent, Vector512<T> fill) =>
        ClippedAccess.Load(ref row, index, extent, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadClippedStrided(ref T row, nint index, int stride, nint extent, Vector512<T> fill) => stride switch
    {
        1 => ClippedAccess.Load(ref row, index, extent, fill),
        2 => Permutation.Even(ClippedAccess.Load(ref row, index, extent, fill), ClippedAccess.Load(ref row, index + Vector512<T>.Count, extent, fill)),
        _ => StridedAccess.LoadClipped512(ref row, index, stride, extent, fill),
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Inside(nint index, nint extent) => SelectInside(index, extent, Vector512<T>.AllBitsSet);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadInside(ref T row, nint index, nint extent, Vector512<T> inside) =>
        ClippedAccess.LoadInside(ref row, index, extent, inside);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadInside(ref T row, nint index, nint extent, Vector512<T> inside, Vector512<T> fill) =>
        ClippedAccess.LoadInside(ref row, index, extent, inside, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadFirst(ref T origin, nint index) => Vector512.CreateScalar(Unsafe.Add(ref origin, index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadFirst(ref T origin, nint index, Vector512<T> fill) =>
        Vector512.ConditionalSelect(Inside(0, 1), Vector512.CreateScalar(Unsafe.Add(ref origin, index)), fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<T> value, ref T origin, nint index) => value.StoreUnsafe(ref origin, (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalves(Vector512<T> value, ref T origin, nint lower, nint upper)
    {
        value.GetLower().StoreUnsafe(ref origin, (nuint)lower);
        value.GetUpper().StoreUnsafe(ref origin, (nuint)upper);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStreaming(Vector512<T> value, ref T origin, nint index) => StreamingAccess.Store(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreClipped(Vector512<T> value, ref T row, nint index, nint extent) =>
        ClippedAccess.Store(value, ref row, index, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInside(Vector512<T> value, ref T row, nint index, nint extent, Vector512<T> inside) =>
        InsideAccess.Store(value, ref row, index, extent, inside);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddStrided(Vector512<T> value, ref T origin, nint index, int stride)
    {
        if (stride == 1)
            (Vector512.LoadUnsafe(ref origin, (nuint)index) + value).StoreUnsafe(ref origin, (nuint)index);
        else
            StridedAccess.Add(ref Unsafe.As<Vector512<T>, T>(ref value), Vector512<T>.Count, ref origin, index, stride);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Add(Vector512<T> left, Vector512<T> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Multiply(Vector512<T> left, Vector512<T> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Divide(Vector512<T> left, Vector512<T> right) => left / right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Max(Vector512<T> left, Vector512<T> right) => Extremum.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MaxNumber(Vector512<T> left, Vector512<T> right) => Extremum.MaxNumber(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MaxOfNumbers(Vector512<T> left, Vector512<T> right) => Extremum.SecondOnNaN(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MinOfNumbers(Vector512<T> left, Vector512<T> right) => Extremum.LessOrSecond(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Min(Vector512<T> left, Vector512<T> right) => Extremum.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MinNumber(Vector512<T> left, Vector512<T> right) => Extremum.MinNumber(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Xor(Vector512<T> left, Vector512<T> right) => left ^ right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Even(Vector512<T> low, Vector512<T> high) => Permutation.Even(low, high);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Odd(Vector512<T> low, Vector512<T> high) => Permutation.Odd(low, high);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> InterleaveLow(Vector512<T> even, Vector512<T> odd) => Permutation.InterleaveLow(even, odd);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> InterleaveHigh(Vector512<T> even, Vector512<T> odd) => Permutation.InterleaveHigh(even, odd);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> EveryThird(Vector512<T> low, Vector512<T> middle, Vector512<T> high, int first) => Thirds.Take(low, middle, high, first);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> WeaveThree(Vector512<T> first, Vector512<T> second, Vector512<T> third, int part) => Thirds.Weave(first, second, third, part);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftIn(Vector512<T> previous, Vector512<T> current) => Permutation.ShiftIn(previous, current);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftInHalves(Vector512<T> previous, Vector512<T> current) => Permutation.ShiftInHalves(previous, current);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftOut(Vector512<T> current, Vector512<T> next) => Permutation.ShiftOut(current, next);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftOutHalves(Vector512<T> current, Vector512<T> next) => Permutation.ShiftOutHalves(current, next);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftOut(Vector512<T> current, Vector512<T> next, int by) => ShiftedLanes.Out(current, next, by);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Permute(Vector512<T> value, Vector512<T> places) => PermutedLanes.Of(value, places);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Select(Vector512<T> mask, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(mask, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectEqual(Vector512<T> left, Vector512<T> right, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(Vector512.Equals(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectEqualOrNaN(Vector512<T> tap, Vector512<T> extreme, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(Vector512.Equals(tap, extreme) | ~Vector512.Equals(tap, tap), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectGreater(Vector512<T> tap, Vector512<T> best, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(~Vector512.LessThanOrEqual(tap, best) & Vector512.Equals(best, best), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectGreaterNumber(Vector512<T> tap, Vector512<T> best, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(~Vector512.LessThanOrEqual(tap, best) & Vector512.Equals(tap, tap), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectLess(Vector512<T> tap, Vector512<T> best, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(~Vector512.GreaterThanOrEqual(tap, best) & Vector512.Equals(best, best), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectLessNumber(Vector512<T> tap, Vector512<T> best, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(~Vector512.GreaterThanOrEqual(tap, best) & Vector512.Equals(tap, tap), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectInside(nint index, nint extent, Vector512<T> then) => Unsafe.SizeOf<T>() < sizeof(int)
        ? NarrowAccess.Inside512<T>(index, 1, extent) & then
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? ClippedAccess.Inside512Of64(index, extent).As<ulong, T>() & then
        : ClippedAccess.Inside512Of32(index, extent).As<uint, T>() & then;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectInsideStrided(nint index, int stride, nint extent, Vector512<T> then, Vector512<T> otherwise) => Unsafe.SizeOf<T>() < sizeof(int)
        ? Vector512.ConditionalSelect(NarrowAccess.Inside512<T>(index, stride, extent), then, otherwise)
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector512.ConditionalSelect(ClippedAccess.Inside512Of64(index, stride, extent).As<ulong, T>(), then, otherwise)
        : Vector512.ConditionalSelect(ClippedAccess.Inside512Of32(index, stride, extent).As<uint, T>(), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasNaN(Vector512<T> value) => !Vector512.EqualsAll(value, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> TapNumber(int number) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector512.Create((long)number).As<long, T>()
        : Vector512.Create(number).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTaps<TTap>(Vector512<T> taps, ref TTap origin, nint index)
        where TTap : unmanaged
    {
        if (Unsafe.SizeOf<T>() == Unsafe.SizeOf<TTap>())
            TapAccess.Write(ref origin, index, taps);
        else if (Unsafe.SizeOf<T>() == sizeof(short))
            TapAccess.StoreBytes(taps.AsInt16(), ref origin, index);
        else if (Unsafe.SizeOf<T>() == sizeof(long))
            TapAccess.Store(taps.AsInt64(), ref origin, index);
        else
            TapAccess.Store(taps.AsInt32(), ref origin, index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadTaps<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged => Unsafe.SizeOf<T>() == sizeof(long)
        ? TapAccess.Load512Int64(ref origin, index).As<long, T>()
        : TapAccess.Load512Int32(ref origin, index).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadNumbers<TNumber>(ref TNumber origin, nint index)
        where TNumber : unmanaged => Unsafe.SizeOf<T>() == sizeof(long)
        ? IntegerAccess.ToDouble(TapAccess.Load256Int32(ref origin, index)).As<double, T>()
        : Vector512.ConvertToSingle(TapAccess.Load512Int32(ref origin, index)).As<float, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Or(Vector512<T> left, Vector512<T> right) => left | right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> And(Vector512<T> left, Vector512<T> right) => left & right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MinTaps(Vector512<T> left, Vector512<T> right) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector512.Min(left.AsInt64(), right.AsInt64()).As<long, T>()
        : Vector512.Min(left.AsInt32(), right.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MaxTaps(Vector512<T> left, Vector512<T> right) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector512.Max(left.AsInt64(), right.AsInt64()).As<long, T>()
        : Vector512.Max(left.AsInt32(), right.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AddToTaps(Vector512<T> taps, int by) => Unsafe.SizeOf<T>() == sizeof(long)
        ? (taps.AsInt64() + Vector512.Create((long)by)).As<long, T>()
        : (taps.AsInt32() + Vector512.Create(by)).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftBits(Vector512<T> mask, int by) => Unsafe.SizeOf<T>() == sizeof(long)
        ? (mask.AsInt64() << by).As<long, T>()
        : (mask.AsInt32() << by).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectBit(Vector512<T> mask, int number, Vector512<T> then) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedSelect.OrZero(BitMask.Has(mask.AsInt64(), number).As<long, T>(), then)
        : MaskedSelect.OrZero(BitMask.Has(mask.AsInt32(), number).As<int, T>(), then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectTap(Vector512<T> taps, int number, Vector512<T> then) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedSelect.OrZero(Vector512.Equals(taps.AsInt64(), Vector512.Create((long)number)).As<long, T>(), then)
        : MaskedSelect.OrZero(Vector512.Equals(taps.AsInt32(), Vector512.Create(number)).As<int, T>(), then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AddTap(Vector512<T> sum, Vector512<T> taps, int number, Vector512<T> gradient) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedAdd.Add(sum, gradient, Vector512.Equals(taps.AsInt64(), Vector512.Create((long)number)).As<long, T>())
        : MaskedAdd.Add(sum, gradient, Vector512.Equals(taps.AsInt32(), Vector512.Create(number)).As<int, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AddBit(Vector512<T> sum, Vector512<T> mask, int number, Vector512<T> gradient) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedAdd.Add(sum, gradient, BitMask.Has(mask.AsInt64(), number).As<long, T>())
        : MaskedAdd.Add(sum, gradient, BitMask.Has(mask.AsInt32(), number).As<int, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AddIfEqual(Vector512<T> sum, Vector512<T> left, Vector512<T> right, Vector512<T> addend) =>
        MaskedAdd.Add(sum, addend, Vector512.Equals(left, right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> CountBits(Vector512<T> mask) => BitCount.Of(mask);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadTapsClipped<TTap>(ref TTap origin, nint index, nint extent)
        where TTap : unmanaged
    {
        if ((nuint)index <= (nuint)(extent - Vector512<T>.Count))
            return LoadTaps(ref origin, index);

        nint inside = Math.Max(0, Math.Min(index, extent - Vector512<T>.Count));
        return Permutation.Move(LoadTaps(ref origin, inside), (int)(index - inside));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectInsideStrided(nint index, int stride, nint extent, Vector512<T> then) => Unsafe.SizeOf<T>() < sizeof(int)
        ? NarrowAccess.Inside512<T>(index, stride, extent) & then
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector512.LessThan(Vector512.Create((ulong)index) + ClippedAccess.Lanes512Of64 * (ulong)stride, Vector512.Create((ulong)extent)).As<ulong, T>() & then
        : Vector512.LessThan(Vector512.Create((uint)index) + ClippedAccess.Lanes512Of32 * (uint)stride, Vector512.Create((uint)extent)).As<uint, T>() & then;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStridedClipped(Vector512<T> value, ref T row, nint index, int stride, nint extent) =>
        StridedAccess.Store(ref Unsafe.As<Vector512<T>, T>(ref value), Vector512<T>.Count, ref row, index, stride, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectAbove(Vector512<T> left, Vector512<T> right, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> OrBitIfEqual(Vector512<T> mask, int number, Vector512<T> left, Vector512<T> right) =>
        BitMask.OrIf(mask, TapNumber(1 << number), Vector512.Equals(left, right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> OrIfEqual(Vector512<T> mask, Vector512<T> bits, Vector512<T> left, Vector512<T> right) =>
        BitMask.OrIf(mask, bits, Vector512.Equals(left, right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAbove(Vector512<T> value, T bound) => Vector512.GreaterThanAll(value, Vector512.Create(bound));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBelow(Vector512<T> value, T bound) => Vector512.LessThanAll(value, Vector512.Create(bound));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LowestBit(Vector512<T> mask) => BitMask.Lowest(mask.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> HighestBit(Vector512<T> mask) => BitMask.Highest(mask.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LanesOf(Vector512<T> mask) => mask.ExtractMostSignificantBits();
}
