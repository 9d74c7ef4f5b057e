namespace PoolGen;

/// <summary>
/// What can be done with the indices of a <c>ForwardWithIndices</c>: one for each output, flat in its plane of the unpadded input with the
/// innermost axis fastest, and -1 for an empty window.
/// </summary>
public static class PoolingIndices
{
    /// <summary>
    /// The indices as ONNX's MaxPool gives them: 64 bits, flat in the whole input in the order N, C, D, H, W. -1 stays -1.
    /// </summary>
    /// <param name="indices">The indices in planes, in the layout of the pooling.</param>
    /// <param name="onnxIndices">As many, in the same layout.</param>
    /// <param name="inputShape">The shape of the pooling's input.</param>
    /// <param name="outputShape">The shape of its output.</param>
    /// <param name="storageOrder">How elements are numbered in a plane.</param>
    /// <param name="layout">The layout of the pooling.</param>
    /// <exception cref="ArgumentException">A span has not the output's element count, or the shapes differ in batch, channels or rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside its plane.</exception>
    public static void ToOnnx(
        ReadOnlySpan<int> indices,
        Span<long> onnxIndices,
        PoolingShape inputShape,
        PoolingShape outputShape,
        OnnxStorageOrder storageOrder = OnnxStorageOrder.RowMajor,
        TensorLayout layout = TensorLayout.ChannelsFirst)
    {
        var planes = new IndexedPlanes(inputShape, outputShape, layout);
        planes.RequireOutputs(indices.Length, nameof(indices));
        planes.RequireOutputs(onnxIndices.Length, nameof(onnxIndices));
        (long depth, long height, long width) = (inputShape.Depth, inputShape.Height, inputShape.Width);
        for (int output = 0; output < indices.Length; output++)
        {
            int index = planes.IndexOf(output, indices);
            if (index < 0)
            {
                onnxIndices[output] = -1;
                continue;
            }
            long inPlane = index;
            if (storageOrder == OnnxStorageOrder.ColumnMajor)
            {
                long row = index / width, column = index % width;
                inPlane = (column * height + row % height) * depth + row / height;
            }
            onnxIndices[output] = planes.Number(output) * planes.InputPlane + inPlane;
        }
    }

    /// <summary>
    /// Takes each output from the input's element of its index, and 0 where there is none: the derivative of max pooling under
    /// <see cref="TieRule.First"/> and <see cref="TieRule.Last"/> in a direction, and with it the second derivative that double backward asks for.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="input">A tensor of the input's shape: the direction.</param>
    /// <param name="indices">The indices in planes.</param>
    /// <param name="output">A tensor of the output's shape; every element is written.</param>
    /// <param name="inputShape">The shape of the pooling's input.</param>
    /// <param name="outputShape">The shape of its output.</param>
    /// <param name="layout">The layout of the pooling.</param>
    /// <exception cref="ArgumentException">A span has not its shape's element count, or the shapes differ in batch, channels or rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside its plane; the output is not specified then.</exception>
    public static void Gather<T>(
        ReadOnlySpan<T> input,
        ReadOnlySpan<int> indices,
        Span<T> output,
        PoolingShape inputShape,
        PoolingShape outputShape,
        TensorLayout layout = TensorLayout.ChannelsFirst)
        where T : unmanaged
    {
        var planes = new IndexedPlanes(inputShape, outputShape, layout);
        planes.RequireInputs(input.Length, nameof(input));
        planes.RequireOutputs(indices.Length, nameof(indices));
        planes.RequireOutputs(output.Length, nameof(output));
        for (int place = 0; place < indices.Length; place++)
        {
            int index = planes.IndexOf(place, indices);
            output[place] = index < 0 ? default : input[(int)planes.InputPlace(place, index)];
        }
    }
}
