using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Planes with as many windows as elements, which some passes take as runs of elements: narrow ones, few and many, blocks with a rest.</summary>
public sealed class FlatPlanesTests
{
    [Theory]
    [InlineData(nameof(Max3x3Padded))]
    [InlineData(nameof(Max5x5))]
    [InlineData(nameof(Max13x13))]
    [InlineData(nameof(Max13x13All))]
    [InlineData(nameof(Max4x4SameSplit))]
    [InlineData(nameof(Max3x4IgnoresNaN))]
    public void Agree_with_the_reference(string name) => PoolingRegistry.Find(name).Run(new NarrowPlanes());

    [Fact]
    public void Any_division_and_any_neighbours_give_the_same_results()
    {
        const int planes = 600, width = 14, inputs = width * width;
        float[] input = Values(planes * inputs);
        input[7 * inputs + 3] = float.NaN; // one plane of a block, and one whose neighbours' last and first elements it is
        input[(12 * inputs) - 1] = float.NaN;
        input[300 * inputs] = float.NegativeInfinity;
        float[] gradient = Values(planes * inputs);
        var alone = new Results(input.Length);
        for (int plane = 0; plane < planes; plane++)
            alone.Compute<Max3x3Padded>(input, gradient, plane * inputs, new(1, 1, width, width), null);
        foreach (int threads in (int[])[1, 2, 5])
        {
            var together = new Results(input.Length);
            together.Compute<Max3x3Padded>(input, gradient, 0, new(1, planes, width, width), new() { MaxDegreeOfParallelism = threads });
            Assert.Equal(alone.Output, together.Output);
            Assert.Equal(alone.InputGradient, together.InputGradient);
        }
    }

    [Fact]
    public void Wide_planes_and_very_high_ones_are_left_alone()
    {
        int lanes = LaneSelection.Lanes<float>();
        Assert.Equal(lanes > 1, Of(height: 7, width: lanes) is not null);
        Assert.Null(Of(height: 7, width: 2 * lanes));
        Assert.Null(Of(height: 5000, width: lanes));

        static FlatPlanes? Of(int height, int width) => FlatPlanes.Of<float>(Geometry(height, width), widest: 135, recordBytes: 1);
    }

    [Theory]
    [InlineData(7, 7, 49, 0)]
    [InlineData(14, 14, 3 * 196, 5)]
    [InlineData(28, 28, 40 * 784, 15)]
    [InlineData(1, 1, 1, 3)]
    [InlineData(300, 500, 300 * 500, 1)]
    public void Chunks_cover_a_share_end_at_cache_lines_and_are_not_too_short(int height, int width, int share, int inLine)
    {
        var chunks = new FlatChunks(Geometry(height, width), lanes: 16, sizeof(float));
        const int first = 196;
        var lengths = new List<nint>();
        nint next;
        for (nint from = first; from < first + share; from = next)
        {
            next = chunks.Next(from, first + share, inLine);
            Assert.True(next > from && next <= first + share);
            Assert.True(next == first + share || (next + inLine) % 16 == 0, $"a chunk ends at {next}");
            lengths.Add(next - from);
        }
        Assert.Equal(share, lengths.Sum(length => (long)length));
        Assert.True(lengths.Count == 1 || lengths.Min() >= 512, $"a chunk of {lengths.Min()} elements");
        Assert.True(chunks.Copies >= (lengths.Max() + 2 * chunks.Margin + 16) * sizeof(float));
        Assert.True(chunks.RecordCopies - chunks.Copies >= (chunks.Before + lengths.Max() + chunks.After) * sizeof(float));
    }

    private static float[] Values(int count)
    {
        var random = new Random(TestSeed.Value);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(-9, 9))];
    }

    private static PoolingGeometry Geometry(int height, int width)
    {
        var axis = new PoolingAxis(Kernel: 3, Stride: 1, PaddingBegin: 1, PaddingEnd: 1);
        return PoolingGeometry.Create(new(1, 64, height, width), TensorLayout.ChannelsFirst, axis, axis);
    }

    private sealed class Results(int length)
    {
        public float[] Output { get; } = new float[length];

        public float[] InputGradient { get; } = new float[length];

        public void Compute<TPooling>(float[] input, float[] gradient, int first, PoolingShape shape, ParallelOptions? parallel)
            where TPooling : IPooling<float>
        {
            int count = (int)shape.ElementCount;
            var workspace = new byte[TPooling.WorkspaceLength(shape)];
            TPooling.ForwardTraining(input.AsSpan(first, count), Output.AsSpan(first, count), workspace, shape, parallel);
            TPooling.BackwardTraining(gradient.AsSpan(first, count), input.AsSpan(first, count), workspace, InputGradient.AsSpan(first, count), shape, parallel);
        }
    }

    private sealed class NarrowPlanes : IPoolingTest
    {
        private static readonly int[] s_heights = [1, 14, 2, 3, 40, 7, 5];

        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            int number = 0;
            foreach (int planes in (int[])[1, 4, 5, 33])
            {
                foreach (int width in (int[])[1, 2, 3, 5, 7, 8, 11, 13, 14, 16, 17, 20, 21, 22])
                {
                    PoolingShape shape = spec.OfRank(new(1, planes, s_heights[number % s_heights.Length], width));
                    DataClass data = DataMaker.Classes[(number + TestSeed.Value) % DataMaker.Classes.Count];
                    var expected = ReferenceCase<T>.Make(spec, shape, data, TestSeed.Value + number++);
                    Lanes.Each(lanes => Verify.AllMembers(pooling, expected, $"{planes} planes, {lanes}, {TestSeed.Description}"));
                }
            }
        }
    }
}
