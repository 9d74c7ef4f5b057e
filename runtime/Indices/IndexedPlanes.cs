namespace PoolGen;

/// <summary>The planes of a pooling's input and output in memory, for those that follow indices from one to the other.</summary>
internal readonly struct IndexedPlanes
{
    private readonly PoolingShape _inputShape;
    private readonly PoolingShape _outputShape;
    private readonly bool _channelsLast;
    private readonly long _outputPlane;

    public IndexedPlanes(PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout)
    {
        if (inputShape.Rank != outputShape.Rank || inputShape.Batch != outputShape.Batch || inputShape.Channels != outputShape.Channels)
        {
            throw new ArgumentException(
                $"An output of {outputShape} does not belong to an input of {inputShape}: batch, channels and the number of spatial axes are the same in both. Take OutputShape(inputShape).",
                nameof(outputShape));
        }
        (_inputShape, _outputShape, _channelsLast) = (inputShape, outputShape, layout == TensorLayout.ChannelsLast);
        InputPlane = (long)inputShape.Depth * inputShape.Height * inputShape.Width;
        _outputPlane = (long)outputShape.Depth * outputShape.Height * outputShape.Width;
    }

    /// <summary>The elements of a plane of the input.</summary>
    public long InputPlane { get; }

    /// <summary>The number of the plane that an output lies in: samples times channels, plus channel.</summary>
    public long Number(long output) => _channelsLast
        ? output / (_outputPlane * _outputShape.Channels) * _outputShape.Channels + output % _outputShape.Channels
        : output / _outputPlane;

    /// <summary>Where an element of an output's plane lies in the input.</summary>
    public long InputPlace(long output, long index) => _channelsLast
        ? (output / (_outputPlane * _outputShape.Channels) * InputPlane + index) * _outputShape.Channels + output % _outputShape.Channels
        : output / _outputPlane * InputPlane + index;

    public void RequireInputs(int length, string name) => Require(length, _inputShape, name);

    public void RequireOutputs(int length, string name) => Require(length, _outputShape, name);

    /// <summary>The index of an output, -1 for an empty window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither -1 nor in a plane.</exception>
    public int IndexOf(int output, ReadOnlySpan<int> indices)
    {
        int index = indices[output];
        if (index < -1 || index >= InputPlane)
        {
            throw new ArgumentOutOfRangeException(
                nameof(indices), index, $"indices[{output}] lies outside its plane: those of an input of {_inputShape} have {InputPlane} elements, and -1 is an empty window.");
        }
        return index;
    }

    private static void Require(int length, PoolingShape shape, string name)
    {
        if (length != shape.ElementCount)
            throw new ArgumentException($"{name} has {length} elements; its shape {shape} has {shape.ElementCount}. Slice the span to the shape.", name);
    }
}
