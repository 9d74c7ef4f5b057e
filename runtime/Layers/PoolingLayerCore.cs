using System.ComponentModel;
using System.Numerics.Tensors;

namespace PoolGen.Runtime;

/// <summary>The state and the work of a generated class's instance members; the class itself only forwards to it.</summary>
/// <typeparam name="TPooling">The annotated class.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PoolingLayerCore<TPooling, T>
    where TPooling : IPooling<T>
    where T : unmanaged
{
    private readonly TensorLayout _layout;
    private readonly int _rank;

    // What the last forward pass left: its shape, and x either as the caller's tensor or, from a span, as a copy.
    private PoolingShape? _shape;
    private KeptTensor<T> _input = new();
    private byte[] _workspace = [];
    private bool _ranWithoutTraining;

    /// <summary>A layer without a forward pass.</summary>
    /// <param name="rank">The spatial axes of its tensors.</param>
    /// <param name="layout">The order of their axes.</param>
    public PoolingLayerCore(int rank, TensorLayout layout) => (_rank, _layout) = (rank, layout);

    /// <inheritdoc cref="IPoolingLayer{T}.Training"/>
    public bool Training { get; set; } = true;

    /// <inheritdoc cref="IPoolingLayer{T}.Parallel"/>
    public ParallelOptions? Parallel { get; set; }

    /// <inheritdoc cref="IPoolingLayer{T}.Forward(Tensor{T})"/>
    public Tensor<T> Forward(Tensor<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        PoolingShape inputShape = TensorShapes.Parse<T>(input, _layout, _rank, nameof(input));
        Tensor<T> output = TensorShapes.NewTensor<T>(TPooling.OutputShape(inputShape), _layout);
        Run(TensorShapes.Elements<T>(input.AsReadOnlyTensorSpan()), TensorShapes.Elements(output.AsTensorSpan()), inputShape, input);
        return output;
    }

    /// <inheritdoc cref="IPoolingLayer{T}.Forward(in ReadOnlyTensorSpan{T}, in TensorSpan{T})"/>
    public void Forward(in ReadOnlyTensorSpan<T> input, in TensorSpan<T> output)
    {
        PoolingShape inputShape = TensorShapes.Parse(input, _layout, _rank, nameof(input));
        TensorShapes.Require<T>(output, TPooling.OutputShape(inputShape), _layout, nameof(output));
        Run(TensorShapes.Elements(input), TensorShapes.Elements(output), inputShape, tensor: null);
    }

    /// <inheritdoc cref="IPoolingLayer{T}.Backward(Tensor{T})"/>
    public Tensor<T> Backward(Tensor<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        PoolingShape inputShape = LastShape();
        TensorShapes.Require<T>(outputGradient, TPooling.OutputShape(inputShape), _layout, nameof(outputGradient));
        Tensor<T> inputGradient = TensorShapes.NewTensor<T>(inputShape, _layout);
        RunBackward(TensorShapes.Elements<T>(outputGradient.AsReadOnlyTensorSpan()), TensorShapes.Elements(inputGradient.AsTensorSpan()), inputShape);
        return inputGradient;
    }

    /// <inheritdoc cref="IPoolingLayer{T}.Backward(in ReadOnlyTensorSpan{T}, in TensorSpan{T})"/>
    public void Backward(in ReadOnlyTensorSpan<T> outputGradient, in TensorSpan<T> inputGradient)
    {
        PoolingShape inputShape = LastShape();
        TensorShapes.Require(outputGradient, TPooling.OutputShape(inputShape), _layout, nameof(outputGradient));
        TensorShapes.Require<T>(inputGradient, inputShape, _layout, nameof(inputGradient));
        RunBackward(TensorShapes.Elements(outputGradient), TensorShapes.Elements(inputGradient), inputShape);
    }

    private void Run(ReadOnlySpan<T> input, Span<T> output, PoolingShape inputShape, Tensor<T>? tensor)
    {
        // A pass that throws must not leave the previous one's state beside its own workspace.
        _shape = null;
        _input.Release();
        _ranWithoutTraining = !Training;
        if (!Training)
        {
            TPooling.Forward(input, output, inputShape, Parallel);
            return;
        }

        int length = TPooling.WorkspaceLength(inputShape);
        LayerBuffers.Grow(ref _workspace, length);
        TPooling.ForwardTraining(input, output, _workspace.AsSpan(0, length), inputShape, Parallel);
        if (TPooling.BackwardReadsInput)
            _input.Keep(input, tensor);
        _shape = inputShape;
    }

    private void RunBackward(ReadOnlySpan<T> outputGradient, Span<T> inputGradient, PoolingShape inputShape)
    {
        ReadOnlySpan<T> input = TPooling.BackwardReadsInput ? _input.Elements(inputShape) : default;
        ReadOnlySpan<byte> workspace = _workspace.AsSpan(0, TPooling.WorkspaceLength(inputShape));
        TPooling.BackwardTraining(outputGradient, input, workspace, inputGradient, inputShape, Parallel);
    }

    private PoolingShape LastShape() => _shape ?? throw LayerBuffers.NothingKept(_ranWithoutTraining);
}
