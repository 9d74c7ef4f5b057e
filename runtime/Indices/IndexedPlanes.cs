using PoolGen.Runtime;

namespace PoolGen;

/// <summary>The planes of a pooling's input and output in memory, for those that number the one by the other.</summary>
internal readonly struct IndexedPlanes
{
    private readonly int _channels;
    private readonly bool _channelsLast;
    private readonly long _outputPlane;

    public IndexedPlanes(PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout)
    {
        UnpoolingGeometry.RequireRelated(inputShape, outputShape, nameof(outputShape));
        (_channels, _channelsLast) = (outputShape.Channels, layout == TensorLayout.ChannelsLast);
        InputPlane = (long)inputShape.Depth * inputShape.Height * inputShape.Width;
        _outputPlane = (long)outputShape.Depth * outputShape.Height * outputShape.Width;
    }

    /// <summary>The elements of a plane of the input.</summary>
    public long InputPlane { get; }

    /// <summary>The number of the plane that an output lies in: samples times channels, plus channel.</summary>
    public long Number(long output) => _channelsLast
        ? output / (_outputPlane * _channels) * _channels + output % _channels
        : output / _outputPlane;
}
