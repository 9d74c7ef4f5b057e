using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>Everything a kernel needs to know of a call's shapes: the planes and the windows of each axis.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PoolingGeometry
{
    private PoolingGeometry(PoolingShape inputShape, TensorLayout layout, AxisGeometry height, AxisGeometry width)
    {
        (InputShape, Layout, Height, Width) = (inputShape, layout, height, width);
    }

    /// <summary>The input's shape.</summary>
    public PoolingShape InputShape { get; }

    /// <summary>The order of the axes in memory.</summary>
    public TensorLayout Layout { get; }

    /// <summary>The windows of the outer spatial axis.</summary>
    public AxisGeometry Height { get; }

    /// <summary>The windows of the inner spatial axis.</summary>
    public AxisGeometry Width { get; }

    /// <summary>The output's shape.</summary>
    public PoolingShape OutputShape => new(InputShape.Batch, InputShape.Channels, Height.OutputExtent, Width.OutputExtent);

    /// <summary>The number of samples.</summary>
    public int Batch => InputShape.Batch;

    /// <summary>The number of channels.</summary>
    public int Channels => InputShape.Channels;

    /// <summary>The number of planes: samples times channels.</summary>
    public int Planes => checked(Batch * Channels);

    /// <summary>The elements of a plane of the input.</summary>
    public nint InputPlane => Height.InputExtent * (nint)Width.InputExtent;

    /// <summary>The elements of a plane of the output.</summary>
    public nint OutputPlane => Height.OutputExtent * (nint)Width.OutputExtent;

    /// <summary>The geometry of a call on two spatial axes.</summary>
    /// <exception cref="ArgumentException">The shape has another rank, or no window fits on some axis.</exception>
    public static PoolingGeometry Create(PoolingShape inputShape, TensorLayout layout, PoolingAxis height, PoolingAxis width)
    {
        if (inputShape.Rank != 2)
        {
            throw new ArgumentException(
                $"The shape {inputShape} has {inputShape.Rank} spatial axes; this pooling has 2. Use new PoolingShape(batch, channels, height, width).",
                nameof(inputShape));
        }
        return new(inputShape, layout, height.Resolve(0, inputShape.Height), width.Resolve(1, inputShape.Width));
    }
}
