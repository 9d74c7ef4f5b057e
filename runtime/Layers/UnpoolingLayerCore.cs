using System.ComponentModel;
using System.Numerics.Tensors;

namespace PoolGen.Runtime;

/// <summary>The state and the work of a generated unpooling's instance members; the class itself only forwards to it.</summary>
/// <typeparam name="TUnpooling">The annotated class.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnpoolingLayerCore<TUnpooling, T>
    where TUnpooling : IUnpooling<T>
    where T : unmanaged
{
    private readonly TensorLayout _layout;
    private readonly int _rank;

    // What the last forward pass left.
    private (PoolingShape Input, PoolingShape Output)? _shapes;
    private KeptTensor<int> _indices = new();
    private bool _ranWithoutTraining;

    /// <summary>A layer without a forward pass.</summary>
    /// <param name="rank">The spatial axes of its tensors.</param>
    /// <param name="layout">The order of their axes.</param>
    public UnpoolingLayerCore(int rank, TensorLayout layout) => (_rank, _layout) = (rank, layout);

    /// <inheritdoc cref="IUnpoolingLayer{T}.Training"/>
    public bool Training { get; set; } = true;

    /// <inheritdoc cref="IUnpoolingLayer{T}.Parallel"/>
    public ParallelOptions? Parallel { get; set; }

    /// <inheritdoc cref="IUnpoolingLayer{T}.Forward(Tensor{T}, Tensor{int})"/>
    public Tensor<T> Forward(Tensor<T> input, Tensor<int> indices) => ForwardToShape(input, indices, default);

    /// <inheritdoc cref="IUnpoolingLayer{T}.ForwardToShape"/>
    public Tensor<T> ForwardToShape(Tensor<T> input, Tensor<int> indices, PoolingShape outputShape)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(indices);
        PoolingShape inputShape = TensorShapes.Parse<T>(input, _layout, _rank, nameof(input));
        TensorShapes.Require<int>(indices, inputShape, _layout, nameof(indices));
        if (outputShape == default)
            outputShape = TUnpooling.OutputShape(inputShape);
        else
            UnpoolingGeometry.RequireRelated(inputShape, outputShape, nameof(outputShape));
        Tensor<T> output = TensorShapes.NewTensor<T>(outputShape, _layout);
        Run(
            TensorShapes.Elements<T>(input.AsReadOnlyTensorSpan()),
            TensorShapes.Elements<int>(indices.AsReadOnlyTensorSpan()),
            TensorShapes.Elements(output.AsTensorSpan()),
            inputShape,
            outputShape,
            indices);
        return output;
    }

    /// <inheritdoc cref="IUnpoolingLayer{T}.Forward(in ReadOnlyTensorSpan{T}, in ReadOnlyTensorSpan{int}, in TensorSpan{T})"/>
    public void Forward(in ReadOnlyTensorSpan<T> input, in ReadOnlyTensorSpan<int> indices, in TensorSpan<T> output)
    {
        PoolingShape inputShape = TensorShapes.Parse(input, _layout, _rank, nameof(input));
        TensorShapes.Require(indices, inputShape, _layout, nameof(indices));
        PoolingShape outputShape = TensorShapes.Parse<T>(output, _layout, _rank, nameof(output));
        UnpoolingGeometry.RequireRelated(inputShape, outputShape, nameof(output));
        Run(TensorShapes.Elements(input), TensorShapes.Elements(indices), TensorShapes.Elements(output), inputShape, outputShape, tensor: null);
    }

    /// <inheritdoc cref="IUnpoolingLayer{T}.Backward(Tensor{T})"/>
    public Tensor<T> Backward(Tensor<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        (PoolingShape inputShape, PoolingShape outputShape) = LastShapes();
        TensorShapes.Require<T>(outputGradient, outputShape, _layout, nameof(outputGradient));
        Tensor<T> inputGradient = TensorShapes.NewTensor<T>(inputShape, _layout);
        RunBackward(TensorShapes.Elements<T>(outputGradient.AsReadOnlyTensorSpan()), TensorShapes.Elements(inputGradient.AsTensorSpan()), inputShape, outputShape);
        return inputGradient;
    }

    /// <inheritdoc cref="IUnpoolingLayer{T}.Backward(in ReadOnlyTensorSpan{T}, in TensorSpan{T})"/>
    public void Backward(in ReadOnlyTensorSpan<T> outputGradient, in TensorSpan<T> inputGradient)
    {
        (PoolingShape inputShape, PoolingShape outputShape) = LastShapes();
        TensorShapes.Require(outputGradient, outputShape, _layout, nameof(outputGradient));
        TensorShapes.Require<T>(inputGradient, inputShape, _layout, nameof(inputGradient));
        RunBackward(TensorShapes.Elements(outputGradient), TensorShapes.Elements(inputGradient), inputShape, outputShape);
    }

    private void Run(
        ReadOnlySpan<T> input, ReadOnlySpan<int> indices, Span<T> output, PoolingShape inputShape, PoolingShape outputShape, Tensor<int>? tensor)
    {
        // A pass that throws must not leave the indices of the one before.
        _shapes = null;
        _indices.Release();
        _ranWithoutTraining = !Training;
        TUnpooling.Forward(input, indices, output, inputShape, outputShape, Parallel);
        if (!Training)
            return;
        _indices.Keep(indices, tensor);
        _shapes = (inputShape, outputShape);
    }

    private void RunBackward(ReadOnlySpan<T> outputGradient, Span<T> inputGradient, PoolingShape inputShape, PoolingShape outputShape) =>
        TUnpooling.Backward(outputGradient, _indices.Elements(inputShape), inputGradient, inputShape, outputShape, Parallel);

    private (PoolingShape Input, PoolingShape Output) LastShapes() => _shapes ?? throw LayerBuffers.NothingKept(_ranWithoutTraining);
}
