using System.Numerics.Tensors;

namespace PoolGen;

/// <summary>
/// A pooling layer with state, over .NET's tensors: what every annotated class implements, so that networks can hold lists of layers.
/// One instance serves one thread at a time and remembers its last forward pass only.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <remarks>Tensors are dense, of rank R + 2: N,C,H,W or, under <see cref="TensorLayout.ChannelsLast"/>, N,H,W,C.</remarks>
public interface IPoolingLayer<T>
    where T : unmanaged
{
    /// <summary>Whether a forward pass keeps what <see cref="Backward(Tensor{T})"/> needs. Default true; inference sets it to false.</summary>
    bool Training { get; set; }

    /// <summary>How to divide the work among threads, or null for the calling thread.</summary>
    ParallelOptions? Parallel { get; set; }

    /// <summary>The forward pass, into a new tensor.</summary>
    /// <exception cref="ArgumentException">The tensor is not dense or has another rank than the layer's R + 2.</exception>
    Tensor<T> Forward(Tensor<T> input);

    /// <summary>The forward pass, into <paramref name="output"/>; allocates nothing once its buffers have grown to the shape.</summary>
    /// <exception cref="ArgumentException">A tensor is not dense or does not have the layer's rank or the output's lengths.</exception>
    void Forward(in ReadOnlyTensorSpan<T> input, in TensorSpan<T> output);

    /// <summary>The gradient of the last forward pass, into a new tensor.</summary>
    /// <exception cref="InvalidOperationException">There was no forward pass, or it ran with <see cref="Training"/> off.</exception>
    /// <exception cref="ArgumentException">The tensor is not dense or has other lengths than the last output.</exception>
    Tensor<T> Backward(Tensor<T> outputGradient);

    /// <summary>The gradient of the last forward pass, into <paramref name="inputGradient"/>; allocates nothing.</summary>
    /// <exception cref="InvalidOperationException">There was no forward pass, or it ran with <see cref="Training"/> off.</exception>
    /// <exception cref="ArgumentException">A tensor is not dense or has other lengths than the last forward pass.</exception>
    void Backward(in ReadOnlyTensorSpan<T> outputGradient, in TensorSpan<T> inputGradient);
}
