namespace PoolGen;

/// <summary>
/// The static members of a type with <see cref="UnpoolingAttribute"/>. All tensors are dense and in the type's <see cref="TensorLayout"/>.
/// The input is what a max pooling gave, and the output has the extents of what that pooling was given.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <remarks>
/// <para>
/// Indices are those of a <c>ForwardWithIndices</c> and of PyTorch's <c>return_indices</c>: one for each element of the input, flat and
/// row-major within the spatial axes of the output's plane; -1 is an empty window.
/// </para>
/// <para>
/// Every operation checks lengths and overlaps before it writes. Indices are checked on the way: what a call has written by the time that it
/// refuses one is unspecified, but lies in the span that it writes to. <c>parallel: null</c> runs on the calling thread; results do not
/// depend on the division among threads.
/// </para>
/// </remarks>
public interface IUnpooling<T>
    where T : unmanaged
{
    /// <summary>
    /// The shape of the output where a call names none: on each axis <c>(n - 1) stride - paddingBegin - paddingEnd + kernel</c> for n elements
    /// of the input, as in PyTorch and ONNX. It is the smallest that the pooling can have been given, unless it rounded up.
    /// </summary>
    /// <exception cref="ArgumentException">The rank differs from the type's, or the output would have no element on some axis.</exception>
    static abstract PoolingShape OutputShape(PoolingShape inputShape);

    /// <summary>
    /// Writes each element of the input to where its index says, and zero to every other element of the output. Of several elements with one
    /// index the last is kept, in row-major order of the input's plane; one with the index -1 is written nowhere.
    /// </summary>
    /// <param name="input">What the pooling gave.</param>
    /// <param name="indices">One index per element of the input, in the same order.</param>
    /// <param name="output">Every element is overwritten.</param>
    /// <param name="inputShape">The shape of the input and of the indices.</param>
    /// <param name="outputShape">The shape of the output: any extents; <see langword="default"/> for <see cref="OutputShape"/>.</param>
    /// <param name="parallel">How to divide the work, or null for the calling thread.</param>
    /// <exception cref="ArgumentException">A length does not match its shape, the spans overlap, or the shapes differ in batch, channels or rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is neither -1 nor in the output's plane.</exception>
    static abstract void Forward(
        ReadOnlySpan<T> input, ReadOnlySpan<int> indices, Span<T> output, PoolingShape inputShape, PoolingShape outputShape = default, ParallelOptions? parallel = null);

    /// <summary>
    /// The backward pass: each element of <paramref name="inputGradient"/> is the output's gradient at its index, and zero under the index -1.
    /// As in PyTorch, every element gets its gradient where several have one index, though one of them was kept.
    /// </summary>
    /// <param name="outputGradient">∂L/∂ of the output, of the output's shape.</param>
    /// <param name="indices">The indices of the forward pass.</param>
    /// <param name="inputGradient">∂L/∂ of the input, of the input's shape; every element is overwritten.</param>
    /// <param name="inputShape">The shape of the input and of the indices.</param>
    /// <param name="outputShape">The shape of the output; <see langword="default"/> for <see cref="OutputShape"/>.</param>
    /// <param name="parallel">How to divide the work, or null for the calling thread.</param>
    /// <exception cref="ArgumentException">A length does not match its shape, the spans overlap, or the shapes differ in batch, channels or rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is neither -1 nor in the output's plane.</exception>
    static abstract void Backward(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<int> indices, Span<T> inputGradient, PoolingShape inputShape, PoolingShape outputShape = default, ParallelOptions? parallel = null);
}
