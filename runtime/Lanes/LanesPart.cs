using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>
/// Lanes of the first elements of 128 bits: for pixels of two or three channels and the like, which fill no vector. Memory is met in two
/// pieces at most, and never beside the elements; the lanes behind them hold anything.
/// </summary>
/// <typeparam name="T">The element type: float; for what forward passes of extremes ask for, also integers of 8 to 32 bits.</typeparam>
/// <typeparam name="TCount">The number of elements: <see cref="Two"/>, <see cref="Three"/>, and below 32 bits <see cref="Four"/> or <see cref="Eight"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LanesPart<T, TCount> : ILanes<Vector128<T>, T>
    where T : unmanaged, INumber<T>
    where TCount : struct, ILaneCount
{
    /// <inheritdoc/>
    public static int Count => TCount.Value;

    /// <inheritdoc/>
    public static Vector128<T> Zero => Lanes128<T>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Broadcast(T value) => Lanes128<T>.Broadcast(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(ref T origin, nint index) => PartAccess.Load<T, T>(ref origin, index, TCount.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadHalves(ref T origin, nint lower, nint upper) => PartAccess.LoadHalves(ref origin, lower, upper, TCount.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadStrided(ref T origin, nint index, int stride) =>
        stride == 1 ? Load(ref origin, index) : PartAccess.LoadInside(ref origin, index, stride, nint.MaxValue, TCount.Value, Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadClipped(ref T row, nint index, nint extent, Vector128<T> fill) =>
        PartAccess.LoadInside(ref row, index, 1, extent, TCount.Value, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadClippedStrided(ref T row, nint index, int stride, nint extent, Vector128<T> fill) =>
        PartAccess.LoadInside(ref row, index, stride, extent, TCount.Value, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Inside(nint index, nint extent) => Lanes128<T>.Inside(index, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadInside(ref T row, nint index, nint extent, Vector128<T> inside) => LoadClipped(ref row, index, extent, Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadInside(ref T row, nint index, nint extent, Vector128<T> inside, Vector128<T> fill) =>
        LoadClipped(ref row, index, extent, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadFirst(ref T origin, nint index) => Lanes128<T>.LoadFirst(ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadFirst(ref T origin, nint index, Vector128<T> fill) => Lanes128<T>.LoadFirst(ref origin, index, fill);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<T> value, ref T origin, nint index) => PartAccess.Store<T, T>(value, ref origin, index, TCount.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStreaming(Vector128<T> value, ref T origin, nint index) => Store(value, ref origin, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalves(Vector128<T> value, ref T origin, nint lower, nint upper) =>
        PartAccess.StoreHalves(value, ref origin, lower, upper, TCount.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreClipped(Vector128<T> value, ref T row, nint index, nint extent) =>
        PartAccess.StoreInside(value, ref row, index, 1, extent, TCount.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInside(Vector128<T> value, ref T row, nint index, nint extent, Vector128<T> inside) =>
        StoreClipped(value, ref row, index, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddStrided(Vector128<T> value, ref T origin, nint index, int stride)
    {
        Vector128<T> sum = Add(LoadStrided(ref origin, index, stride), value);
        if (stride == 1)
            Store(sum, ref origin, index);
        else
            StoreStridedClipped(sum, ref origin, index, stride, nint.MaxValue);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> left, Vector128<T> right) => Lanes128<T>.Add(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Multiply(Vector128<T> left, Vector128<T> right) => Lanes128<T>.Multiply(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Divide(Vector128<T> left, Vector128<T> right) => Lanes128<T>.Divide(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Max(Vector128<T> left, Vector128<T> right) => Lanes128<T>.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MaxNumber(Vector128<T> left, Vector128<T> right) => Lanes128<T>.MaxNumber(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MaxOfNumbers(Vector128<T> left, Vector128<T> right) => Lanes128<T>.MaxOfNumbers(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MinOfNumbers(Vector128<T> left, Vector128<T> right) => Lanes128<T>.MinOfNumbers(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Min(Vector128<T> left, Vector128<T> right) => Lanes128<T>.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MinNumber(Vector128<T> left, Vector128<T> right) => Lanes128<T>.MinNumber(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Xor(Vector128<T> left, Vector128<T> right) => Lanes128<T>.Xor(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Even(Vector128<T> low, Vector128<T> high) => PartPermutation.Take(low, high, high, TCount.Value, first: 0, step: 2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Odd(Vector128<T> low, Vector128<T> high) => PartPermutation.Take(low, high, high, TCount.Value, first: 1, step: 2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> InterleaveLow(Vector128<T> even, Vector128<T> odd) =>
        PartPermutation.Weave(even, odd, odd, TCount.Value, sources: 2, part: 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> InterleaveHigh(Vector128<T> even, Vector128<T> odd) =>
        PartPermutation.Weave(even, odd, odd, TCount.Value, sources: 2, part: 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> EveryThird(Vector128<T> low, Vector128<T> middle, Vector128<T> high, int first) =>
        PartPermutation.Take(low, middle, high, TCount.Value, first, step: 3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> WeaveThree(Vector128<T> first, Vector128<T> second, Vector128<T> third, int part) =>
        PartPermutation.Weave(first, second, third, TCount.Value, sources: 3, part);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftIn(Vector128<T> previous, Vector128<T> current) =>
        PartPermutation.Take(previous, current, current, TCount.Value, first: TCount.Value - 1, step: 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftInHalves(Vector128<T> previous, Vector128<T> current) => PartPermutation.ShiftInHalves(previous, current, TCount.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftOut(Vector128<T> current, Vector128<T> next) =>
        PartPermutation.Take(current, next, next, TCount.Value, first: 1, step: 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftOutHalves(Vector128<T> current, Vector128<T> next) => PartPermutation.ShiftOutHalves(current, next, TCount.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftOut(Vector128<T> current, Vector128<T> next, int by) =>
        PartPermutation.Take(current, next, next, TCount.Value, first: by, step: 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Permute(Vector128<T> value, Vector128<T> places) => Lanes128<T>.Permute(value, places);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Select(Vector128<T> mask, Vector128<T> then, Vector128<T> otherwise) => Lanes128<T>.Select(mask, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectEqual(Vector128<T> left, Vector128<T> right, Vector128<T> then, Vector128<T> otherwise) =>
        Lanes128<T>.SelectEqual(left, right, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectEqualOrNaN(Vector128<T> tap, Vector128<T> extreme, Vector128<T> then, Vector128<T> otherwise) =>
        Lanes128<T>.SelectEqualOrNaN(tap, extreme, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectGreater(Vector128<T> tap, Vector128<T> best, Vector128<T> then, Vector128<T> otherwise) =>
        Lanes128<T>.SelectGreater(tap, best, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectGreaterNumber(Vector128<T> tap, Vector128<T> best, Vector128<T> then, Vector128<T> otherwise) =>
        Lanes128<T>.SelectGreaterNumber(tap, best, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectLess(Vector128<T> tap, Vector128<T> best, Vector128<T> then, Vector128<T> otherwise) =>
        Lanes128<T>.SelectLess(tap, best, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectLessNumber(Vector128<T> tap, Vector128<T> best, Vector128<T> then, Vector128<T> otherwise) =>
        Lanes128<T>.SelectLessNumber(tap, best, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectInside(nint index, nint extent, Vector128<T> then) => Lanes128<T>.SelectInside(index, extent, then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectInsideStrided(nint index, int stride, nint extent, Vector128<T> then, Vector128<T> otherwise) =>
        Lanes128<T>.SelectInsideStrided(index, stride, extent, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasNaN(Vector128<T> value) => Lanes128<T>.HasNaN(value & PartAccess.Lanes<T>(TCount.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> TapNumber(int number) => Lanes128<T>.TapNumber(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTaps<TTap>(Vector128<T> taps, ref TTap origin, nint index)
        where TTap : unmanaged => PartAccess.Store<T, TTap>(PartAccess.Narrow<T, TTap>(taps), ref origin, index, TCount.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadTaps<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged => PartAccess.Widen<TTap, T>(PartAccess.Load<TTap, TTap>(ref origin, index, TCount.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadNumbers<TNumber>(ref TNumber origin, nint index)
        where TNumber : unmanaged => Vector128.ConvertToSingle(LoadTaps(ref origin, index).AsInt32()).As<float, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Or(Vector128<T> left, Vector128<T> right) => Lanes128<T>.Or(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> And(Vector128<T> left, Vector128<T> right) => Lanes128<T>.And(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MinTaps(Vector128<T> left, Vector128<T> right) => Lanes128<T>.MinTaps(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MaxTaps(Vector128<T> left, Vector128<T> right) => Lanes128<T>.MaxTaps(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AddToTaps(Vector128<T> taps, int by) => Lanes128<T>.AddToTaps(taps, by);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftBits(Vector128<T> mask, int by) => Lanes128<T>.ShiftBits(mask, by);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectBit(Vector128<T> mask, int number, Vector128<T> then) => Lanes128<T>.SelectBit(mask, number, then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectTap(Vector128<T> taps, int number, Vector128<T> then) => Lanes128<T>.SelectTap(taps, number, then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AddTap(Vector128<T> sum, Vector128<T> taps, int number, Vector128<T> gradient) =>
        Lanes128<T>.AddTap(sum, taps, number, gradient);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AddBit(Vector128<T> sum, Vector128<T> mask, int number, Vector128<T> gradient) =>
        Lanes128<T>.AddBit(sum, mask, number, gradient);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AddIfEqual(Vector128<T> sum, Vector128<T> left, Vector128<T> right, Vector128<T> addend) =>
        Lanes128<T>.AddIfEqual(sum, left, right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> CountBits(Vector128<T> mask) => Lanes128<T>.CountBits(mask);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadTapsClipped<TTap>(ref TTap origin, nint index, nint extent)
        where TTap : unmanaged
    {
        nint inside = Math.Max(0, Math.Min(index, extent - Count));
        return PartPermutation.Move(LoadTaps(ref origin, inside), TCount.Value, by: (int)(index - inside));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectInsideStrided(nint index, int stride, nint extent, Vector128<T> then) =>
        Lanes128<T>.SelectInsideStrided(index, stride, extent, then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStridedClipped(Vector128<T> value, ref T row, nint index, int stride, nint extent) =>
        PartAccess.StoreInside(value, ref row, index, stride, extent, TCount.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectAbove(Vector128<T> left, Vector128<T> right, Vector128<T> then, Vector128<T> otherwise) =>
        Lanes128<T>.SelectAbove(left, right, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> OrBitIfEqual(Vector128<T> mask, int number, Vector128<T> left, Vector128<T> right) =>
        Lanes128<T>.OrBitIfEqual(mask, number, left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> OrIfEqual(Vector128<T> mask, Vector128<T> bits, Vector128<T> left, Vector128<T> right) =>
        Lanes128<T>.OrIfEqual(mask, bits, left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAbove(Vector128<T> value, T bound) =>
        (LanesOf(Vector128.GreaterThan(value, Vector128.Create(bound))) ^ PartAccess.Bits(TCount.Value)) == 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBelow(Vector128<T> value, T bound) =>
        (LanesOf(Vector128.LessThan(value, Vector128.Create(bound))) ^ PartAccess.Bits(TCount.Value)) == 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LowestBit(Vector128<T> mask) => Lanes128<T>.LowestBit(mask);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> HighestBit(Vector128<T> mask) => Lanes128<T>.HighestBit(mask);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LanesOf(Vector128<T> mask) => Lanes128<T>.LanesOf(mask) & PartAccess.Bits(TCount.Value);
}
