using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// Planes narrower than a vector, which some passes take side by side: as many as one block holds, fewer, and blocks with a rest. Of others winners are looked up.
/// </summary>
public sealed class PackedPlanesTests
{
    private static readonly PlanePacking s_packing = new(Least: 25, Most: 60, MostJoined: 60, RecordBytes: 1);

    [Theory]
    [InlineData(nameof(Max3x3Stride2))]
    [InlineData(nameof(Max3x3Stride2All))]
    [InlineData(nameof(Max3x3Strides2x1Split))] // whose winners are looked up
    [InlineData(nameof(Max4x2Strides1x4))]
    [InlineData(nameof(Max4x6Strides2x1))] // and these at any width
    [InlineData(nameof(MaxValid))] // without padding, windows between planes hold columns of theirs
    public void Agree_with_the_reference(string name) => PoolingRegistry.Find(name).Run(new NarrowPlanes());

    [Fact]
    public void Wide_planes_and_single_ones_are_left_alone()
    {
        Assert.Null(PackedPlanes.Of<float>(Geometry(planes: 1, width: LaneSelection.Lanes<float>()), s_packing));
        Assert.Null(PackedPlanes.Of<float>(Geometry(planes: 64, width: 200), s_packing));
        Assert.Null(PackedPlanes.Of<float>(Geometry(planes: 64, width: LaneSelection.Lanes<float>()), default));
    }

    [Theory]
    [InlineData(50, 2, true)]
    [InlineData(50, 1, false)]
    [InlineData(25, 2, false)]
    [InlineData(0, 4, false)]
    public void Winners_are_looked_up_where_rows_fill_no_more_of_a_vector_than_the_kernel_says(int most, int part, bool served)
    {
        foreach (LaneWidth width in LaneSelection.Accelerated.Where(width => width > LaneWidth.One))
        {
            LaneSelection.Force(width, () =>
            {
                int outputs = LaneSelection.Lanes<float>() / part;
                PoolingGeometry geometry = Geometry(planes: 64, width: 2 * outputs);
                Assert.Equal(outputs, geometry.Width.OutputExtent);
                Assert.Equal(served, new PlaneScattering(most, RecordBytes: 1, WinnerRecords.Taps).Serves<float>(geometry));
            });
        }
    }

    [Fact]
    public void Planes_without_rows_left_over_are_packed_up_to_an_extent_of_their_own()
    {
        PoolingGeometry geometry = Geometry(planes: 64, width: LaneSelection.Lanes<float>());
        Assert.Equal(geometry.Height.InputExtent, 2 * geometry.Height.OutputExtent);
        Assert.NotNull(PackedPlanes.Of<float>(geometry, s_packing with { Most = 0 }));
        Assert.Null(PackedPlanes.Of<float>(geometry, s_packing with { MostJoined = 40 }));
    }

    [Fact]
    public void No_window_of_a_plane_reaches_into_the_next()
    {
        foreach (LaneWidth lanes in LaneSelection.Accelerated.Where(lanes => lanes > LaneWidth.One))
        {
            LaneSelection.Force(lanes, () =>
            {
                for (int width = LaneSelection.Lanes<float>() / 2 + 1; width <= LaneSelection.Lanes<float>(); width++)
                    RequireDistance(width);
            });
        }
    }

    [Theory]
    [InlineData(13)] // side by side
    [InlineData(14)] // no rows are left over: planes are the rows of one
    [InlineData(20)]
    public void Any_division_and_any_neighbours_give_the_same_gradients(int extent)
    {
        // More elements than a call needs to be divided among threads, in blocks that threads begin at different planes.
        var shape = new PoolingShape(1, 521, extent, extent);
        int inputs = extent * extent, outputs = (extent + 1) / 2 * ((extent + 1) / 2);
        var random = new Random(TestSeed.Value);
        float[] input = [.. Enumerable.Range(0, 521 * inputs).Select(_ => (float)random.Next(-9, 9))];
        float[] gradient = [.. Enumerable.Range(0, 521 * outputs).Select(_ => random.NextSingle())];

        var alone = new float[input.Length];
        for (int plane = 0; plane < 521; plane++)
            Backward<Max3x3Stride2>(input.AsSpan(plane * inputs, inputs), gradient.AsSpan(plane * outputs, outputs), alone.AsSpan(plane * inputs, inputs), new(1, 1, extent, extent), null);
        foreach (int threads in (int[])[1, 2, 5])
        {
            var together = new float[input.Length];
            Backward<Max3x3Stride2>(input, gradient, together, shape, new() { MaxDegreeOfParallelism = threads });
            Assert.Equal(alone, together);
            if (extent != 13)
                continue;
            Backward<KnownMax3x3Stride2Narrow>(input, gradient, together, shape, new() { MaxDegreeOfParallelism = threads });
            Assert.Equal(alone, together);
        }
    }

