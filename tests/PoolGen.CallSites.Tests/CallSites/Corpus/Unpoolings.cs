using System;
using System.Collections.Generic;
using System.Numerics.Tensors;
using System.Threading.Tasks;
using PoolGen;

namespace CallSites;

/// <summary>Unpoolings: elements and indices side by side, which for ints are of one type.</summary>
internal static class Unpoolings
{
    private static readonly PoolingShape s_shape = new(1, 1, 2, 2), s_large = new(1, 1, 5, 5);

    public static void Arrays(float[] z, int[] indices, float[] x, ParallelOptions parallel)
    {
        PoolingShape unpooled = MaxUnpool.OutputShape(s_shape);
        MaxUnpool.Forward(z, indices, x, s_shape);
        MaxUnpool.Forward(z, indices, x, s_shape, unpooled);
        MaxUnpool.Forward(z, indices, x, s_shape, s_large, parallel);
        MaxUnpool.Forward(z, indices, x, s_shape, default, null);
        MaxUnpool.Forward(z, indices, x, s_shape, parallel: parallel);
        MaxUnpool.Forward(z, indices, x, s_shape, outputShape: new(1, 1, 4, 5));
        MaxUnpool.Forward(output: x, indices: indices, input: z, inputShape: s_shape);
        MaxUnpool.Backward(x, indices, z, s_shape);
        MaxUnpool.Backward(x, indices, z, s_shape, s_large, null);
        MaxUnpool.Backward(inputGradient: z, indices: indices, outputGradient: x, inputShape: s_shape, parallel: new());
        StructUnpool.Forward(z, indices, x, StructUnpool.OutputShape(s_shape));
        StructUnpool.Backward(x, indices, z, s_shape);
        StaticUnpool.Forward(z, indices, x, StaticUnpool.OutputShape(s_shape));
        StaticUnpool.Backward(x, indices, z, s_shape, default);
    }

    public static void Spans(ReadOnlySpan<float> z, ReadOnlySpan<int> indices, Span<float> x, Span<int> writable, Memory<float> memory)
    {
        MaxUnpool.Forward(z, indices, x, s_shape);
        MaxUnpool.Forward(memory.Span, writable, x[..16], s_shape, default);
        MaxUnpool.Forward([1, 2, 3, 4], [5, 7, 13, 15], x, s_shape);
        MaxUnpool.Forward([1, 2], [0, -1], stackalloc float[8], new(1, 1, 1, 2));
        MaxUnpool.Forward(stackalloc float[4], stackalloc int[4], memory.Span, s_shape);
        MaxUnpool.Forward([], [], [], new(0, 1, 2, 2));
        MaxUnpool.Backward(z, writable[..4], x, s_shape, new(1, 1, 4, 4));
        MaxUnpool.Backward(default, default, default, new PoolingShape(0, 1, 2, 2));
    }

    public static void Narrow(int[] ints, ReadOnlySpan<int> read, Span<int> written, byte[] bytes, Half[] halves)
    {
        IntUnpool.Forward(ints, ints, ints, s_shape);
        IntUnpool.Forward(read, read, written, s_shape);
        IntUnpool.Forward(written, read, ints, s_shape, s_large);
        IntUnpool.Forward(indices: read, input: ints, output: written, inputShape: s_shape);
        IntUnpool.Forward([1, 2, 3, 4], [0, 2, 8, 10], written, s_shape);
        IntUnpool.Backward(ints, read, ints, s_shape);
        IntUnpool.Backward([.. ints], [.. read, -1], written, s_shape, parallel: null);
        ByteUnpool.Forward(bytes, ints, bytes, s_shape);
        ByteUnpool.Forward([1, 2, 3, 255], [0, 2, 8, 10], bytes, s_shape);
        ByteUnpool.Backward("0123456789abcdef"u8, ints, bytes, s_shape);
    }

