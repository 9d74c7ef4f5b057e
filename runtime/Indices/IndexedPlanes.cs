using PoolGen.Runtime;

namespace PoolGen;

/// <summary>The planes of a pooling's input and output in memory, for those that number the one by the other.</summary>
internal readonly struct IndexedPlanes
{
    private readonly PoolingShape _inputShape;
    private readonly int _channels;
    private readonly bool _channelsLast;
    private readonly long _outputPlane;

    public IndexedPlanes(PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout)
    {
        UnpoolingGeometry.RequireRelated(inputShape, outputShape, nameof(outputShape));
        (_inputShape, _channels, _channelsLast) = (inputShape, outputShape.Channels, layout == TensorLayout.ChannelsLast);
        InputPlane = (long)inputShape.Depth * inputShape.Height * inputShape.Width;
        _outputPlane = (long)outputShape.Depth * outputShape.Height * outputShape.Width;
    }

    /// <summary>The elements of a plane of the input.</summary>
    public long InputPlane { get; }

    /// <summary>The number of the plane that an output lies in: samples times channels, plus channel.</summary>
    public long Number(long output) => _channelsLast
        ? output / (_outputPlane * _channels) * _channels + output % _channels
        : output / _outputPlane;

    /// <summary>The index of an output, -1 for an empty window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither -1 nor in a plane.</exception>
    public int IndexOf(int output, ReadOnlySpan<int> indices)
    {
        int index = indices[output];
        return index >= PlaneIndex.None && index < InputPlane ? index : throw PlaneIndex.Outside(output, index, _inputShape);
    }
}
