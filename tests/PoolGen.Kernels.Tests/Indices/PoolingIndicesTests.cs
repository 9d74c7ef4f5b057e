using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

public sealed class PoolingIndicesTests
{
    /// <summary>The node test of ONNX that has a storage order: test_maxpool_with_argmax_2d_precomputed_strides, a ramp from 1 to 25.</summary>
    [Theory]
    [InlineData(OnnxStorageOrder.RowMajor, new long[] { 6, 8, 16, 18 })]
    [InlineData(OnnxStorageOrder.ColumnMajor, new long[] { 6, 16, 8, 18 })]
    public void Indices_are_numbered_as_ONNX_does(OnnxStorageOrder order, long[] expected)
    {
        var shape = new PoolingShape(1, 1, 5, 5);
        float[] ramp = [.. Enumerable.Range(1, 25).Select(value => (float)value)];
        var output = new float[4];
        var indices = new int[4];
        Max2x2.ForwardWithIndices(ramp, output, indices, shape);

        var onnx = new long[4];
        PoolingIndices.ToOnnx(indices, onnx, shape, Max2x2.OutputShape(shape), order);
        Assert.Equal(expected, onnx);
    }

    /// <summary>The whole tensor is numbered in the order N, C, H, W, whatever order the pooling's tensors have.</summary>
    [Fact]
    public void Planes_are_counted_by_sample_and_channel()
    {
        (PoolingShape input, PoolingShape output) = (new(2, 3, 2, 4), new(2, 3, 1, 1));
        int[] indices = [0, 1, 2, 3, 4, -1];
        var onnx = new long[6];
        PoolingIndices.ToOnnx(indices, onnx, input, output);
        Assert.Equal([0, 8 + 1, 16 + 2, 24 + 3, 32 + 4, -1], onnx);

        // With one output per plane both layouts hold them in the same order; with two they do not.
        PoolingShape wide = new(2, 3, 1, 2);
        int[] last = [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, -1];
        var onnxLast = new long[12];
        PoolingIndices.ToOnnx(last, onnxLast, input, wide, layout: TensorLayout.ChannelsLast);
        Assert.Equal([0, 8 + 1, 16 + 2, 3, 8 + 4, 16 + 5, 24 + 6, 32 + 7, 40 + 0, 24 + 1, 32 + 2, -1], onnxLast);
    }

    [Fact]
    public void Three_axes_in_column_major_order_count_the_outermost_fastest()
    {
        (PoolingShape input, PoolingShape output) = (new(1, 1, 2, 3, 4), new(1, 1, 1, 1, 1));
        (int depth, int height, int width) = (1, 2, 3);
        var onnx = new long[1];
        PoolingIndices.ToOnnx([(depth * 3 + height) * 4 + width], onnx, input, output, OnnxStorageOrder.ColumnMajor);
        Assert.Equal(depth + height * 2 + width * 2 * 3, onnx[0]);
    }

    /// <summary>Numbers written down by hand: sample 1, channel 2 of 2x3x2x4 begins at 40; of the volume, slice 1, row 2, column 3.</summary>
    [Fact]
    public void Indices_of_ONNX_return_to_their_planes()
    {
        (PoolingShape input, PoolingShape output) = (new(2, 3, 2, 4), new(2, 3, 1, 1));
        int[] indices = new int[6], volume = new int[1];
        PoolingIndices.FromOnnx([0, 9, 18, -1, 39, 47], indices, input, output);
        Assert.Equal([0, 1, 2, -1, 7, 7], indices);

        // Column by column: 0 4 / 1 5 of rows, so that 3 is row 1 of column 1.
        PoolingIndices.FromOnnx([0, 8 + 1, 16 + 3, 24 + 2, -1, 40 + 7], indices, input, output, OnnxStorageOrder.ColumnMajor);
        Assert.Equal([0, 4, 5, 1, -1, 7], indices);

        // Slice 0, row 2, column 1 of two slices of three rows: 0 + 2 * 2 + 1 * 6.
        PoolingIndices.FromOnnx([10], volume, new(1, 1, 2, 3, 4), new(1, 1, 1, 1, 1), OnnxStorageOrder.ColumnMajor);
        Assert.Equal(2 * 4 + 1, volume[0]);
        PoolingIndices.FromOnnx([(1 * 3 + 2) * 4 + 3], volume, new(1, 1, 2, 3, 4), new(1, 1, 1, 1, 1), planeShape: new(1, 1, 2, 5, 7));
        Assert.Equal((1 * 5 + 2) * 7 + 3, volume[0]);
    }

    [Theory]
    [InlineData(OnnxStorageOrder.RowMajor, TensorLayout.ChannelsFirst)]
    [InlineData(OnnxStorageOrder.ColumnMajor, TensorLayout.ChannelsFirst)]
    [InlineData(OnnxStorageOrder.RowMajor, TensorLayout.ChannelsLast)]
    [InlineData(OnnxStorageOrder.ColumnMajor, TensorLayout.ChannelsLast)]
    public void To_ONNX_and_back_changes_nothing(OnnxStorageOrder order, TensorLayout layout)
    {
        var random = new Random(TestSeed.Value);
        foreach ((PoolingShape input, PoolingShape output) in (ReadOnlySpan<(PoolingShape, PoolingShape)>)
            [(new(2, 3, 11), new(2, 3, 5)), (new(2, 3, 5, 7), new(2, 3, 2, 3)), (new(2, 5, 3, 5, 7), new(2, 5, 2, 2, 3))])
        {
            int[] indices = [.. Enumerable.Range(0, (int)output.ElementCount).Select(_ => random.Next(-1, input.Depth * input.Height * input.Width))];
            var (onnx, back) = (new long[indices.Length], new int[indices.Length]);
            PoolingIndices.ToOnnx(indices, onnx, input, output, order, layout);
            PoolingIndices.FromOnnx(onnx, back, input, output, order, layout);
            Assert.Equal(indices, back);
        }
    }

