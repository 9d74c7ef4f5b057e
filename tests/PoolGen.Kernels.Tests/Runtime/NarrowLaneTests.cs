using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The lane operations of forward passes on elements of 8 and 16 bits, at every width, against plain code.</summary>
public sealed class NarrowLaneTests
{
    [Fact]
    public void Sbyte() => Widths<sbyte>();

    [Fact]
    public void Byte() => Widths<byte>();

    [Fact]
    public void Short() => Widths<short>();

    // Their paths are those of floats, but for the extremes.
    [Fact]
    public void Int() => Widths<int>();

    private static void Widths<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        Operations<Lanes512<T>, Vector512<T>, T>.Check();
        Operations<Lanes256<T>, Vector256<T>, T>.Check();
        Operations<Lanes128<T>, Vector128<T>, T>.Check();
        if (Unsafe.SizeOf<T>() == 1)
            Operations<LanesPart<T, Eight>, Vector128<T>, T>.Check();
        if (Unsafe.SizeOf<T>() <= 2)
            Operations<LanesPart<T, Four>, Vector128<T>, T>.Check();
        Operations<LanesPart<T, Three>, Vector128<T>, T>.Check();
        Operations<LanesPart<T, Two>, Vector128<T>, T>.Check();
    }

    private static class Operations<TLanes, TVector, T>
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        private static readonly int s_count = TLanes.Count;

        public static void Check()
        {
            var random = new Random(1);
            var memory = new T[6 * s_count];
            random.NextBytes(MemoryMarshal.AsBytes(memory.AsSpan()));
            ref T origin = ref memory[0];
            T[] a = memory[..s_count], b = memory[s_count..(2 * s_count)], c = memory[(2 * s_count)..(3 * s_count)];
            TVector x = TLanes.Load(ref origin, 0), y = TLanes.Load(ref origin, s_count), z = TLanes.Load(ref origin, 2 * s_count);
            T[] two = [.. a, .. b], three = [.. a, .. b, .. c];

            Equal(a.Zip(b, T.Max), TLanes.MaxOfNumbers(x, y));
            Equal(a.Zip(b, T.Min), TLanes.MinOfNumbers(x, y));
            Equal(two.Where((_, i) => i % 2 == 0), TLanes.Even(x, y));
            Equal(two.Where((_, i) => i % 2 == 1), TLanes.Odd(x, y));
            Equal(a.Zip(b).SelectMany(pair => (T[])[pair.First, pair.Second]).Take(s_count), TLanes.InterleaveLow(x, y));
            Equal(a.Zip(b).SelectMany(pair => (T[])[pair.First, pair.Second]).Skip(s_count), TLanes.InterleaveHigh(x, y));
            Equal(two[(s_count - 1)..^1], TLanes.ShiftIn(x, y));
            Equal(two[1..(s_count + 1)], TLanes.ShiftOut(x, y));
            for (int by = 0; by <= s_count; by++)
                Equal(two[by..(by + s_count)], TLanes.ShiftOut(x, y, by));
            for (int first = 0; first < 3; first++)
                Equal(three.Where((_, i) => i % 3 == first), TLanes.EveryThird(x, y, z, first));
            T[] woven = [.. Enumerable.Range(0, 3 * s_count).Select(i => three[i % 3 * s_count + i / 3])];
            for (int part = 0; part < 3; part++)
                Equal(woven[(part * s_count)..((part + 1) * s_count)], TLanes.WeaveThree(x, y, z, part));
            for (int stride = 1; stride <= 5; stride++)
                Equal(Enumerable.Range(0, s_count).Select(lane => memory[3 + lane * stride]), TLanes.LoadStrided(ref origin, 3, stride));

            T fill = T.CreateTruncating(99);
            TVector outside = TLanes.Broadcast(fill);
            Equal(Enumerable.Range(0, s_count).Select(lane => lane == 0 ? memory[3] : T.Zero), TLanes.LoadFirst(ref origin, 3));
            Equal(Enumerable.Range(0, s_count).Select(lane => lane == 0 ? memory[3] : fill), TLanes.LoadFirst(ref origin, 3, outside));
            for (int extent = 1; extent <= 2 * s_count; extent += extent < 5 ? 1 : 7)
            {
                for (int index = -s_count - 1; index <= 2 * s_count + 1; index++)
                {
                    T At(int position, T otherwise) => position >= 0 && position < extent ? memory[position] : otherwise;
                    IEnumerable<int> lanes = Enumerable.Range(0, s_count);
                    Equal(lanes.Select(lane => At(index + lane, fill)), TLanes.LoadClipped(ref origin, index, extent, outside));
                    TVector inside = TLanes.Inside(index, extent);
                    Equal(lanes.Select(lane => At(index + lane, T.Zero)), TLanes.LoadInside(ref origin, index, extent, inside));
                    Equal(lanes.Select(lane => At(index + lane, fill)), TLanes.LoadInside(ref origin, index, extent, inside, outside));
                    Equal(lanes.Select(lane => index + lane >= 0 && index + lane < extent ? a[lane] : T.Zero), TLanes.SelectInside(index, extent, x));
                    for (int stride = 1; stride <= 4; stride++)
                    {
                        Equal(lanes.Select(lane => At(index + lane * stride, fill)), TLanes.LoadClippedStrided(ref origin, index, stride, extent, outside));
                        IEnumerable<bool> within = lanes.Select(lane => index + lane * stride >= 0 && index + lane * stride < extent);
                        Equal(within.Select((isInside, lane) => isInside ? a[lane] : b[lane]), TLanes.SelectInsideStrided(index, stride, extent, x, y));
                        Equal(within.Select((isInside, lane) => isInside ? a[lane] : T.Zero), TLanes.SelectInsideStrided(index, stride, extent, x));
                    }

                    T[] written = [.. memory[..(2 * s_count)]], alike = [.. written];
                    for (int lane = 0; lane < s_count; lane++)
                    {
                        if (index + lane >= 0 && index + lane < extent)
                            alike[index + lane] = c[lane];
                    }
                    TLanes.StoreClipped(z, ref written[0], index, extent);
                    Assert.Equal(alike, written);
                    written = [.. memory[..(2 * s_count)]];
                    TLanes.StoreInside(z, ref written[0], index, extent, inside);
                    Assert.Equal(alike, written);
                }
            }
        }

        private static void Equal(IEnumerable<T> expected, TVector actual, [CallerArgumentExpression(nameof(actual))] string operation = "")
        {
            var elements = new T[s_count];
            TLanes.Store(actual, ref elements[0], 0);
            Assert.True(expected.SequenceEqual(elements), $"{typeof(TLanes).Name}, {typeof(T).Name}: {operation}");
        }
    }
}