    public static Tensor<float> Layers(MaxUnpool layer, Tensor<float> z, Tensor<int> indices, in ReadOnlyTensorSpan<float> read, in ReadOnlyTensorSpan<int> places, in TensorSpan<float> written)
    {
        Tensor<float> x = layer.Forward(z, indices);
        x = layer.Forward(indices: indices, input: z);
        x = layer.ForwardToShape(z, indices, s_large);
        x = layer.ForwardToShape(z, indices, new(1, 1, 4, 5));
        layer.Forward(read, places, written);
        layer.Forward(in read, in places, in written);
        layer.Forward(z, indices, x);
        layer.Forward(z.AsReadOnlyTensorSpan(), indices, x.AsTensorSpan());
        layer.Backward(read, written);
        layer.Backward(x, z);
        layer.Training = layer.Parallel is null;
        layer.Parallel = new() { MaxDegreeOfParallelism = 2 };
        return layer.Backward(x);
    }

    public static void IntLayers(IntUnpool layer, Tensor<int> z, Tensor<int> indices)
    {
        Tensor<int> x = layer.Forward(z, indices);
        layer.Forward(z, indices, x);
        x = layer.ForwardToShape(z, indices, default);
        layer.Backward(layer.Forward(layer.Backward(x), indices));
    }

    public static T[] Static<TUnpooling, T>(T[] z, int[] indices, PoolingShape shape)
        where TUnpooling : IUnpooling<T>
        where T : unmanaged
    {
        T[] x = new T[TUnpooling.OutputShape(shape).ElementCount];
        TUnpooling.Forward(z, indices, x, shape);
        TUnpooling.Forward(z.AsSpan(), indices.AsSpan(), x.AsSpan(), shape, s_large, new());
        TUnpooling.Backward(x, indices, z, shape);
        return x;
    }

    public static Tensor<T> Decoder<T>(List<IUnpoolingLayer<T>> layers, Tensor<T> z, Tensor<int> indices)
        where T : unmanaged
    {
        foreach (IUnpoolingLayer<T> layer in layers)
        {
            layer.Training = layer.Parallel is not null;
            layer.Parallel = null;
            layer.Forward(z, indices, layer.Forward(z, indices));
            layer.Backward(layer.ForwardToShape(z, indices, s_large), z);
            z = layer.Backward(z);
        }
        return z;
    }

    public static void Calls(float[] z, int[] ints, byte[] bytes, Tensor<int> indices, Tensor<float> tensor)
    {
        Static<MaxUnpool, float>(z, ints, s_shape);
        Static<StructUnpool, float>([1, 2, 3, 4], [0, 1, 2, 3], s_shape);
        Static<IntUnpool, int>(ints, ints, s_shape);
        Static<ByteUnpool, byte>(bytes, ints, new(1, 1, 2, 2));
        Decoder([new MaxUnpool()], tensor, indices);
        Decoder<int>([new IntUnpool { Training = false }], indices, indices);
    }

    public static void Indices(int[] indices, ReadOnlySpan<int> read, long[] onnx, ReadOnlySpan<long> readOnnx, float[] x, int[] ints)
    {
        PoolingShape input = new(1, 1, 4, 4);
        PoolingIndices.ToOnnx(indices, onnx, input, s_shape);
        PoolingIndices.ToOnnx(read, onnx, input, s_shape, OnnxStorageOrder.ColumnMajor);
        PoolingIndices.FromOnnx(onnx, indices, input, s_shape);
        PoolingIndices.FromOnnx(readOnnx, indices, input, s_shape, OnnxStorageOrder.ColumnMajor, TensorLayout.ChannelsLast);
        PoolingIndices.FromOnnx([5, 7, 13, 15], indices, input, s_shape, planeShape: s_large);
        PoolingIndices.Gather<float>(x, indices, x, input, s_shape);
        PoolingIndices.Gather<float>(x.AsSpan(), indices, x, input, s_shape, TensorLayout.ChannelsLast);
        PoolingIndices.Gather<int>(ints, read, ints, input, s_shape);
    }
}
