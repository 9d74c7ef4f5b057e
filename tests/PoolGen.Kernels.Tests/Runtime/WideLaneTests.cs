using System.Numerics;
using System.Runtime.Intrinsics;
using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Lane operations on elements of 32 and 64 bits that no narrower type has, or that are other instructions there, at every width, against plain code.</summary>
public sealed class WideLaneTests
{
    [Fact]
    public void Float()
    {
        Widths<float>();
        Operations<LanesPart<float, Three>, Vector128<float>, float>.Check();
        Operations<LanesPart<float, Two>, Vector128<float>, float>.Check();
    }

    [Fact]
    public void Double() => Widths<double>();

    private static void Widths<T>()
        where T : unmanaged, INumber<T>
    {
        Operations<Lanes512<T>, Vector512<T>, T>.Check();
        Operations<Lanes256<T>, Vector256<T>, T>.Check();
        Operations<Lanes128<T>, Vector128<T>, T>.Check();
        Operations<LanesOne<T>, T, T>.Check();
    }

    private static class Operations<TLanes, TVector, T>
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        private static readonly int s_count = TLanes.Count;

        public static void Check()
        {
            T[] two = [.. Enumerable.Range(1, 2 * s_count).Select(T.CreateChecked)];
            TVector current = TLanes.Load(ref two[0], 0), next = TLanes.Load(ref two[0], s_count);
            for (int by = 0; by <= s_count; by++)
                Assert.Equal(two[by..(by + s_count)], Elements(TLanes.ShiftOut(current, next, by)));

            int[] places = [.. Enumerable.Range(0, s_count).Select(lane => (3 * lane + 1) % s_count)];
            Assert.Equal(places.Select(place => two[place]), Elements(TLanes.Permute(current, TLanes.LoadTaps(ref places[0], 0))));

            for (int extent = 0; extent <= s_count; extent++)
                Assert.Equal((1UL << extent) - 1, TLanes.LanesOf(TLanes.SelectInside(0, extent, TLanes.TapNumber(-1))));
            for (int lane = 0; lane < s_count; lane++)
                Assert.Equal(1UL << lane, TLanes.LanesOf(TLanes.SelectEqual(current, TLanes.Broadcast(two[lane]), TLanes.TapNumber(-1), TLanes.Zero)));
            CheckRecords(two[..s_count]);
            CheckNaN(two[..s_count]);
        }

        /// <summary>Kernels that take taps for numbers learn by this that some are not.</summary>
        private static void CheckNaN(T[] numbers)
        {
            T[] none = [.. Enumerable.Repeat(T.Zero / T.Zero, s_count)];
            TVector current = TLanes.Load(ref numbers[0], 0), nan = TLanes.Broadcast(none[0]);
            Assert.Equal(none, Elements(TLanes.MaxOfNumbers(current, nan)));
            Assert.Equal(none, Elements(TLanes.MinOfNumbers(current, nan)));
            Assert.Equal(numbers, Elements(TLanes.MaxOfNumbers(nan, current)));
            Assert.Equal(numbers, Elements(TLanes.MinOfNumbers(nan, current)));
        }

        // Of each lane: the tap that won, and all taps below it as bits.
        private static void CheckRecords(T[] values)
        {
            byte[] numbers = [.. Enumerable.Range(0, s_count).Select(lane => (byte)(lane % 5))], masks = [.. numbers.Select(number => (byte)((1 << number) - 1))];
            TVector value = TLanes.Load(ref values[0], 0), taps = TLanes.LoadTaps(ref numbers[0], 0), bits = TLanes.LoadTaps(ref masks[0], 0);
            for (int tap = 0; tap < 5; tap++)
            {
                T[] won = [.. values.Select((element, lane) => numbers[lane] == tap ? element : T.Zero)];
                T[] shared = [.. values.Select((element, lane) => tap < numbers[lane] ? element : T.Zero)];
                Assert.Equal(won, Elements(TLanes.SelectTap(taps, tap, value)));
                Assert.Equal(shared, Elements(TLanes.SelectBit(bits, tap, value)));
                Assert.Equal(values.Zip(won, (sum, added) => sum + added), Elements(TLanes.AddTap(value, taps, tap, value)));
                Assert.Equal(values.Zip(shared, (sum, added) => sum + added), Elements(TLanes.AddBit(value, bits, tap, value)));
            }
        }

        private static T[] Elements(TVector vector)
        {
            var elements = new T[s_count];
            TLanes.Store(vector, ref elements[0], 0);
            return elements;
        }
    }
}
