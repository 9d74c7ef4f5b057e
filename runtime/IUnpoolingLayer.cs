using System.Numerics.Tensors;

namespace PoolGen;

/// <summary>
/// An unpooling layer with state, over .NET's tensors: what every class with <see cref="UnpoolingAttribute"/> implements. One instance serves
/// one thread at a time and remembers its last forward pass only.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <remarks>
/// Tensors are dense, of rank R + 2: N,C,H,W or, under <see cref="TensorLayout.ChannelsLast"/>, N,H,W,C. Indices have the lengths of the input.
/// </remarks>
public interface IUnpoolingLayer<T>
    where T : unmanaged
{
    /// <summary>Whether a forward pass keeps the indices for <see cref="Backward(Tensor{T})"/>: a tensor as it is, of a span a copy. Default true.</summary>
    bool Training { get; set; }

    /// <summary>How to divide the work among threads, or null for the calling thread.</summary>
    ParallelOptions? Parallel { get; set; }

    /// <summary>The forward pass, into a new tensor of the shape that follows from the input's.</summary>
    /// <exception cref="ArgumentException">A tensor is not dense or does not have the layer's rank or the input's lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is neither -1 nor in the output's plane.</exception>
    Tensor<T> Forward(Tensor<T> input, Tensor<int> indices);

    /// <summary>The forward pass, into a new tensor of <paramref name="outputShape"/>: PyTorch's <c>output_size</c>.</summary>
    /// <exception cref="ArgumentException">A tensor is not dense or does not have the layer's rank or the input's lengths, or the shapes differ in batch, channels or rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is neither -1 nor in the output's plane.</exception>
    Tensor<T> ForwardToShape(Tensor<T> input, Tensor<int> indices, PoolingShape outputShape);

    /// <summary>The forward pass, into <paramref name="output"/>, whose lengths say how large it is; allocates nothing once its buffers have grown to the shape.</summary>
    /// <exception cref="ArgumentException">A tensor is not dense or does not have the layer's rank, the input's lengths, or its batch and channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is neither -1 nor in the output's plane.</exception>
    void Forward(in ReadOnlyTensorSpan<T> input, in ReadOnlyTensorSpan<int> indices, in TensorSpan<T> output);

    /// <summary>The gradient of the last forward pass, into a new tensor.</summary>
    /// <exception cref="InvalidOperationException">There was no forward pass, or it ran with <see cref="Training"/> off.</exception>
    /// <exception cref="ArgumentException">The tensor is not dense or has other lengths than the last output.</exception>
    Tensor<T> Backward(Tensor<T> outputGradient);

    /// <summary>The gradient of the last forward pass, into <paramref name="inputGradient"/>; allocates nothing.</summary>
    /// <exception cref="InvalidOperationException">There was no forward pass, or it ran with <see cref="Training"/> off.</exception>
    /// <exception cref="ArgumentException">A tensor is not dense or has other lengths than the last forward pass.</exception>
    void Backward(in ReadOnlyTensorSpan<T> outputGradient, in TensorSpan<T> inputGradient);
}
