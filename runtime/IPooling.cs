namespace PoolGen;

/// <summary>
/// The static kernels of an annotated type. All tensors are dense and in the type's <see cref="TensorLayout"/>; x is the input,
/// z the output, ∂L/∂z the output gradient and ∂L/∂x the input gradient.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <remarks>
/// Every operation checks its arguments before it writes: span lengths equal the element counts of the shapes, and no written span
/// overlaps another span of the call. <c>parallel: null</c> runs on the calling thread; results do not depend on the division among threads.
/// </remarks>
public interface IPooling<T>
    where T : unmanaged
{
    /// <summary>
    /// Whether <see cref="BackwardTraining"/> reads the input. Where this is <see langword="false"/> the workspace is enough and the
    /// input may be empty there.
    /// </summary>
    static abstract bool BackwardReadsInput { get; }

    /// <summary>The shape of the output for an input of <paramref name="inputShape"/>.</summary>
    /// <exception cref="ArgumentException">The rank differs from the type's, or the output would have no element on some axis.</exception>
    static abstract PoolingShape OutputShape(PoolingShape inputShape);

    /// <summary>The number of bytes that <see cref="ForwardTraining"/> leaves for <see cref="BackwardTraining"/>; may be 0.</summary>
    /// <exception cref="ArgumentException">The shape is not accepted, or the workspace would exceed <see cref="int.MaxValue"/> bytes.</exception>
    static abstract int WorkspaceLength(PoolingShape inputShape);

    /// <summary>The forward pass, z from x.</summary>
    /// <exception cref="ArgumentException">A length does not match its shape, or the spans overlap.</exception>
    static abstract void Forward(ReadOnlySpan<T> input, Span<T> output, PoolingShape inputShape, ParallelOptions? parallel = null);

    /// <summary>The backward pass, ∂L/∂x from ∂L/∂z and x; overwrites every element of <paramref name="inputGradient"/>.</summary>
    /// <param name="outputGradient">∂L/∂z, of the output's shape.</param>
    /// <param name="input">x; may be empty for kinds whose gradient does not depend on it (Average, Sum).</param>
    /// <param name="inputGradient">∂L/∂x, of the input's shape.</param>
    /// <param name="inputShape">The shape of x.</param>
    /// <param name="parallel">How to divide the work, or null for the calling thread.</param>
    /// <exception cref="ArgumentException">A length does not match its shape, or the spans overlap.</exception>
    static abstract void Backward(ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, Span<T> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null);

    /// <summary>The forward pass of training: leaves in <paramref name="workspace"/> what lets <see cref="BackwardTraining"/> be fastest.</summary>
    /// <param name="input">x.</param>
    /// <param name="output">z.</param>
    /// <param name="workspace">Exactly <see cref="WorkspaceLength"/> bytes; opaque, valid for this type and shape only.</param>
    /// <param name="inputShape">The shape of x.</param>
    /// <param name="parallel">How to divide the work, or null for the calling thread.</param>
    /// <exception cref="ArgumentException">A length does not match its shape, or the spans overlap.</exception>
    static abstract void ForwardTraining(ReadOnlySpan<T> input, Span<T> output, Span<byte> workspace, PoolingShape inputShape, ParallelOptions? parallel = null);

    /// <summary>
    /// The backward pass of training. Whatever bytes <paramref name="workspace"/> holds, nothing outside the spans is read or written;
    /// with other bytes than those of <see cref="ForwardTraining"/> the gradient is unspecified.
    /// </summary>
    /// <param name="outputGradient">∂L/∂z, of the output's shape.</param>
    /// <param name="input">x; may be empty where <see cref="BackwardReadsInput"/> is false.</param>
    /// <param name="workspace">What <see cref="ForwardTraining"/> left for the same input.</param>
    /// <param name="inputGradient">∂L/∂x, of the input's shape; every element is overwritten.</param>
    /// <param name="inputShape">The shape of x.</param>
    /// <param name="parallel">How to divide the work, or null for the calling thread.</param>
    /// <exception cref="ArgumentException">A length does not match its shape, or the spans overlap.</exception>
    static abstract void BackwardTraining(ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, ReadOnlySpan<byte> workspace, Span<T> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null);
}

/// <summary>A pooling whose windows have winners (Max, Min): it can tell where they stand.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IIndexedPooling<T> : IPooling<T>
    where T : unmanaged
{
    /// <summary>
    /// The forward pass with the index of each window's winner, numbered as PyTorch's <c>return_indices</c>: flat and row-major within
    /// the unpadded spatial axes of its plane; -1 for an empty window. The first winner, or the last under <see cref="TieRule.Last"/>.
    /// </summary>
    /// <param name="input">x.</param>
    /// <param name="output">z.</param>
    /// <param name="indices">One index per element of z, in the same order.</param>
    /// <param name="inputShape">The shape of x.</param>
    /// <param name="parallel">How to divide the work, or null for the calling thread.</param>
    /// <exception cref="ArgumentException">A length does not match its shape, or the spans overlap.</exception>
    static abstract void ForwardWithIndices(ReadOnlySpan<T> input, Span<T> output, Span<int> indices, PoolingShape inputShape, ParallelOptions? parallel = null);
}
