using System.Runtime.Intrinsics;
using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Parts of vectors: memory beside their elements is not met, and lanes behind them say nothing.</summary>
public sealed class PartLaneTests
{
    [Fact]
    public void Memory_beside_the_elements_is_left_alone()
    {
        Check<Two>();
        Check<Three>();

        static void Check<TCount>()
            where TCount : struct, ILaneCount
        {
            int count = TCount.Value;
            Vector128<float> value = Vector128.Create(5f, 6f, 7f, 8f);
            foreach (int stride in (int[])[1, 2])
            {
                float[] expected = [.. Enumerable.Repeat(1f, 9)], stored = [.. expected], added = [.. expected];
                for (int lane = 0; lane < count; lane++)
                    expected[1 + lane * stride] = value[lane];
                LanesPart<float, TCount>.StoreStridedClipped(value, ref stored[0], 1, stride, stored.Length);
                Assert.Equal(expected, stored);
                LanesPart<float, TCount>.AddStrided(value, ref added[0], 1, stride);
                Assert.Equal(expected.Select(element => element == 1 ? 1 : element + 1), added);
            }
            float[] one = [.. Enumerable.Repeat(1f, 9)], streamed = [.. one];
            value.AsSpan(count).CopyTo(one.AsSpan(1));
            LanesPart<float, TCount>.StoreStreaming(value, ref streamed[0], 1);
            Assert.Equal(one, streamed);
        }
    }

    [Fact]
    public void Tap_numbers_and_masks_of_every_size()
    {
        Check<Two, byte>(taps => [.. taps.Select(tap => (byte)tap)]);
        Check<Three, byte>(taps => [.. taps.Select(tap => (byte)tap)]);
        Check<Two, ushort>(taps => [.. taps.Select(tap => (ushort)tap)]);
        Check<Three, ushort>(taps => [.. taps.Select(tap => (ushort)tap)]);
        Check<Two, int>(taps => taps);
        Check<Three, int>(taps => taps);

        static void Check<TCount, TTap>(Func<int[], TTap[]> convert)
            where TCount : struct, ILaneCount
            where TTap : unmanaged
        {
            int count = TCount.Value;
            int[] numbers = [7, -1, 200, 40];
            TTap[] none = convert([9, 9, 9, 9, 9, 9]), expected = convert([9, .. numbers[..count], .. Enumerable.Repeat(9, 5 - count)]);
            LanesPart<float, TCount>.StoreTaps(Vector128.Create(numbers).AsSingle(), ref none[0], 1);
            Assert.Equal(expected, none);

            Vector128<float> loaded = LanesPart<float, TCount>.LoadTaps(ref none[0], 1);
            Vector128<float> kept = LanesPart<float, TCount>.SelectTap(loaded, 200, Vector128.Create(1f));
            Assert.Equal(((float[])[0, 0, 1])[..count], kept.AsSpan(count).ToArray());
            Vector128<float> moved = LanesPart<float, TCount>.LoadTapsClipped(ref none[0], 0, 6);
            Assert.Equal(9, moved.AsInt32()[0]);
            Assert.Equal(7, moved.AsInt32()[1]);
            Assert.Equal(7, LanesPart<float, TCount>.LoadTapsClipped(ref none[1], -1, count).AsInt32()[1]);
            Assert.Equal(7, LanesPart<float, TCount>.LoadTapsClipped(ref none[0], 1, 2).AsInt32()[0]);
        }
    }

    [Fact]
    public void Lanes_behind_the_elements_say_nothing()
    {
        Vector128<float> value = Vector128.Create(1f, 2f, 3f, float.NaN);
        Assert.False(LanesPart<float, Three>.HasNaN(value));
        Assert.True(LanesPart<float, Three>.HasNaN(value.WithElement(2, float.NaN)));
        Assert.True(LanesPart<float, Three>.AllAbove(value, 0));
        Assert.False(LanesPart<float, Three>.AllAbove(value, 1));
        Assert.True(LanesPart<float, Three>.AllBelow(value, 4));
        Assert.False(LanesPart<float, Three>.AllBelow(value, 3));
        Assert.Equal(0b111UL, LanesPart<float, Three>.LanesOf(Vector128<float>.AllBitsSet));
        Assert.True(LanesPart<float, Two>.AllBelow(value, 3));
        Assert.False(LanesPart<float, Two>.HasNaN(value.WithElement(2, float.NaN)));
    }
}

file static class VectorElements
{
    /// <summary>The first elements of a vector.</summary>
    public static Span<float> AsSpan(this Vector128<float> value, int count)
    {
        var elements = new float[4];
        value.CopyTo(elements);
        return elements.AsSpan(0, count);
    }
}
