using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>Lanes of 256 bits.</summary>
/// <typeparam name="T">The element type: float or double; for what forward passes of extremes and counts of winners ask for, also integers of 8 to 32 bits.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Lanes256<T> : ILanes<Vector256<T>, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Count;
    }

    /// <inheritdoc/>
    public static Vector256<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Zero;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Broadcast(T value) => Vector256.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load(ref T origin, nint index) => Vector256.LoadUnsafe(ref origin, (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadHalves(ref T origin, nint lower, nint upper) =>
        Vector128.LoadUnsafe(ref origin, (nuint)lower).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref origin, (nuint)upper)); // Create would go through memory

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadStrided(ref T origin, nint index, int stride) => stride == 1
        ? Vector256.LoadUnsafe(ref origin, (nuint)index)
        : StridedAccess.Load256(ref origin, index, stride);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadClipped(ref T row, nint index, nint extent, Vector256<T> fill) =>
        ClippedAccess.Load(ref row, index, extent, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadClippedStrided(ref T row, nint index, int stride, nint extent, Vector256<T> fill) => stride switch
    {
        1 => ClippedAccess.Load(ref row, index, extent, fill),
        2 => Permutation.Even(ClippedAccess.Load(ref row, index, extent, fill), ClippedAccess.Load(ref row, index + Vector256<T>.Count, extent, fill)),
        _ => StridedAccess.LoadClipped256(ref row, index, stride, extent, fill),
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Inside(nint index, nint extent) => SelectInside(index, extent, Vector256<T>.AllBitsSet);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadInside(ref T row, nint index, nint extent, Vector256<T> inside) =>
        ClippedAccess.LoadInside(ref row, index, extent, inside);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadInside(ref T row, nint index, nint extent, Vector256<T> inside, Vector256<T> fill) =>
        ClippedAccess.LoadInside(ref row, index, extent, inside, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadFirst(ref T origin, nint index) => Vector256.CreateScalar(Unsafe.Add(ref origin, index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadFirst(ref T origin, nint index, Vector256<T> fill) =>
        Vector256.ConditionalSelect(Inside(0, 1), Vector256.CreateScalar(Unsafe.Add(ref origin, index)), fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<T> value, ref T origin, nint index) => value.StoreUnsafe(ref origin, (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalves(Vector256<T> value, ref T origin, nint lower, nint upper)
    {
        value.GetLower().StoreUnsafe(ref origin, (nuint)lower);
        value.GetUpper().StoreUnsafe(ref origin, (nuint)upper);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStreaming(Vector256<T> value, ref T origin, nint index) => StreamingAccess.Store(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreClipped(Vector256<T> value, ref T row, nint index, nint extent) =>
        ClippedAccess.Store(value, ref row, index, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInside(Vector256<T> value, ref T row, nint index, nint extent, Vector256<T> inside) =>
        InsideAccess.Store(value, ref row, index, extent, inside);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddStrided(Vector256<T> value, ref T origin, nint index, int stride)
    {
        if (stride == 1)
            (Vector256.LoadUnsafe(ref origin, (nuint)index) + value).StoreUnsafe(ref origin, (nuint)index);
        else
            StridedAccess.Add(ref Unsafe.As<Vector256<T>, T>(ref value), Vector256<T>.Count, ref origin, index, stride);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Add(Vector256<T> left, Vector256<T> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Multiply(Vector256<T> left, Vector256<T> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Divide(Vector256<T> left, Vector256<T> right) => left / right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Max(Vector256<T> left, Vector256<T> right) => Extremum.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MaxNumber(Vector256<T> left, Vector256<T> right) => Extremum.MaxNumber(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MaxOfNumbers(Vector256<T> left, Vector256<T> right) => Extremum.SecondOnNaN(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MinOfNumbers(Vector256<T> left, Vector256<T> right) => Extremum.LessOrSecond(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Min(Vector256<T> left, Vector256<T> right) => Extremum.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MinNumber(Vector256<T> left, Vector256<T> right) => Extremum.MinNumber(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Xor(Vector256<T> left, Vector256<T> right) => left ^ right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Even(Vector256<T> low, Vector256<T> high) => Permutation.Even(low, high);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Odd(Vector256<T> low, Vector256<T> high) => Permutation.Odd(low, high);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InterleaveLow(Vector256<T> even, Vector256<T> odd) => Permutation.InterleaveLow(even, odd);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InterleaveHigh(Vector256<T> even, Vector256<T> odd) => Permutation.InterleaveHigh(even, odd);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> EveryThird(Vector256<T> low, Vector256<T> middle, Vector256<T> high, int first) => Thirds.Take(low, middle, high, first);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> WeaveThree(Vector256<T> first, Vector256<T> second, Vector256<T> third, int part) => Thirds.Weave(first, second, third, part);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftIn(Vector256<T> previous, Vector256<T> current) => Permutation.ShiftIn(previous, current);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftInHalves(Vector256<T> previous, Vector256<T> current) => Permutation.ShiftInHalves(previous, current);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftOut(Vector256<T> current, Vector256<T> next) => Permutation.ShiftOut(current, next);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftOutHalves(Vector256<T> current, Vector256<T> next) => Permutation.ShiftOutHalves(current, next);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftOut(Vector256<T> current, Vector256<T> next, int by) => ShiftedLanes.Out(current, next, by);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Permute(Vector256<T> value, Vector256<T> places) => PermutedLanes.Of(value, places);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Select(Vector256<T> mask, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(mask, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectEqual(Vector256<T> left, Vector256<T> right, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(Vector256.Equals(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectEqualOrNaN(Vector256<T> tap, Vector256<T> extreme, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(Vector256.Equals(tap, extreme) | ~Vector256.Equals(tap, tap), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectGreater(Vector256<T> tap, Vector256<T> best, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(~Vector256.LessThanOrEqual(tap, best) & Vector256.Equals(best, best), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectGreaterNumber(Vector256<T> tap, Vector256<T> best, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(~Vector256.LessThanOrEqual(tap, best) & Vector256.Equals(tap, tap), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectLess(Vector256<T> tap, Vector256<T> best, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(~Vector256.GreaterThanOrEqual(tap, best) & Vector256.Equals(best, best), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectLessNumber(Vector256<T> tap, Vector256<T> best, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(~Vector256.GreaterThanOrEqual(tap, best) & Vector256.Equals(tap, tap), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectInside(nint index, nint extent, Vector256<T> then) => Unsafe.SizeOf<T>() < sizeof(int)
        ? NarrowAccess.Inside256<T>(index, 1, extent) & then
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? ClippedAccess.Inside256Of64(index, extent).As<ulong, T>() & then
        : ClippedAccess.Inside256Of32(index, extent).As<uint, T>() & then;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectInsideStrided(nint index, int stride, nint extent, Vector256<T> then, Vector256<T> otherwise) => Unsafe.SizeOf<T>() < sizeof(int)
        ? Vector256.ConditionalSelect(NarrowAccess.Inside256<T>(index, stride, extent), then, otherwise)
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector256.ConditionalSelect(ClippedAccess.Inside256Of64(index, stride, extent).As<ulong, T>(), then, otherwise)
        : Vector256.ConditionalSelect(ClippedAccess.Inside256Of32(index, stride, extent).As<uint, T>(), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasNaN(Vector256<T> value) => !Vector256.EqualsAll(value, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> TapNumber(int number) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector256.Create((long)number).As<long, T>()
        : Vector256.Create(number).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTaps<TTap>(Vector256<T> taps, ref TTap origin, nint index)
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
    public static Vector256<T> LoadTaps<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged => Unsafe.SizeOf<T>() == sizeof(long)
        ? TapAccess.Load256Int64(ref origin, index).As<long, T>()
        : TapAccess.Load256Int32(ref origin, index).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadNumbers<TNumber>(ref TNumber origin, nint index)
        where TNumber : unmanaged => Unsafe.SizeOf<T>() == sizeof(long)
        ? IntegerAccess.ToDouble(TapAccess.Load128Int32(ref origin, index)).As<double, T>()
        : Vector256.ConvertToSingle(TapAccess.Load256Int32(ref origin, index)).As<float, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Or(Vector256<T> left, Vector256<T> right) => left | right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> And(Vector256<T> left, Vector256<T> right) => left & right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MinTaps(Vector256<T> left, Vector256<T> right) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector256.Min(left.AsInt64(), right.AsInt64()).As<long, T>()
        : Vector256.Min(left.AsInt32(), right.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MaxTaps(Vector256<T> left, Vector256<T> right) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector256.Max(left.AsInt64(), right.AsInt64()).As<long, T>()
        : Vector256.Max(left.AsInt32(), right.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AddToTaps(Vector256<T> taps, int by) => Unsafe.SizeOf<T>() == sizeof(long)
        ? (taps.AsInt64() + Vector256.Create((long)by)).As<long, T>()
        : (taps.AsInt32() + Vector256.Create(by)).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftBits(Vector256<T> mask, int by) => Unsafe.SizeOf<T>() == sizeof(long)
        ? (mask.AsInt64() << by).As<long, T>()
        : (mask.AsInt32() << by).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectBit(Vector256<T> mask, int number, Vector256<T> then) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedSelect.OrZero(BitMask.Has(mask.AsInt64(), number).As<long, T>(), then)
        : MaskedSelect.OrZero(BitMask.Has(mask.AsInt32(), number).As<int, T>(), then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectTap(Vector256<T> taps, int number, Vector256<T> then) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedSelect.OrZero(Vector256.Equals(taps.AsInt64(), Vector256.Create((long)number)).As<long, T>(), then)
        : MaskedSelect.OrZero(Vector256.Equals(taps.AsInt32(), Vector256.Create(number)).As<int, T>(), then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AddTap(Vector256<T> sum, Vector256<T> taps, int number, Vector256<T> gradient) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedAdd.Add(sum, gradient, Vector256.Equals(taps.AsInt64(), Vector256.Create((long)number)).As<long, T>())
        : MaskedAdd.Add(sum, gradient, Vector256.Equals(taps.AsInt32(), Vector256.Create(number)).As<int, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AddBit(Vector256<T> sum, Vector256<T> mask, int number, Vector256<T> gradient) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedAdd.Add(sum, gradient, BitMask.Has(mask.AsInt64(), number).As<long, T>())
        : MaskedAdd.Add(sum, gradient, BitMask.Has(mask.AsInt32(), number).As<int, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AddIfEqual(Vector256<T> sum, Vector256<T> left, Vector256<T> right, Vector256<T> addend) =>
        MaskedAdd.Add(sum, addend, Vector256.Equals(left, right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> CountBits(Vector256<T> mask) => BitCount.Of(mask);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadTapsClipped<TTap>(ref TTap origin, nint index, nint extent)
        where TTap : unmanaged
    {
        if ((nuint)index <= (nuint)(extent - Vector256<T>.Count))
            return LoadTaps(ref origin, index);

        nint inside = Math.Max(0, Math.Min(index, extent - Vector256<T>.Count));
        return Permutation.Move(LoadTaps(ref origin, inside), (int)(index - inside));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectInsideStrided(nint index, int stride, nint extent, Vector256<T> then) => Unsafe.SizeOf<T>() < sizeof(int)
        ? NarrowAccess.Inside256<T>(index, stride, extent) & then
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector256.LessThan(Vector256.Create((ulong)index) + ClippedAccess.Lanes256Of64 * (ulong)stride, Vector256.Create((ulong)extent)).As<ulong, T>() & then
        : Vector256.LessThan(Vector256.Create((uint)index) + ClippedAccess.Lanes256Of32 * (uint)stride, Vector256.Create((uint)extent)).As<uint, T>() & then;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStridedClipped(Vector256<T> value, ref T row, nint index, int stride, nint extent) =>
        StridedAccess.Store(ref Unsafe.As<Vector256<T>, T>(ref value), Vector256<T>.Count, ref row, index, stride, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectAbove(Vector256<T> left, Vector256<T> right, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> OrBitIfEqual(Vector256<T> mask, int number, Vector256<T> left, Vector256<T> right) =>
        BitMask.OrIf(mask, TapNumber(1 << number), Vector256.Equals(left, right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> OrIfEqual(Vector256<T> mask, Vector256<T> bits, Vector256<T> left, Vector256<T> right) =>
        BitMask.OrIf(mask, bits, Vector256.Equals(left, right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAbove(Vector256<T> value, T bound) => Vector256.GreaterThanAll(value, Vector256.Create(bound));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBelow(Vector256<T> value, T bound) => Vector256.LessThanAll(value, Vector256.Create(bound));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LowestBit(Vector256<T> mask) => BitMask.Lowest(mask.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> HighestBit(Vector256<T> mask) => BitMask.Highest(mask.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LanesOf(Vector256<T> mask) => mask.ExtractMostSignificantBits();
}