    [Fact]
    public void Any_division_and_any_neighbours_give_the_same_results_in_both_directions()
    {
        // Rows of 4 windows, which the widest vectors hold several of; what a block writes behind its last plane would be another thread's.
        const int Planes = 4001, Extent = 6, Inputs = 36, Outputs = 16;
        var random = new Random(TestSeed.Value);
        float[] input = [.. Enumerable.Range(0, Planes * Inputs).Select(_ => (float)random.Next(-9, 9))];
        float[] gradient = [.. Enumerable.Range(0, Planes * Outputs).Select(_ => random.NextSingle())];

        (float[] Output, float[] Gradient) alone = (new float[gradient.Length], new float[input.Length]);
        for (int plane = 0; plane < Planes; plane++)
        {
            Train<Max3x3>(
                input.AsSpan(plane * Inputs, Inputs), gradient.AsSpan(plane * Outputs, Outputs), alone.Output.AsSpan(plane * Outputs, Outputs), alone.Gradient.AsSpan(plane * Inputs, Inputs),
                new(1, 1, Extent, Extent), null);
        }
        foreach (int threads in (int[])[1, 2, 5])
        {
            (float[] Output, float[] Gradient) together = (new float[gradient.Length], new float[input.Length]);
            Train<Max3x3>(input, gradient, together.Output, together.Gradient, new(1, Planes, Extent, Extent), new() { MaxDegreeOfParallelism = threads });
            Assert.Equal(alone.Output, together.Output);
            Assert.Equal(alone.Gradient, together.Gradient);
        }
    }

    private static void Backward<TPooling>(ReadOnlySpan<float> input, ReadOnlySpan<float> gradient, Span<float> result, PoolingShape shape, ParallelOptions? parallel)
        where TPooling : IPooling<float> => Train<TPooling>(input, gradient, new float[gradient.Length], result, shape, parallel);

    private static void Train<TPooling>(
        ReadOnlySpan<float> input, ReadOnlySpan<float> gradient, Span<float> output, Span<float> result, PoolingShape shape, ParallelOptions? parallel)
        where TPooling : IPooling<float>
    {
        var workspace = new byte[TPooling.WorkspaceLength(shape)];
        TPooling.ForwardTraining(input, output, workspace, shape, parallel);
        TPooling.BackwardTraining(gradient, input, workspace, result, shape, parallel);
    }

    private static void RequireDistance(int width)
    {
        PackedPlanes? packing = PackedPlanes.Of<float>(Geometry(planes: 64, width), s_packing);
        Assert.True(packing is not null, $"width {width} is not packed");
        PackedPlanes packed = packing.Value;
        AxisGeometry columns = Geometry(planes: 1, width).Width;
        Assert.True(packed.Planes >= 2);
        Assert.Equal((packed.Planes - 1) * packed.OutputPitch + columns.OutputExtent, packed.Wide.Width.OutputExtent);
        Assert.True(columns.End(columns.OutputExtent - 1) <= packed.Pitch, $"width {width}: the last window reaches into the next plane");
        Assert.True(packed.Pitch + columns.Start(0) >= width, $"width {width}: the first window reaches into the plane before");
    }

    private static PoolingGeometry Geometry(int planes, int width)
    {
        var axis = new PoolingAxis(Kernel: 3, Stride: 2, PaddingBegin: 1, PaddingEnd: 1);
        return PoolingGeometry.Create(new(1, planes, width, width), TensorLayout.ChannelsFirst, axis, axis);
    }

    private sealed class NarrowPlanes : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            int number = 0;
            foreach (int planes in (int[])[2, 7, 33])
            {
                foreach (int width in (int[])[3, 5, 7, 8, 9, 13, 14, 16, 17, 19, 23, 27, 28])
                {
                    PoolingShape shape = spec.OfRank(new(1, planes, 3 + number % 11, width));
                    if (!ReferencePooling.Fits(spec, shape))
                        shape = spec.OfRank(new(1, planes, spec.Kernel[0] + number % 7, Math.Max(width, spec.Kernel[1])));
                    DataClass data = DataMaker.Classes[(number + TestSeed.Value) % DataMaker.Classes.Count];
                    var expected = ReferenceCase<T>.Make(spec, shape, data, TestSeed.Value + number++);
                    Lanes.Each(lanes => Verify.AllMembers(pooling, expected, $"{planes} planes, {lanes}, {TestSeed.Description}"));
                }
            }
        }
    }
}
