using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// The operations of one vector width on one element type. Generated kernels are written once over this interface and
/// folded by the JIT for each implementation: 512, 256 and 128 bits and a single element.
/// </summary>
/// <typeparam name="TVector">The vector: <c>Vector512&lt;T&gt;</c>, <c>Vector256&lt;T&gt;</c>, <c>Vector128&lt;T&gt;</c> or <typeparamref name="T"/> itself.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
/// <remarks>
/// Memory is addressed as a managed reference plus an element index; the scheduler has pinned it. Nothing is bounds-checked here:
/// kernels derive every index from a checked geometry.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>The number of elements in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Every lane zero.</summary>
    static abstract TVector Zero { get; }

    /// <summary>Every lane <paramref name="value"/>.</summary>
    static abstract TVector Broadcast(T value);

    /// <summary>The elements from <paramref name="index"/> on.</summary>
    static abstract TVector Load(ref T origin, nint index);

    /// <summary>A vector of two halves: the lower one is the elements from <paramref name="lower"/> on, the upper one those from <paramref name="upper"/> on.</summary>
    static abstract TVector LoadHalves(ref T origin, nint lower, nint upper);

    /// <summary>The elements <c>index + lane * stride</c>; touches nothing behind the last of them.</summary>
    static abstract TVector LoadStrided(ref T origin, nint index, int stride);

    /// <summary>The elements from <paramref name="index"/> on; lanes outside [0, <paramref name="extent"/>) take <paramref name="fill"/> and touch no memory.</summary>
    static abstract TVector LoadClipped(ref T row, nint index, nint extent, TVector fill);

    /// <summary>The elements <c>index + lane * stride</c>; lanes outside [0, <paramref name="extent"/>) take <paramref name="fill"/> and touch no memory.</summary>
    static abstract TVector LoadClippedStrided(ref T row, nint index, int stride, nint extent, TVector fill);

    /// <summary>Every bit set in the lanes whose <c>index + lane</c> lies in [0, <paramref name="extent"/>), none in the others: for <c>LoadInside</c> and <see cref="Select"/>.</summary>
    static abstract TVector Inside(nint index, nint extent);

    /// <summary>
    /// The elements from <paramref name="index"/> on; lanes outside [0, <paramref name="extent"/>) are zero and touch no memory.
    /// Where a loop loads at one index again and again, <paramref name="inside"/> keeps what <see cref="Inside"/> says of it.
    /// </summary>
    static abstract TVector LoadInside(ref T row, nint index, nint extent, TVector inside);

    /// <summary>The same, with <paramref name="fill"/> in the lanes outside.</summary>
    static abstract TVector LoadInside(ref T row, nint index, nint extent, TVector inside, TVector fill);

    /// <summary>The element at <paramref name="index"/> in the first lane, zero in the others: cheaper than <see cref="LoadInside(ref T, nint, nint, TVector)"/>, which may meet two lines.</summary>
    static abstract TVector LoadFirst(ref T origin, nint index);

    /// <summary>The same, with the lanes of <paramref name="fill"/> in the others.</summary>
    static abstract TVector LoadFirst(ref T origin, nint index, TVector fill);

    /// <summary>Writes the elements from <paramref name="index"/> on.</summary>
    static abstract void Store(TVector value, ref T origin, nint index);

    /// <summary>Stores each half of the lanes by itself: the lower one at <paramref name="lower"/>, the upper one at <paramref name="upper"/>.</summary>
    static abstract void StoreHalves(TVector value, ref T origin, nint lower, nint upper);

    /// <summary>Writes the elements from <paramref name="index"/> on; lanes outside [0, <paramref name="extent"/>) are dropped.</summary>
    static abstract void StoreClipped(TVector value, ref T row, nint index, nint extent);

    /// <summary>
    /// Writes the elements from <paramref name="index"/> on; lanes outside [0, <paramref name="extent"/>) are dropped.
    /// Where a loop stores at one index again and again, <paramref name="inside"/> keeps what <see cref="Inside"/> says of it.
    /// </summary>
    static abstract void StoreInside(TVector value, ref T row, nint index, nint extent, TVector inside);

    /// <summary>
    /// Writes the elements from <paramref name="index"/> on past the caches, where their address is a multiple of the vector's size; else as
    /// <see cref="Store"/>. For <see cref="PoolingOperands{T}.Streams"/>; the scheduler orders these stores before it returns.
    /// </summary>
    static abstract void StoreStreaming(TVector value, ref T origin, nint index);

    /// <summary>Adds to the elements <c>index + lane * stride</c>.</summary>
    static abstract void AddStrided(TVector value, ref T origin, nint index, int stride);

    /// <summary>The sum.</summary>
    static abstract TVector Add(TVector left, TVector right);

    /// <summary>The product.</summary>
    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>The quotient.</summary>
    static abstract TVector Divide(TVector left, TVector right);

    /// <summary>The larger; NaN if either is NaN (IEEE 754-2019 maximum).</summary>
    static abstract TVector Max(TVector left, TVector right);

    /// <summary>The larger; the other one if either is NaN (IEEE 754-2019 maximumNumber).</summary>
    static abstract TVector MaxNumber(TVector left, TVector right);

    /// <summary>The larger; the second if either is NaN. The cheapest of the three, for operands that are known or checked to be numbers.</summary>
    static abstract TVector MaxOfNumbers(TVector left, TVector right);

    /// <summary>The smaller; the second if either is NaN.</summary>
    static abstract TVector MinOfNumbers(TVector left, TVector right);

    /// <summary>The smaller; NaN if either is NaN (IEEE 754-2019 minimum).</summary>
    static abstract TVector Min(TVector left, TVector right);

    /// <summary>The smaller; the other one if either is NaN (IEEE 754-2019 minimumNumber).</summary>
    static abstract TVector MinNumber(TVector left, TVector right);

    /// <summary>The bits that differ: takes back from <paramref name="left"/> what <paramref name="right"/>, equal or zero, has been given.</summary>
    static abstract TVector Xor(TVector left, TVector right);

    /// <summary>The elements with even numbers of two neighbouring vectors; of one-element vectors, the lower.</summary>
    static abstract TVector Even(TVector low, TVector high);

    /// <summary>The elements with odd numbers of two neighbouring vectors; of one-element vectors, the higher.</summary>
    static abstract TVector Odd(TVector low, TVector high);

    /// <summary>The lower of the two vectors that <see cref="Even"/> and <see cref="Odd"/> take apart.</summary>
    static abstract TVector InterleaveLow(TVector even, TVector odd);

    /// <summary>The higher of the two vectors that <see cref="Even"/> and <see cref="Odd"/> take apart.</summary>
    static abstract TVector InterleaveHigh(TVector even, TVector odd);

    /// <summary>
    /// Every third element of three neighbouring vectors, from number <paramref name="first"/> (0, 1 or 2) on; of one-element vectors, the one of that number.
    /// </summary>
    static abstract TVector EveryThird(TVector low, TVector middle, TVector high, int first);

    /// <summary>The vector of number <paramref name="part"/> (0, 1 or 2) of the three that <see cref="EveryThird"/> takes apart.</summary>
    static abstract TVector WeaveThree(TVector first, TVector second, TVector third, int part);

    /// <summary>The vector that begins one element before <paramref name="current"/>: the last element of <paramref name="previous"/>, then all of current but its last.</summary>
    static abstract TVector ShiftIn(TVector previous, TVector current);

    /// <summary><see cref="ShiftIn"/> for each half of the lanes by itself: its first element is the last of the same half of <paramref name="previous"/>.</summary>
    static abstract TVector ShiftInHalves(TVector previous, TVector current);

    /// <summary>The vector that begins one element behind <paramref name="current"/>: all of current but its first element, then the first of <paramref name="next"/>.</summary>
    static abstract TVector ShiftOut(TVector current, TVector next);

    /// <summary><see cref="ShiftOut(TVector, TVector)"/> for each half of the lanes by itself: its last element is the first of the same half of <paramref name="next"/>.</summary>
    static abstract TVector ShiftOutHalves(TVector current, TVector next);

    /// <summary>
    /// The vector that begins <paramref name="by"/> elements behind <paramref name="current"/>: all of current but as many elements, then the first of
    /// <paramref name="next"/>. From 0 (current) to <see cref="Count"/> (next); a constant, which becomes part of an instruction.
    /// </summary>
    static abstract TVector ShiftOut(TVector current, TVector next, int by);

    /// <summary>The lanes that <paramref name="places"/> names, as integers of the element's size (<see cref="LoadTaps"/>), each of them a lane.</summary>
    static abstract TVector Permute(TVector value, TVector places);

    /// <summary><paramref name="then"/> where <paramref name="mask"/> has every bit, <paramref name="otherwise"/> where it has none.</summary>
    static abstract TVector Select(TVector mask, TVector then, TVector otherwise);

    /// <summary><paramref name="then"/> where the operands are equal, else <paramref name="otherwise"/>. NaN equals nothing.</summary>
    static abstract TVector SelectEqual(TVector left, TVector right, TVector then, TVector otherwise);

    /// <summary>
    /// <paramref name="then"/> where <paramref name="tap"/> is a winner under <see cref="Max"/> or <see cref="Min"/>: equal to the extreme, or NaN
    /// (the extreme of its window is NaN then too); else <paramref name="otherwise"/>.
    /// </summary>
    static abstract TVector SelectEqualOrNaN(TVector tap, TVector extreme, TVector then, TVector otherwise);

    /// <summary><paramref name="then"/> where <paramref name="tap"/> beats <paramref name="best"/> under <see cref="Max"/>: greater, or NaN where best is not.</summary>
    static abstract TVector SelectGreater(TVector tap, TVector best, TVector then, TVector otherwise);

    /// <summary><paramref name="then"/> where <paramref name="tap"/> beats <paramref name="best"/> under <see cref="MaxNumber"/>: greater, or a number where best is NaN.</summary>
    static abstract TVector SelectGreaterNumber(TVector tap, TVector best, TVector then, TVector otherwise);

    /// <summary><paramref name="then"/> where <paramref name="tap"/> beats <paramref name="best"/> under <see cref="Min"/>: less, or NaN where best is not.</summary>
    static abstract TVector SelectLess(TVector tap, TVector best, TVector then, TVector otherwise);

    /// <summary><paramref name="then"/> where <paramref name="tap"/> beats <paramref name="best"/> under <see cref="MinNumber"/>: less, or a number where best is NaN.</summary>
    static abstract TVector SelectLessNumber(TVector tap, TVector best, TVector then, TVector otherwise);

    /// <summary><paramref name="then"/> where <c>index + lane</c> lies in [0, <paramref name="extent"/>), else zero.</summary>
    static abstract TVector SelectInside(nint index, nint extent, TVector then);

    /// <summary><paramref name="then"/> where <c>index + lane * stride</c> lies in [0, <paramref name="extent"/>), else <paramref name="otherwise"/>.</summary>
    static abstract TVector SelectInsideStrided(nint index, int stride, nint extent, TVector then, TVector otherwise);

    /// <summary>Whether some lane is NaN.</summary>
    static abstract bool HasNaN(TVector value);

    /// <summary>Every lane the tap number <paramref name="number"/>, as an integer of the element's size; -1 is "no tap".</summary>
    static abstract TVector TapNumber(int number);

    /// <summary>Writes tap numbers or bit masks, narrowed to <typeparamref name="TTap"/> (byte, ushort or int), from <paramref name="index"/> on.</summary>
    static abstract void StoreTaps<TTap>(TVector taps, ref TTap origin, nint index)
        where TTap : unmanaged;

    /// <summary>Reads tap numbers or bit masks, widened from <typeparamref name="TTap"/> (byte, ushort or int), from <paramref name="index"/> on.</summary>
    static abstract TVector LoadTaps<TTap>(ref TTap origin, nint index)
        where TTap : unmanaged;

    /// <summary>Reads integers that are not negative, of type <typeparamref name="TNumber"/> (byte, ushort or int), as elements, from <paramref name="index"/> on.</summary>
    static abstract TVector LoadNumbers<TNumber>(ref TNumber origin, nint index)
        where TNumber : unmanaged;

    /// <summary>The bits of either.</summary>
    static abstract TVector Or(TVector left, TVector right);

    /// <summary>The bits of both.</summary>
    static abstract TVector And(TVector left, TVector right);

    /// <summary>The smaller of two tap numbers.</summary>
    static abstract TVector MinTaps(TVector left, TVector right);

    /// <summary>The larger of two tap numbers.</summary>
    static abstract TVector MaxTaps(TVector left, TVector right);

    /// <summary>Tap numbers <paramref name="by"/> larger.</summary>
    static abstract TVector AddToTaps(TVector taps, int by);

    /// <summary>Bit masks of the taps <paramref name="by"/> further on.</summary>
    static abstract TVector ShiftBits(TVector mask, int by);

    /// <summary><paramref name="then"/> where the bit mask has the bit <paramref name="number"/>, else zero.</summary>
    static abstract TVector SelectBit(TVector mask, int number, TVector then);

    /// <summary><paramref name="then"/> where the tap number is <paramref name="number"/>, else zero.</summary>
    static abstract TVector SelectTap(TVector taps, int number, TVector then);

    /// <summary><paramref name="sum"/>, and <paramref name="gradient"/> added where the tap number is <paramref name="number"/>.</summary>
    static abstract TVector AddTap(TVector sum, TVector taps, int number, TVector gradient);

    /// <summary><paramref name="sum"/>, and <paramref name="gradient"/> added where the bit mask has the bit <paramref name="number"/>.</summary>
    static abstract TVector AddBit(TVector sum, TVector mask, int number, TVector gradient);

    /// <summary><paramref name="sum"/>, and <paramref name="addend"/> added where the operands are equal.</summary>
    static abstract TVector AddIfEqual(TVector sum, TVector left, TVector right, TVector addend);

    /// <summary>The number of bits in each lane of a mask, as an integer of the element's size.</summary>
    static abstract TVector CountBits(TVector mask);

    /// <summary>
    /// Reads tap numbers or bit masks from <paramref name="index"/> on, of a memory of at least <see cref="Count"/> of them; lanes outside
    /// [0, <paramref name="extent"/>) touch no memory and hold anything.
    /// </summary>
    static abstract TVector LoadTapsClipped<TTap>(ref TTap origin, nint index, nint extent)
        where TTap : unmanaged;

    /// <summary><paramref name="then"/> where <c>index + lane * stride</c> lies in [0, <paramref name="extent"/>), else zero.</summary>
    static abstract TVector SelectInsideStrided(nint index, int stride, nint extent, TVector then);

    /// <summary>Writes the elements <c>index + lane * stride</c>; lanes that would lie outside [0, <paramref name="extent"/>) are dropped.</summary>
    static abstract void StoreStridedClipped(TVector value, ref T row, nint index, int stride, nint extent);

    /// <summary><paramref name="then"/> where <paramref name="left"/> is greater, else <paramref name="otherwise"/>. NaN is not greater.</summary>
    static abstract TVector SelectAbove(TVector left, TVector right, TVector then, TVector otherwise);

    /// <summary>The bit mask, with the bit <paramref name="number"/> where the operands are equal.</summary>
    static abstract TVector OrBitIfEqual(TVector mask, int number, TVector left, TVector right);

    /// <summary>The bit mask, with those of <paramref name="bits"/> where the operands are equal.</summary>
    static abstract TVector OrIfEqual(TVector mask, TVector bits, TVector left, TVector right);

    /// <summary>Whether every lane of <paramref name="value"/> is greater than <paramref name="bound"/>. NaN is not greater.</summary>
    static abstract bool AllAbove(TVector value, T bound);

    /// <summary>Whether every lane of <paramref name="value"/> is less than <paramref name="bound"/>. NaN is not less.</summary>
    static abstract bool AllBelow(TVector value, T bound);

    /// <summary>The lowest bit of each lane's bit mask.</summary>
    static abstract TVector LowestBit(TVector mask);

    /// <summary>The highest bit of each lane's bit mask, which is no sign bit.</summary>
    static abstract TVector HighestBit(TVector mask);

    /// <summary>The lanes whose bits are all set, a bit for each from the lowest up; the others have none set.</summary>
    static abstract ulong LanesOf(TVector mask);
}
