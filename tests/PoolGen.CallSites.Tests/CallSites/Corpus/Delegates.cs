using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics.Tensors;
using System.Threading.Tasks;
using PoolGen;

namespace CallSites;

internal delegate void ForwardKernel(ReadOnlySpan<float> input, Span<float> output, PoolingShape inputShape, ParallelOptions? parallel);

internal delegate void OptionalKernel(ReadOnlySpan<float> input, Span<float> output, PoolingShape inputShape, ParallelOptions? parallel = null);

internal delegate void BackwardKernel(
    ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> input, Span<float> inputGradient, PoolingShape inputShape, ParallelOptions? parallel);

internal delegate void LayerKernel(in ReadOnlyTensorSpan<float> input, in TensorSpan<float> output);

/// <summary>Method groups and lambdas.</summary>
internal static class Delegates
{
    public static void Groups(MaxPool pool, IPoolingLayer<float> layer, bool average)
    {
        ForwardKernel forward = MaxPool.Forward;
        forward = StructPool.Forward;
        forward = average ? AveragePool.Forward : StaticPool.Forward;
        forward += Outer<int>.Nested.Forward;
        OptionalKernel optional = MaxPool.Forward;
        optional = new OptionalKernel(StaticPool.Forward);
        BackwardKernel backward = MaxPool.Backward;
        Func<PoolingShape, PoolingShape> shape = MaxPool.OutputShape;
        Func<PoolingShape, int> length = MaxPool.WorkspaceLength;
        Func<Tensor<float>, Tensor<float>> tensors = pool.Forward;
        tensors = layer.Backward;
        LayerKernel spans = pool.Forward;
        spans = layer.Backward;
        ForwardKernel[] kernels = [MaxPool.Forward, AveragePool.Forward, RecordPool.Forward];
        Dictionary<string, ForwardKernel> named = new() { ["max"] = MaxPool.Forward, ["average"] = AveragePool.Forward };
        GC.KeepAlive((forward, optional, backward, shape, length, tensors, spans, kernels, named));
    }

    public static void NaturalTypes()
    {
        var shape = StaticPool.OutputShape;
        var length = MaxPool.WorkspaceLength;
        var forward = StructPool.Forward;
        var indices = MaxPool.ForwardWithIndices;
        GC.KeepAlive((shape, length, forward, indices));
    }

    public static void Lambdas(float[] x, float[] z, MaxPool pool, Tensor<float> tensor)
    {
        PoolingShape shape = new(1, 1, 4, 4);
        ForwardKernel forward = (input, output, inputShape, parallel) => MaxPool.Forward(input, output, inputShape, parallel);
        forward = static (input, output, inputShape, _) => AveragePool.Forward(input[..16], output, inputShape);
        Action action = () => MaxPool.Forward(x, z, shape);
        Func<Tensor<float>> layer = () => pool.Forward(tensor);
        Parallel.For(0, 4, plane => StructPool.Forward(x.AsSpan(plane * 16, 16), z.AsSpan(plane * 4, 4), shape));
        GC.KeepAlive((forward, action, layer));
    }

    public static IEnumerable<Tensor<float>> Queries(MaxPool pool, IEnumerable<Tensor<float>> tensors, PoolingShape[] shapes) =>
        tensors.Select(pool.Forward)
            .Select(tensor => pool.Forward(tensor))
            .Concat(from tensor in tensors select pool.Backward(tensor))
            .Concat(Array.ConvertAll(tensors.ToArray(), pool.Forward))
            .Take(shapes.Select(MaxPool.OutputShape).Sum(MaxPool.WorkspaceLength));

    public static async Task<Tensor<float>> Tasks(float[] x, float[] z, MaxPool pool, Tensor<float> tensor)
    {
        await Task.Run(() => MaxPool.Forward(x, z, new(1, 1, 4, 4)));
        MaxPool.Forward(x, z, new PoolingShape(1, 1, 4, 4));
        Tensor<float> made = await Task.Run(() => pool.Forward(tensor));
        return await Task.FromResult(pool.Backward(made));
    }
}
