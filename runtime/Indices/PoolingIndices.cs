using PoolGen.Runtime;

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
        PoolingGuard.Length(indices, outputShape);
        PoolingGuard.Length<long>(onnxIndices, outputShape, nameof(onnxIndices));
        (long depth, long height, long width) = (inputShape.Depth, inputShape.Height, inputShape.Width);
        for (int output = 0; output < indices.Length; output++)
        {
            int index = indices[output];
            if (PlaneIndex.IsNone(index, planes.InputPlane, output, inputShape))
            {
                onnxIndices[output] = PlaneIndex.None;
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
    /// The indices in planes that <see cref="ToOnnx"/> makes ONNX's of: what an unpooling takes of the second output of ONNX's MaxPool and the
    /// second input of its MaxUnpool. -1 stays -1.
    /// </summary>
    /// <param name="onnxIndices">ONNX's indices, in the layout of the unpooling.</param>
    /// <param name="indices">As many, in the same layout; each is written.</param>
    /// <param name="inputShape">The shape of the pooling's input, in which ONNX counts: the unpooling's output.</param>
    /// <param name="outputShape">The shape of the pooling's output and of the indices: the unpooling's input.</param>
    /// <param name="storageOrder">How ONNX numbers the elements of a plane. Its MaxUnpool knows <see cref="OnnxStorageOrder.RowMajor"/> only.</param>
    /// <param name="layout">The layout of the unpooling.</param>
    /// <param name="planeShape">
    /// The shape whose planes the results count in, where it is another: ONNX's MaxUnpool counts in the shape that it would have without its input
    /// <c>output_shape</c>, whatever that is. <see langword="default"/> for <paramref name="inputShape"/>.
    /// </param>
    /// <exception cref="ArgumentException">A span has not the indices' element count, or the shapes differ in batch, channels or rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the plane of its sample and channel, or of <paramref name="planeShape"/>; the results are not specified then.</exception>
    public static void FromOnnx(
        ReadOnlySpan<long> onnxIndices,
        Span<int> indices,
        PoolingShape inputShape,
        PoolingShape outputShape,
        OnnxStorageOrder storageOrder = OnnxStorageOrder.RowMajor,
        TensorLayout layout = TensorLayout.ChannelsFirst,
        PoolingShape planeShape = default)
    {
        var planes = new IndexedPlanes(inputShape, outputShape, layout);
        PoolingGuard.Length(onnxIndices, outputShape);
        PoolingGuard.Length<int>(indices, outputShape, nameof(indices));
        if (planeShape == default)
            planeShape = inputShape;
        UnpoolingGeometry.RequireRelated(outputShape, planeShape, nameof(planeShape));

        (long depth, long height, long width) = (inputShape.Depth, inputShape.Height, inputShape.Width);
        for (int output = 0; output < indices.Length; output++)
        {
            long index = onnxIndices[output], first = planes.Number(output) * planes.InputPlane, inPlane = index - first;
            if (index == PlaneIndex.None)
            {
                indices[output] = PlaneIndex.None;
                continue;
            }
            if (index < first || inPlane >= planes.InputPlane)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(onnxIndices),
                    index,
                    $"onnxIndices[{output}] lies outside its plane: that of its sample and channel in {inputShape} begins at {first} and has {planes.InputPlane} elements, and -1 is an empty window. Give the shape that the indices were made for.");
            }

            (long slice, long row, long column) = storageOrder == OnnxStorageOrder.ColumnMajor
                ? (inPlane % depth, inPlane / depth % height, inPlane / depth / height)
                : (inPlane / width / height, inPlane / width % height, inPlane % width);
            if (slice >= planeShape.Depth || row >= planeShape.Height || column >= planeShape.Width)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(onnxIndices),
                    index,
                    $"onnxIndices[{output}] is slice {slice}, row {row}, column {column} of its plane in {inputShape}, which a plane of {planeShape} has not. Give a larger shape.");
            }
            indices[output] = checked((int)((slice * planeShape.Height + row) * planeShape.Width + column));
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
        UnpoolingGeometry.RequireRelated(inputShape, outputShape, nameof(outputShape));
        PoolingGuard.Length(input, inputShape);
        PoolingGuard.Length(indices, outputShape);
        PoolingGuard.Length<T>(output, outputShape, nameof(output));
        UnpoolingDriver.Gather(input, indices, output, new UnpoolingGeometry(outputShape, inputShape, layout), parallel: null);
    }
}
