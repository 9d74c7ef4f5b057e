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

    /// <summary>The windows of the outer spatial axis; with one spatial axis, a single window of one tap.</summary>
    public AxisGeometry Height { get; }

    /// <summary>The windows of the inner spatial axis.</summary>
    public AxisGeometry Width { get; }

    /// <summary>The output's shape.</summary>
    public PoolingShape OutputShape => InputShape.Rank == 1
        ? new(InputShape.Batch, InputShape.Channels, Width.OutputExtent)
        : new(InputShape.Batch, InputShape.Channels, Height.OutputExtent, Width.OutputExtent);

    /// <summary>The number of samples.</summary>
    public int Batch => InputShape.Batch;

    /// <summary>The number of channels.</summary>
    public int Channels => InputShape.Channels;

    /// <summary>The number of planes: samples times channels.</summary>
    public int Planes => checked(Batch * Channels);

    /// <summary>The blocks of memory that hold whole planes and nothing else: planes where channels come first, else samples.</summary>
    internal int Blocks => Layout == TensorLayout.ChannelsFirst ? Planes : Batch;

    /// <summary>The elements of a plane of the input.</summary>
    public nint InputPlane => Height.InputExtent * (nint)Width.InputExtent;

    /// <summary>The elements of a plane of the output.</summary>
    public nint OutputPlane => Height.OutputExtent * (nint)Width.OutputExtent;

    /// <summary>The geometry of a call on two spatial axes.</summary>
    /// <exception cref="ArgumentException">The shape has another rank, or no window fits on some axis.</exception>
    public static PoolingGeometry Create(PoolingShape inputShape, TensorLayout layout, PoolingAxis height, PoolingAxis width)
    {
        RequireRank(inputShape, 2, "new PoolingShape(batch, channels, height, width)");
        return new(inputShape, layout, height.Resolve(0, inputShape.Height), width.Resolve(1, inputShape.Width));
    }

    /// <summary>The geometry of a call on one spatial axis: planes of one row.</summary>
    /// <exception cref="ArgumentException">The shape has another rank, or no window fits.</exception>
    public static PoolingGeometry Create(PoolingShape inputShape, TensorLayout layout, PoolingAxis width)
    {
        RequireRank(inputShape, 1, "new PoolingShape(batch, channels, width)");
        return new(inputShape, layout, AxisGeometry.Absent, width.Resolve(0, inputShape.Width));
    }

    /// <summary>The geometry of one block by itself.</summary>
    internal PoolingGeometry OfBlock()
    {
        int channels = Layout == TensorLayout.ChannelsFirst ? 1 : Channels;
        PoolingShape block = InputShape.Rank == 1 ? new(1, channels, InputShape.Width) : new(1, channels, InputShape.Height, InputShape.Width);
        return new(block, Layout, Height, Width);
    }

    /// <summary>Images of some of the rows.</summary>
    internal PoolingGeometry OfRows(AxisGeometry rows) =>
        new(new(InputShape.Batch, InputShape.Channels, rows.InputExtent, InputShape.Width), Layout, rows, Width);

    private static void RequireRank(PoolingShape inputShape, int rank, string cure)
    {
        if (inputShape.Rank != rank)
        {
            throw new ArgumentException(
                $"The shape {inputShape} has {inputShape.Rank} spatial {(inputShape.Rank == 1 ? "axis" : "axes")}; this pooling has {rank}. Use {cure}.", nameof(inputShape));
        }
    }
}
