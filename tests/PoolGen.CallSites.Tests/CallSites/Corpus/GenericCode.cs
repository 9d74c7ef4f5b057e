using System;
using System.Collections.Generic;
using System.Numerics;
using System.Numerics.Tensors;
using System.Threading.Tasks;
using PoolGen;

namespace CallSites;

/// <summary>Code that takes any pooling.</summary>
internal static class GenericCode
{
    public static T[] Static<TPooling, T>(T[] x, PoolingShape shape, ParallelOptions? parallel = null)
        where TPooling : IPooling<T>
        where T : unmanaged, INumberBase<T>
    {
        T[] z = new T[TPooling.OutputShape(shape).ElementCount];
        Span<byte> workspace = new byte[TPooling.WorkspaceLength(shape)];
        TPooling.Forward(x, z, shape);
        TPooling.Forward(x.AsSpan(), z, shape, parallel);
        TPooling.ForwardTraining(x, z, workspace, shape);
        TPooling.BackwardTraining(z, TPooling.BackwardReadsInput ? x : [], workspace, x, shape);
        TPooling.BackwardTraining(z, default, workspace[..], x, shape, parallel: parallel);
        TPooling.Backward(z, x, x, shape, null);
        TPooling.Backward(z, [], x, inputShape: shape);
        TPooling.Forward([T.One, T.Zero, T.One, T.Zero], stackalloc T[1], new(1, 1, 2, 2));
        return z;
    }

    public static void Indexed<TPooling>(ReadOnlySpan<float> x, Span<float> z, Span<int> indices, PoolingShape shape)
        where TPooling : struct, IIndexedPooling<float>
    {
        TPooling.ForwardWithIndices(x, z, indices, shape);
        TPooling.ForwardWithIndices(x.ToArray(), z, stackalloc int[4], shape, null);
        TPooling.ForwardWithIndices([1, 2, 3, 4], [0], [0], new(1, 1, 2, 2), parallel: new());
        TPooling.Forward(x, z, shape);
    }

    /// <summary>A class has both interfaces, with a Forward each.</summary>
    public static Tensor<T> Both<TPool, T>(Tensor<T> x, T[] array)
        where TPool : IPooling<T>, IPoolingLayer<T>, new()
        where T : unmanaged
    {
        TPool pool = new();
        TPool.Forward(array, array, new(1, 1, 4, 4));
        pool.Training = true;
        pool.Parallel = pool.Parallel;
        pool.Forward(x.AsReadOnlyTensorSpan(), x.AsTensorSpan());
        return pool.Backward(pool.Forward(x));
    }

    public static Tensor<float> Network(Tensor<float> x)
    {
        List<IPoolingLayer<float>> layers = [new MaxPool(), new AveragePool(), new Outer<string>.Nested { Training = false }];
        foreach (IPoolingLayer<float> layer in layers)
            x = layer.Forward(x);
        for (int index = layers.Count - 1; index >= 0; index--)
            x = layers[index].Backward(outputGradient: x);
        layers.ForEach(layer => layer.Training = layer.Parallel is null);
        foreach (IPoolingLayer<float> layer in layers)
        {
            layer.Forward(x, x);
            layer.Backward(x.AsReadOnlyTensorSpan(), x.AsTensorSpan());
        }
        return x;
    }

    public static void Calls(float[] x, double[] y, Span<float> z, Tensor<float> tensor)
    {
        PoolingShape shape = new(1, 1, 4, 4);
        Static<MaxPool, float>(x, shape);
        Static<StructPool, float>(x, shape, new());
        Static<DoublePool, double>(y, shape);
        Static<RecordPool, float>([.. x], shape, parallel: null);
        Indexed<StructPool>(x, z, stackalloc int[4], shape);
        Both<Outer<int>.Nested, float>(tensor, x);
        Both<AveragePool, float>(tensor, x);
    }

    internal sealed class Derived : MaxPool
    {
        public Tensor<float> Twice(Tensor<float> x) => base.Backward(Forward(this.Forward(x)));

        public static void Run(float[] x, float[] z) => Derived.Forward(x, z, new(1, 1, 4, 4));
    }
}
