using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>Lanes of 128 bits.</summary>
/// <typeparam name="T">The element type: float or double; for what forward passes of extremes and counts of winners ask for, also integers of 8 to 32 bits.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Lanes128<T> : ILanes<Vector128<T>, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Count;
    }

    /// <inheritdoc/>
    public static Vector128<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Zero;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Broadcast(T value) => Vector128.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(ref T origin, nint index) => Vector128.LoadUnsafe(ref origin, (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadHalves(ref T origin, nint lower, nint upper) =>
        Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref origin, lower))))
            .WithElement(1, Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref origin, upper)))).As<ulong, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadStrided(ref T origin, nint index, int stride) => stride == 1
        ? Vector128.LoadUnsafe(ref origin, (nuint)index)
        : StridedAccess.Load128(ref origin, index, stride);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadClipped(ref T row, nint index, nint extent, Vector128<T> fill) =>
        ClippedAccess.Load(ref row, index, extent, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadClippedStrided(ref T row, nint index, int stride, nint extent, Vector128<T> fill) => stride switch
    {
        1 => ClippedAccess.Load(ref row, index, extent, fill),
        2 => Permutation.Even(ClippedAccess.Load(ref row, index, extent, fill), ClippedAccess.Load(ref row, index + Vector128<T>.Count, extent, fill)),
        _ => StridedAccess.LoadClipped128(ref row, index, stride, extent, fill),
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Inside(nint index, nint extent) => SelectInside(index, extent, Vector128<T>.AllBitsSet);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadInside(ref T row, nint index, nint extent, Vector128<T> inside) =>
        ClippedAccess.LoadInside(ref row, index, extent, inside);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadInside(ref T row, nint index, nint extent, Vector128<T> inside, Vector128<T> fill) =>
        ClippedAccess.LoadInside(ref row, index, extent, inside, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadFirst(ref T origin, nint index) => Vector128.CreateScalar(Unsafe.Add(ref origin, index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadFirst(ref T origin, nint index, Vector128<T> fill) =>
        Vector128.ConditionalSelect(Inside(0, 1), Vector128.CreateScalar(Unsafe.Add(ref origin, index)), fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<T> value, ref T origin, nint index) => value.StoreUnsafe(ref origin, (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalves(Vector128<T> value, ref T origin, nint lower, nint upper)
    {
        value.GetLower().StoreUnsafe(ref origin, (nuint)lower);
        value.GetUpper().StoreUnsafe(ref origin, (nuint)upper);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStreaming(Vector128<T> value, ref T origin, nint index) => StreamingAccess.Store(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreClipped(Vector128<T> value, ref T row, nint index, nint extent) =>
        ClippedAccess.Store(value, ref row, index, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInside(Vector128<T> value, ref T row, nint index, nint extent, Vector128<T> inside) =>
        InsideAccess.Store(value, ref row, index, extent, inside);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddStrided(Vector128<T> value, ref T origin, nint index, int stride)
    {
        if (stride == 1)
            (Vector128.LoadUnsafe(ref origin, (nuint)index) + value).StoreUnsafe(ref origin, (nuint)index);
        else
            StridedAccess.Add(ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count, ref origin, index, stride);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> left, Vector128<T> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Multiply(Vector128<T> left, Vector128<T> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Divide(Vector128<T> left, Vector128<T> right) => left / right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Max(Vector128<T> left, Vector128<T> right) => Extremum.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MaxNumber(Vector128<T> left, Vector128<T> right) => Extremum.MaxNumber(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MaxOfNumbers(Vector128<T> left, Vector128<T> right) => Extremum.SecondOnNaN(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MinOfNumbers(Vector128<T> left, Vector128<T> right) => Extremum.LessOrSecond(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Min(Vector128<T> left, Vector128<T> right) => Extremum.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MinNumber(Vector128<T> left, Vector128<T> right) => Extremum.MinNumber(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Xor(Vector128<T> left, Vector128<T> right) => left ^ right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Even(Vector128<T> low, Vector128<T> high) => Permutation.Even(low, high);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Odd(Vector128<T> low, Vector128<T> high) => Permutation.Odd(low, high);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> InterleaveLow(Vector128<T> even, Vector128<T> odd) => Permutation.InterleaveLow(even, odd);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> InterleaveHigh(Vector128<T> even, Vector128<T> odd) => Permutation.InterleaveHigh(even, odd);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> EveryThird(Vector128<T> low, Vector128<T> middle, Vector128<T> high, int first) => Thirds.Take(low, middle, high, first);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> WeaveThree(Vector128<T> first, Vector128<T> second, Vector128<T> third, int part) => Thirds.Weave(first, second, third, part);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftIn(Vector128<T> previous, Vector128<T> current) => Permutation.ShiftIn(previous, current);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftInHalves(Vector128<T> previous, Vector128<T> current) => Permutation.ShiftInHalves(previous, current);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftOut(Vector128<T> current, Vector128<T> next) => Permutation.ShiftOut(current, next);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftOutHalves(Vector128<T> current, Vector128<T> next) => Permutation.ShiftOutHalves(current, next);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftOut(Vector128<T> current, Vector128<T> next, int by) => ShiftedLanes.Out(current, next, by);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Permute(Vector128<T> value, Vector128<T> places) => PermutedLanes.Of(value, places);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Select(Vector128<T> mask, Vector128<T> then, Vector128<T> otherwise) =>
        Vector128.ConditionalSelect(mask, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectEqual(Vector128<T> left, Vector128<T> right, Vector128<T> then, Vector128<T> otherwise) =>
        Vector128.ConditionalSelect(Vector128.Equals(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectEqualOrNaN(Vector128<T> tap, Vector128<T> extreme, Vector128<T> then, Vector128<T> otherwise) =>
        Vector128.ConditionalSelect(Vector128.Equals(tap, extreme) | ~Vector128.Equals(tap, tap), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectGreater(Vector128<T> tap, Vector128<T> best, Vector128<T> then, Vector128<T> otherwise) =>
        Vector128.ConditionalSelect(~Vector128.LessThanOrEqual(tap, best) & Vector128.Equals(best, best), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectGreaterNumber(Vector128<T> tap, Vector128<T> best, Vector128<T> then, Vector128<T> otherwise) =>
        Vector128.ConditionalSelect(~Vector128.LessThanOrEqual(tap, best) & Vector128.Equals(tap, tap), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectLess(Vector128<T> tap, Vector128<T> best, Vector128<T> then, Vector128<T> otherwise) =>
        Vector128.ConditionalSelect(~Vector128.GreaterThanOrEqual(tap, best) & Vector128.Equals(best, best), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectLessNumber(Vector128<T> tap, Vector128<T> best, Vector128<T> then, Vector128<T> otherwise) =>
        Vector128.ConditionalSelect(~Vector128.GreaterThanOrEqual(tap, best) & Vector128.Equals(tap, tap), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectInside(nint index, nint extent, Vector128<T> then) => Unsafe.SizeOf<T>() < sizeof(int)
        ? NarrowAccess.Inside128<T>(index, 1, extent) & then
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? ClippedAccess.Inside128Of64(index, extent).As<ulong, T>() & then
        : ClippedAccess.Inside128Of32(index, extent).As<uint, T>() & then;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectInsideStrided(nint index, int stride, nint extent, Vector128<T> then, Vector128<T> otherwise) => Unsafe.SizeOf<T>() < sizeof(int)
        ? Vector128.ConditionalSelect(NarrowAccess.Inside128<T>(index, stride, extent), then, otherwise)
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector128.ConditionalSelect(ClippedAccess.Inside128Of64(index, stride, extent).As<ulong, T>(), then, otherwise)
        : Vector128.ConditionalSelect(ClippedAccess.Inside128Of32(index, stride, extent).As<uint, T>(), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasNaN(Vector128<T> value) => !Vector128.EqualsAll(value, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> TapNumber(int number) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector128.Create((long)number).As<long, T>()
        : Vector128.Create(number).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTaps<TTap>(Vector128<T> taps, ref TTap origin, nint index)
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
    public static Vector128<T> LoadTaps<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged => Unsafe.SizeOf<T>() == sizeof(long)
        ? TapAccess.Load128Int64(ref origin, index).As<long, T>()
        : TapAccess.Load128Int32(ref origin, index).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadNumbers<TNumber>(ref TNumber origin, nint index)
        where TNumber : unmanaged => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector128.ConvertToDouble(TapAccess.Load128Int64(ref origin, index)).As<double, T>()
        : Vector128.ConvertToSingle(TapAccess.Load128Int32(ref origin, index)).As<float, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Or(Vector128<T> left, Vector128<T> right) => left | right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> And(Vector128<T> left, Vector128<T> right) => left & right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MinTaps(Vector128<T> left, Vector128<T> right) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector128.Min(left.AsInt64(), right.AsInt64()).As<long, T>()
        : Vector128.Min(left.AsInt32(), right.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MaxTaps(Vector128<T> left, Vector128<T> right) => Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector128.Max(left.AsInt64(), right.AsInt64()).As<long, T>()
        : Vector128.Max(left.AsInt32(), right.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AddToTaps(Vector128<T> taps, int by) => Unsafe.SizeOf<T>() == sizeof(long)
        ? (taps.AsInt64() + Vector128.Create((long)by)).As<long, T>()
        : (taps.AsInt32() + Vector128.Create(by)).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftBits(Vector128<T> mask, int by) => Unsafe.SizeOf<T>() == sizeof(long)
        ? (mask.AsInt64() << by).As<long, T>()
        : (mask.AsInt32() << by).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectBit(Vector128<T> mask, int number, Vector128<T> then) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedSelect.OrZero(BitMask.Has(mask.AsInt64(), number).As<long, T>(), then)
        : MaskedSelect.OrZero(BitMask.Has(mask.AsInt32(), number).As<int, T>(), then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectTap(Vector128<T> taps, int number, Vector128<T> then) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedSelect.OrZero(Vector128.Equals(taps.AsInt64(), Vector128.Create((long)number)).As<long, T>(), then)
        : MaskedSelect.OrZero(Vector128.Equals(taps.AsInt32(), Vector128.Create(number)).As<int, T>(), then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AddTap(Vector128<T> sum, Vector128<T> taps, int number, Vector128<T> gradient) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedAdd.Add(sum, gradient, Vector128.Equals(taps.AsInt64(), Vector128.Create((long)number)).As<long, T>())
        : MaskedAdd.Add(sum, gradient, Vector128.Equals(taps.AsInt32(), Vector128.Create(number)).As<int, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AddBit(Vector128<T> sum, Vector128<T> mask, int number, Vector128<T> gradient) => Unsafe.SizeOf<T>() == sizeof(long)
        ? MaskedAdd.Add(sum, gradient, BitMask.Has(mask.AsInt64(), number).As<long, T>())
        : MaskedAdd.Add(sum, gradient, BitMask.Has(mask.AsInt32(), number).As<int, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AddIfEqual(Vector128<T> sum, Vector128<T> left, Vector128<T> right, Vector128<T> addend) =>
        MaskedAdd.Add(sum, addend, Vector128.Equals(left, right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> CountBits(Vector128<T> mask) => BitCount.Of(mask);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadTapsClipped<TTap>(ref TTap origin, nint index, nint extent)
        where TTap : unmanaged
    {
        if ((nuint)index <= (nuint)(extent - Vector128<T>.Count))
            return LoadTaps(ref origin, index);

        nint inside = Math.Max(0, Math.Min(index, extent - Vector128<T>.Count));
        return Permutation.Move(LoadTaps(ref origin, inside), (int)(index - inside));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectInsideStrided(nint index, int stride, nint extent, Vector128<T> then) => Unsafe.SizeOf<T>() < sizeof(int)
        ? NarrowAccess.Inside128<T>(index, stride, extent) & then
        : Unsafe.SizeOf<T>() == sizeof(long)
        ? Vector128.LessThan(Vector128.Create((ulong)index) + ClippedAccess.Lanes128Of64 * (ulong)stride, Vector128.Create((ulong)extent)).As<ulong, T>() & then
        : Vector128.LessThan(Vector128.Create((uint)index) + ClippedAccess.Lanes128Of32 * (uint)stride, Vector128.Create((uint)extent)).As<uint, T>() & then;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStridedClipped(Vector128<T> value, ref T row, nint index, int stride, nint extent) =>
        StridedAccess.Store(ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count, ref row, index, stride, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectAbove(Vector128<T> left, Vector128<T> right, Vector128<T> then, Vector128<T> otherwise) =>
        Vector128.ConditionalSelect(Vector128.GreaterThan(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> OrBitIfEqual(Vector128<T> mask, int number, Vector128<T> left, Vector128<T> right) =>
        BitMask.OrIf(mask, TapNumber(1 << number), Vector128.Equals(left, right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> OrIfEqual(Vector128<T> mask, Vector128<T> bits, Vector128<T> left, Vector128<T> right) =>
        BitMask.OrIf(mask, bits, Vector128.Equals(left, right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAbove(Vector128<T> value, T bound) => Vector128.GreaterThanAll(value, Vector128.Create(bound));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBelow(Vector128<T> value, T bound) => Vector128.LessThanAll(value, Vector128.Create(bound));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LowestBit(Vector128<T> mask) => BitMask.Lowest(mask.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> HighestBit(Vector128<T> mask) => BitMask.Highest(mask.AsInt32()).As<int, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LanesOf(Vector128<T> mask) => mask.ExtractMostSignificantBits();
}
