using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>Everything a kernel needs to know of a call's shapes: the planes and the windows of each axis.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PoolingGeometry
{
    private PoolingGeometry(PoolingShape inputShape, TensorLayout layout, AxisGeometry depth, AxisGeometry height, AxisGeometry width)
    {
        (InputShape, Layout, Depth, Height, Width) = (inputShape, layout, depth, height, width);
        OutputShape = inputShape.Rank switch
        {
            1 => new(inputShape.Batch, inputShape.Channels, width.OutputExtent),
            2 => new(inputShape.Batch, inputShape.Channels, height.OutputExtent, width.OutputExtent),
            _ => new(inputShape.Batch, inputShape.Channels, depth.OutputExtent, height.OutputExtent, width.OutputExtent),
        };
    }

    /// <summary>The input's shape.</summary>
    public PoolingShape InputShape { get; }

    /// <summary>The order of the axes in memory.</summary>
    public TensorLayout Layout { get; }

    /// <summary>The windows of the outermost of three spatial axes, whose elements are slices; with fewer axes, a single window of one tap.</summary>
    public AxisGeometry Depth { get; }

    /// <summary>The windows of the axis whose elements are rows; with one spatial axis, a single window of one tap.</summary>
    public AxisGeometry Height { get; }

    /// <summary>The windows of the inner spatial axis.</summary>
    public AxisGeometry Width { get; }

    /// <summary>The output's shape.</summary>
    public PoolingShape OutputShape { get; }

    /// <summary>The number of samples.</summary>
    public int Batch => InputShape.Batch;

    /// <summary>The number of channels.</summary>
    public int Channels => InputShape.Channels;

    /// <summary>The number of planes: samples times channels.</summary>
    public int Planes => checked(Batch * Channels);

    /// <summary>The blocks of memory that hold whole planes and nothing else: planes where channels come first, else samples.</summary>
    internal int Blocks => Layout == TensorLayout.ChannelsFirst ? Planes : Batch;

    /// <summary>The elements of a plane of the input, all its slices.</summary>
    public nint InputPlane => Depth.InputExtent * (nint)Height.InputExtent * Width.InputExtent;

    /// <summary>The elements of a plane of the output, all its slices.</summary>
    public nint OutputPlane => Depth.OutputExtent * (nint)Height.OutputExtent * Width.OutputExtent;

    /// <summary>The geometry of a call on three spatial axes.</summary>
    /// <exception cref="ArgumentException">The shape has another rank, or no window fits on some axis.</exception>
    public static PoolingGeometry Create(PoolingShape inputShape, TensorLayout layout, PoolingAxis depth, PoolingAxis height, PoolingAxis width)
    {
        ShapeRank.Require(inputShape, 3, "pooling");
        InputExtents.Require(inputShape, [depth, height, width]);
        return new(inputShape, layout, depth.Resolve(0, inputShape.Depth), height.Resolve(1, inputShape.Height), width.Resolve(2, inputShape.Width));
    }

    /// <summary>The geometry of a call on two spatial axes.</summary>
    /// <exception cref="ArgumentException">The shape has another rank, or no window fits on some axis.</exception>
    public static PoolingGeometry Create(PoolingShape inputShape, TensorLayout layout, PoolingAxis height, PoolingAxis width)
    {
        ShapeRank.Require(inputShape, 2, "pooling");
        InputExtents.Require(inputShape, [height, width]);
        return new(inputShape, layout, AxisGeometry.Absent, height.Resolve(0, inputShape.Height), width.Resolve(1, inputShape.Width));
    }

    /// <summary>The geometry of a call on one spatial axis: planes of one row.</summary>
    /// <exception cref="ArgumentException">The shape has another rank, or no window fits.</exception>
    public static PoolingGeometry Create(PoolingShape inputShape, TensorLayout layout, PoolingAxis width)
    {
        ShapeRank.Require(inputShape, 1, "pooling");
        InputExtents.Require(inputShape, [width]);
        return new(inputShape, layout, AxisGeometry.Absent, AxisGeometry.Absent, width.Resolve(0, inputShape.Width));
    }

    /// <summary>The geometry of one block by itself.</summary>
    internal PoolingGeometry OfBlock() => OfBlocks(1);

    /// <summary>The geometry of some blocks by themselves.</summary>
    internal PoolingGeometry OfBlocks(int count)
    {
        int channels = Layout == TensorLayout.ChannelsFirst ? 1 : Channels;
        PoolingShape blocks = InputShape.Rank switch
        {
            1 => new(count, channels, InputShape.Width),
            2 => new(count, channels, InputShape.Height, InputShape.Width),
            _ => new(count, channels, InputShape.Depth, InputShape.Height, InputShape.Width),
        };
        return new(blocks, Layout, Depth, Height, Width);
    }

    /// <summary>A single plane of other columns; where channels come first, with one or two spatial axes.</summary>
    internal PoolingGeometry OfPlane(AxisGeometry columns)
    {
        PoolingShape plane = InputShape.Rank == 1 ? new(1, 1, columns.InputExtent) : new(1, 1, InputShape.Height, columns.InputExtent);
        return new(plane, Layout, Depth, Height, columns);
    }

    /// <summary>The axis whose elements are the largest pieces of memory: slices where there are some, else rows, which a single spatial axis has one of.</summary>
    internal AxisGeometry Outermost => InputShape.Rank == 3 ? Depth : Height;

    /// <summary>The same over other slices, or with two spatial axes, over other rows.</summary>
    internal PoolingGeometry OverOutermost(AxisGeometry axis) => InputShape.Rank == 3
        ? new(new(InputShape.Batch, InputShape.Channels, axis.InputExtent, InputShape.Height, InputShape.Width), Layout, axis, Height, Width)
        : new(new(InputShape.Batch, InputShape.Channels, axis.InputExtent, InputShape.Width), Layout, AxisGeometry.Absent, axis, Width);

    /// <summary>The same geometry, if no window has more taps than can be added exactly.</summary>
    /// <param name="most">The most taps of a window.</param>
    /// <exception cref="ArgumentException">Some window has more.</exception>
    public PoolingGeometry WithTapsUpTo(int most)
    {
        long taps = Depth.MostTaps * (long)Height.MostTaps * Width.MostTaps;
        if (taps > most)
        {
            throw new ArgumentException(
                $"Windows over an input of {InputShape} have up to {taps} taps; sums of this element type are exact up to {most}. Convert the input, and give ElementType = typeof(double).",
                "inputShape");
        }
        return this;
    }
}
