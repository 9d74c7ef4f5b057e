using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Every pooling as if no cache held its tensors: kernels then store past the caches and may go through memory in another order.</summary>
public sealed class StreamingTests
{
    public static TheoryData<string> Names => PoolingRegistry.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_the_reference(string name) => PoolingRegistry.Find(name).Run(new Streaming(s_channels));

    /// <summary>Pixels of some cache lines, of which those of a few windows exceed a first-level cache: windows go pixel by pixel, or row by row, then.</summary>
    [Theory]
    [InlineData(nameof(Max5x5ChannelsLast))]
    [InlineData(nameof(Max4x5FirstChannelsLast))]
    [InlineData(nameof(Max4x4SameChannelsLast))]
    [InlineData(nameof(Min5x4LastChannelsLastDouble))]
    [InlineData(nameof(Max3x3ChannelsLast))]
    [InlineData(nameof(Max5x3SplitChannelsLast))]
    [InlineData(nameof(MinDoubleChannelsLast))]
    [InlineData(nameof(Max7x7ChannelsLast))]
    [InlineData(nameof(Max2x2ChannelsLast))]
    [InlineData(nameof(Max3x3Stride2ChannelsLast))]
    [InlineData(nameof(Max3x3Stride2AllChannelsLast))]
    [InlineData(nameof(MaxCeilChannelsLast))]
    [InlineData(nameof(Max4x4Stride2ChannelsLast))]
    [InlineData(nameof(Min3x5LastChannelsLast))]
    [InlineData(nameof(Max2x4ChannelsLast))]
    [InlineData(nameof(Max3x3Strides2x1FirstChannelsLast))]
    [InlineData(nameof(Min3x2SplitChannelsLastDouble))]
    public void Agrees_where_pixels_are_wide(string name) => PoolingRegistry.Find(name).Run(new Streaming([97, 413]));

    // Channels of one vector and several, of less than one, and of vectors and a rest.
    private static readonly int[] s_channels = [1, 3, 5, 16, 32, 37];

    private sealed class Streaming(int[] channelCounts) : IPoolingTest
    {
        private static readonly (int Height, int Width)[] s_extents = [(1, 6), (9, 2), (12, 21), (23, 19)];

        // Rows of whole vectors before and behind windows at distance 2, which are stored past the caches where channels come first, and of vectors and a half.
        private static readonly (int Channels, int Height, int Width)[] s_wholeRows = [(3, 5, 32), (1, 6, 48), (2, 4, 96)];

        // From a cache line to the results: whole lines are stored past the caches, others through them.
        private static readonly int[] s_distances = [0, 1];

        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            int number = 0;
            var shapes = from channels in channelCounts from extents in s_extents select (channels, extents.Height, extents.Width);
            foreach ((int channels, int height, int width) in shapes.Concat(s_wholeRows))
            {
                PoolingShape shape = spec.OfRank(new(2, channels, height, width));
                if (!ReferencePooling.Fits(spec, shape))
                    continue;
                DataClass data = DataMaker.Classes[(number + TestSeed.Value) % DataMaker.Classes.Count];
                var expected = ReferenceCase<T>.Make(spec, shape, data, TestSeed.Value + number++);
                foreach (int distance in s_distances)
                {
                    var placed = new PlacedPooling<T>(pooling, distance);
                    Lanes.Each(lanes => CacheSize.Force(
                        0, () => Verify.AllMembers(placed, expected, $"streaming, {distance} behind a cache line, {lanes}, {TestSeed.Description}")));
                }
            }
        }
    }
}