    [Fact]
    public void Indices_of_ONNX_outside_of_their_plane_are_named()
    {
        (PoolingShape input, PoolingShape output) = (new(1, 2, 2, 4), new(1, 2, 1, 1));
        foreach (long hostile in (ReadOnlySpan<long>)[-2, 7, 16, long.MinValue, long.MaxValue, 1L << 32])
        {
            var failure = Assert.Throws<ArgumentOutOfRangeException>("onnxIndices", () => PoolingIndices.FromOnnx([0, hostile], new int[2], input, output));
            Assert.StartsWith("onnxIndices[1] lies outside its plane: that of its sample and channel in 1x2x2x4 begins at 8 and has 8 elements", failure.Message, StringComparison.Ordinal);
            Assert.Equal(hostile, failure.ActualValue);
        }
        var smaller = Assert.Throws<ArgumentOutOfRangeException>(
            "onnxIndices", () => PoolingIndices.FromOnnx([3, 8], new int[2], input, output, planeShape: new(1, 2, 2, 3)));
        Assert.Contains("onnxIndices[0] is slice 0, row 0, column 3", smaller.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("onnxIndices", () => PoolingIndices.FromOnnx([0], new int[2], input, output));
        Assert.Throws<ArgumentException>("indices", () => PoolingIndices.FromOnnx([0, 8], new int[3], input, output));
        Assert.Throws<ArgumentException>("outputShape", () => PoolingIndices.FromOnnx([0, 8], new int[2], input, new(2, 1, 1, 1)));
        Assert.Throws<ArgumentException>("planeShape", () => PoolingIndices.FromOnnx([0, 8], new int[2], input, output, planeShape: new(1, 1, 2, 4)));
    }

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst)]
    [InlineData(TensorLayout.ChannelsLast)]
    public void Gathering_is_the_transpose_of_routing(TensorLayout layout)
    {
        // <ddz, dz> for ddz gathered from ddx equals <ddx, dx> for dx routed from dz: they are each other's transpose.
        var shape = new PoolingShape(2, 3, 7, 6);
        bool first = layout == TensorLayout.ChannelsFirst;
        PoolingShape outputShape = first ? Max3x3Stride2.OutputShape(shape) : Max3x3Stride2ChannelsLast.OutputShape(shape);
        var random = new Random(7);
        float[] x = Integers(shape.ElementCount), direction = Integers(shape.ElementCount), gradient = Integers(outputShape.ElementCount);
        var (z, indices, routed, gathered) = (new float[gradient.Length], new int[gradient.Length], new float[x.Length], new float[gradient.Length]);
        if (first)
        {
            Max3x3Stride2.ForwardWithIndices(x, z, indices, shape);
            Max3x3Stride2.Backward(gradient, x, routed, shape);
        }
        else
        {
            Max3x3Stride2ChannelsLast.ForwardWithIndices(x, z, indices, shape);
            Max3x3Stride2ChannelsLast.Backward(gradient, x, routed, shape);
        }

        PoolingIndices.Gather(direction, indices, gathered, shape, outputShape, layout);
        Assert.Equal(Dot(direction, routed), Dot(gathered, gradient));
        Assert.NotEqual(0, Dot(gathered, gradient));

        PoolingIndices.Gather(x, indices, gathered, shape, outputShape, layout);
        Assert.Equal(z, gathered);

        float[] Integers(long count) => [.. Enumerable.Range(0, (int)count).Select(_ => (float)random.Next(-8, 9))];
        static float Dot(float[] left, float[] right) => left.Zip(right, (a, b) => a * b).Sum();
    }

    [Fact]
    public void A_window_without_a_tap_gathers_zero()
    {
        float[] output = [5];
        PoolingIndices.Gather<float>([1, 2], [-1], output, new(1, 1, 2), new(1, 1, 1));
        Assert.Equal(0, output[0]);
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        (PoolingShape input, PoolingShape output) = (new(1, 1, 2, 4), new(1, 1, 1, 2));
        var outside = Assert.Throws<ArgumentOutOfRangeException>(() => PoolingIndices.ToOnnx([0, 8], new long[2], input, output));
        Assert.Contains("indices[1]", outside.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => PoolingIndices.Gather<float>(new float[8], [-2, 0], new float[2], input, output));
        Assert.Equal("onnxIndices", Assert.Throws<ArgumentException>(() => PoolingIndices.ToOnnx([0, 1], new long[3], input, output)).ParamName);
        Assert.Equal("input", Assert.Throws<ArgumentException>(() => PoolingIndices.Gather<float>(new float[7], [0, 1], new float[2], input, output)).ParamName);
        Assert.Equal("outputShape", Assert.Throws<ArgumentException>(() => PoolingIndices.ToOnnx([0, 1], new long[2], input, new(1, 2, 1, 1))).ParamName);
    }
}
