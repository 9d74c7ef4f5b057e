using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Conversions between tensors and what kernels compute with, by themselves: every Half, and quotients about their halves.</summary>
public sealed class ConversionTests
{
    // In order, whole vectors of one sort, and in no order, of every sort beside each other.
    private static readonly Half[] s_halves =
    [
        .. Enumerable.Range(0, 1 << 16).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits)),
        .. Enumerable.Range(0, 1 << 16).Select(number => BitConverter.UInt16BitsToHalf((ushort)(number * 40503))),
    ];

    [Fact]
    public void Every_half_widens_to_the_same_number_and_comes_back()
    {
        var singles = new float[s_halves.Length];
        HalfConversion.Widen(s_halves, singles);
        Assert.Equal(s_halves.Select(half => (float)half), singles);
        var back = new Half[singles.Length];
        HalfConversion.Narrow(singles, back);
        Assert.Equal(s_halves, back);
    }

    /// <summary>The midpoint of each two neighbours goes to the even one, and what lies beside it to the nearer.</summary>
    [Fact]
    public void A_float_is_rounded_to_the_nearest_half_and_to_the_even_one_between_two()
    {
        var singles = new List<float>();
        for (int bits = 0; bits < 0x7C00; bits++)
        {
            float midpoint = ((float)BitConverter.UInt16BitsToHalf((ushort)bits) + (bits == 0x7BFF ? 65536 : (float)BitConverter.UInt16BitsToHalf((ushort)(bits + 1)))) / 2;
            singles.AddRange([midpoint, MathF.BitDecrement(midpoint), MathF.BitIncrement(midpoint), -midpoint, -MathF.BitDecrement(midpoint), -MathF.BitIncrement(midpoint)]);
        }
        singles.AddRange([1e-9f, 1e9f, -1e9f, float.MaxValue, float.Epsilon, float.NegativeInfinity]);
        var halves = new Half[singles.Count];
        HalfConversion.Narrow(singles.ToArray(), halves);
        Assert.Equal(singles.Select(single => (Half)single), halves);
    }

    [Fact]
    public void Keys_have_the_order_of_the_numbers_and_lead_back()
    {
        Half[] numbers = [.. s_halves.Where(half => !Half.IsNaN(half))];
        var keys = new short[numbers.Length];
        HalfKeys.NaNAboveAll.Widen(numbers, keys);
        Half[] inOrderOfKeys = [.. numbers.Zip(keys).OrderBy(pair => pair.Second).Select(pair => pair.First)];
        Assert.True(inOrderOfKeys.Zip(inOrderOfKeys[1..]).All(pair => pair.First <= pair.Second));
        Assert.Equal((HalfKeys.NegativeInfinity, HalfKeys.PositiveInfinity), (keys.Min(), keys.Max()));
        var back = new Half[keys.Length];
        HalfKeys.NaNAboveAll.Narrow(keys, back);
        Compare.Bits<Half>(back, numbers, new PoolingShape(1, 1, back.Length), TensorLayout.ChannelsFirst, "back from keys");
    }

    [Fact]
    public void A_NaN_stands_where_its_rule_wants_it()
    {
        Half[] nans = [.. s_halves.Where(Half.IsNaN)];
        Assert.Equal(2 * 2046, nans.Length);
        Check<HalfKeys.NaNAboveAll>(Half.NaN);
        Check<HalfKeys.NaNBelowAll>(Half.NaN);
        Check<HalfKeys.NaNAsNegativeInfinity>(Half.NegativeInfinity);
        Check<HalfKeys.NaNAsPositiveInfinity>(Half.PositiveInfinity);

        void Check<TConversion>(Half expected)
            where TConversion : IElementConversion<Half, short>
        {
            var keys = new short[nans.Length];
            TConversion.Widen(nans, keys);
            short key = Assert.Single(keys.Distinct());
            Assert.True(Half.IsNaN(expected) ? key is short.MinValue or short.MaxValue : key is HalfKeys.NegativeInfinity or HalfKeys.PositiveInfinity);
            var back = new Half[keys.Length];
            TConversion.Narrow(keys, back);
            Assert.All(back, half => Assert.Equal(expected, half));
        }
    }

    [Fact]
    public void Integers_widen_exactly()
    {
        Check<sbyte, float>();
        Check<byte, float>();
        Check<short, float>();
        Check<sbyte, double>();
        Check<byte, double>();
        Check<short, double>();
        Check<int, double>();

        static void Check<T, TComputed>()
            where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
            where TComputed : unmanaged, IBinaryFloatingPointIeee754<TComputed>
        {
            var random = new Random(1);
            T[] elements = [T.MinValue, T.MaxValue, T.Zero, .. Enumerable.Range(0, 10_000).Select(_ => T.CreateTruncating(random.NextInt64()))];
            var computed = new TComputed[elements.Length];
            IntegerConversion<T, TComputed>.Widen(elements, computed);
            Assert.Equal(elements.Select(TComputed.CreateChecked), computed);
            var back = new T[elements.Length];
            IntegerConversion<T, TComputed>.Narrow(computed, back);
            Assert.Equal(elements, back);
        }
    }

    [Fact]
    public void Results_beyond_the_type_are_saturated_and_fractions_rounded_half_to_even()
    {
        double[] results = [-1e9, -128.5, -129, 127.4, 127.5, 128, 1e9, 0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994, 1.5000000000000002, -2.5, 3.4, 3.6];
        sbyte[] expected = [-128, -128, -128, 127, 127, 127, 127, 0, 2, 2, 0, -2, 0, 2, -2, 3, 4];
        var bytes = new sbyte[results.Length];
        IntegerConversion<sbyte, double>.Narrow(results, bytes);
        Assert.Equal(expected, bytes);
        IntegerConversion<sbyte, float>.Narrow([.. results.Select(result => (float)result)], bytes);
        expected[12] = 0;
        Assert.Equal(expected, bytes);
    }

    /// <summary>For every divisor of a window, sums about each half of a quotient: rounded as the remainder says. In float to 2^23, in double to 2^52.</summary>
    [Fact]
    public void A_quotient_is_rounded_half_to_even_as_if_it_were_exact()
    {
        var random = new Random(TestSeed.Value);
        for (int divisor = 1; divisor <= 1000; divisor++)
        {
            Check<short, float>(divisor, Sums(divisor, 1L << 23, short.MaxValue));
            Check<int, double>(divisor, Sums(divisor, 1L << 52, int.MaxValue));
        }
        foreach (int divisor in (int[])[65_535, 65_536, 999_999, (1 << 21) - 1, 1 << 24, int.MaxValue])
            Check<int, double>(divisor, Sums(divisor, 1L << 52, int.MaxValue));

        List<long> Sums(int divisor, long limit, long greatest)
        {
            List<long> sums = [147];
            long most = Math.Min((limit - 1) / divisor, greatest);
            for (int i = 0; i < 40; i++)
            {
                long quotient = i < 8 ? most - i : random.NextInt64(most + 1);
                long half = quotient * divisor + divisor / 2;
                sums.AddRange(from beside in (long[])[-1, 0, 1] let sum = half + beside where sum >= 0 && sum < limit from sign in (int[])[1, -1] select sign * sum);
            }
            return sums;
        }

        static void Check<T, TComputed>(int divisor, List<long> sums)
            where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
            where TComputed : unmanaged, IBinaryFloatingPointIeee754<TComputed>
        {
            var quotients = new T[sums.Count];
            IntegerConversion<T, TComputed>.NarrowQuotients([.. sums.Select(TComputed.CreateChecked)], divisor, quotients);
            var each = new T[sums.Count];
            IntegerConversion<T, TComputed>.NarrowQuotients([.. sums.Select(TComputed.CreateChecked)], [.. sums.Select(_ => TComputed.CreateChecked(divisor))], each);
            Assert.Equal(quotients, each);
            for (int i = 0; i < quotients.Length; i++)
                Assert.True(quotients[i] == Expected(sums[i]), $"{sums[i]} / {divisor} in {typeof(TComputed).Name}: {quotients[i]}, expected {Expected(sums[i])}");

            T Expected(long sum)
            {
                (long quotient, long remainder) = Math.DivRem(Math.Abs(sum), divisor);
                bool up = 2 * remainder > divisor || (2 * remainder == divisor && quotient % 2 == 1);
                return T.CreateSaturating(Math.Sign(sum) * (quotient + (up ? 1 : 0)));
            }
        }
    }

    /// <summary>Fewer sums than a vector, whole vectors, and a last one that overlaps.</summary>
    [Fact]
    public void Sums_are_divided_each_by_its_own_divisor()
    {
        for (int count = 0; count <= 70; count++)
        {
            int[] sums = [.. Enumerable.Range(0, count).Select(i => 31 * i - 500)], divisors = [.. Enumerable.Range(0, count).Select(i => 1 + i * 7 % 25)];
            short[] expected = [.. sums.Zip(divisors, (sum, divisor) => (short)Math.Round((decimal)sum / divisor, MidpointRounding.ToEven))];
            var single = new short[count];
            IntegerConversion<short, float>.NarrowQuotients([.. sums.Select(sum => (float)sum)], [.. divisors.Select(divisor => (float)divisor)], single);
            Assert.Equal(expected, single);
            var twice = new short[count];
            IntegerConversion<short, double>.NarrowQuotients([.. sums.Select(sum => (double)sum)], [.. divisors.Select(divisor => (double)divisor)], twice);
            Assert.Equal(expected, twice);
        }
    }
}
