using System;
using System.Numerics.Tensors;
using System.Threading.Tasks;
using PoolGen;

namespace CallSites;

/// <summary>The instance layer.</summary>
internal sealed class Tensors
{
    private readonly MaxPool _pool = new() { Training = true, Parallel = new ParallelOptions() };

    public MaxPool MaxPool { get; } = new();

    public static Tensor<float> Layers(Tensor<float> x, Tensor<float> dz, MaxPool pool, MaxPool? maybe, MaxPool[] pools)
    {
        Tensor<float> z = pool.Forward(x);
        z = pool.Forward(input: x);
        Tensor<float> dx = pool.Backward(dz);
        dx = pool.Backward(outputGradient: z);
        z = maybe?.Forward(x) ?? pools[0].Forward(pools[^1].Forward(x));
        z = new AveragePool().Forward(x);
        z = new Outer<float>.Nested().Forward(x);
        (z, dx) = (pool.Forward(x), pool.Backward(z));
        pool.Training = !pool.Training;
        pool.Parallel = null;
        pool.Parallel ??= new() { MaxDegreeOfParallelism = 2 };
        return dx;
    }

    public static void TensorSpans(
        MaxPool pool, in ReadOnlyTensorSpan<float> x, in TensorSpan<float> z, ReadOnlyTensorSpan<float> dz, TensorSpan<float> dx, Tensor<float> tensor)
    {
        pool.Forward(in x, in z);
        pool.Forward(x, z);
        pool.Forward(dx, z);
        pool.Forward(output: z, input: x);
        pool.Forward(tensor, z);
        pool.Forward(tensor, tensor);
        pool.Forward(tensor.AsReadOnlyTensorSpan(), tensor.AsTensorSpan());
        pool.Forward(x, tensor.AsTensorSpan());
        pool.Backward(in dz, in dx);
        pool.Backward(dz, dx);
        pool.Backward(dx, dx);
        pool.Backward(tensor, tensor);
        pool.Backward(inputGradient: dx, outputGradient: dz);
        pool.Backward(tensor.AsReadOnlyTensorSpan(), dx);
    }

    public static void FromArrays(MaxPool pool, float[] x, float[] z)
    {
        Tensor<float> made = pool.Forward(Tensor.Create(x, [1, 1, 4, 4]));
        made = pool.Forward(Tensor.Create<float>([1, 2, 3, 4], [1, 1, 2, 2]));
        pool.Forward(new ReadOnlyTensorSpan<float>(x, [1, 1, 4, 4]), new TensorSpan<float>(z, [1, 1, 2, 2]));
        // Of rank 1, so that it is refused when it runs; that it binds to the layer is what counts here.
        made = pool.Forward(x);
        made = pool.Backward(z);
        pool.Forward(x, z);
        pool.Backward(z, x);
        MaxPool.Forward(made.AsTensorSpan().GetSpan(stackalloc nint[4], 4), z, new(1, 1, 2, 2));
    }

    public static void Inference(DoublePool pool, Tensor<double> x)
    {
        var z = pool.Forward(x);
        var dx = pool.Backward(z);
        Use(x => pool.Forward(x), dx);
        Use(pool.Forward, dx);
        Use<double>(pool.Backward, dx);
    }

    /// <summary>A property that has its type's name: the members of both are in reach.</summary>
    public void ColorColor(float[] x, float[] z, Tensor<float> tensor)
    {
        MaxPool.Forward(x, z, new PoolingShape(1, 1, 4, 4));
        MaxPool.Forward(tensor);
        MaxPool.Forward(tensor.AsReadOnlyTensorSpan(), tensor.AsTensorSpan());
        MaxPool.Backward(tensor);
        MaxPool.Backward(z, x, x, new PoolingShape(1, 1, 4, 4));
        MaxPool.Training = MaxPool.BackwardReadsInput;
        _pool.Forward(tensor);
        this._pool.Backward(tensor);
    }

    private static void Use<T>(Func<Tensor<T>, Tensor<T>> layer, Tensor<T> tensor)
        where T : unmanaged => layer(tensor);
}
