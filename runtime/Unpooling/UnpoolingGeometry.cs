using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>The shapes of an unpooling's call: how large a plane of the input and one of the output is, and where they stand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnpoolingGeometry
{
    internal UnpoolingGeometry(PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout) =>
        (InputShape, OutputShape, Layout) = (inputShape, outputShape, layout);

    /// <summary>The shape of the input and of the indices.</summary>
    public PoolingShape InputShape { get; }

    /// <summary>The shape of the output.</summary>
    public PoolingShape OutputShape { get; }

    /// <summary>The order of the axes in memory.</summary>
    public TensorLayout Layout { get; }

    internal int Batch => InputShape.Batch;

    internal int Channels => InputShape.Channels;

    internal int Planes => checked(Batch * Channels);

    /// <summary>The elements of a plane of the input.</summary>
    internal int InputPlane => checked(InputShape.Depth * InputShape.Height * InputShape.Width);

    /// <summary>The elements of a plane of the output.</summary>
    internal int OutputPlane => checked(OutputShape.Depth * OutputShape.Height * OutputShape.Width);

    /// <summary>The geometry of a call on three spatial axes.</summary>
    /// <exception cref="ArgumentException">The shape has another rank, the output has no element on some axis, or the shapes do not belong together.</exception>
    public static UnpoolingGeometry Create(
        PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout, PoolingAxis depth, PoolingAxis height, PoolingAxis width)
    {
        ShapeRank.Require(inputShape, 3, "unpooling");
        if (outputShape != default)
            return OfGiven(inputShape, outputShape, layout);
        return new(
            inputShape,
            new(inputShape.Batch, inputShape.Channels, Extent(depth, 0, inputShape), Extent(height, 1, inputShape), Extent(width, 2, inputShape)),
            layout);
    }

    /// <summary>The geometry of a call on two spatial axes.</summary>
    /// <exception cref="ArgumentException">The shape has another rank, the output has no element on some axis, or the shapes do not belong together.</exception>
    public static UnpoolingGeometry Create(PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout, PoolingAxis height, PoolingAxis width)
    {
        ShapeRank.Require(inputShape, 2, "unpooling");
        if (outputShape != default)
            return OfGiven(inputShape, outputShape, layout);
        return new(
            inputShape, new(inputShape.Batch, inputShape.Channels, Extent(height, 0, inputShape), Extent(width, 1, inputShape)), layout);
    }

    /// <summary>The geometry of a call on one spatial axis.</summary>
    /// <exception cref="ArgumentException">The shape has another rank, the output has no element, or the shapes do not belong together.</exception>
    public static UnpoolingGeometry Create(PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout, PoolingAxis width)
    {
        ShapeRank.Require(inputShape, 1, "unpooling");
        if (outputShape != default)
            return OfGiven(inputShape, outputShape, layout);
        return new(inputShape, new(inputShape.Batch, inputShape.Channels, Extent(width, 0, inputShape)), layout);
    }

    /// <summary>An output belongs to an input: they have their samples, channels and spatial axes in common.</summary>
    /// <param name="inputShape">The input's shape.</param>
    /// <param name="outputShape">The output's shape.</param>
    /// <param name="name">The argument that says the output's shape.</param>
    /// <exception cref="ArgumentException">They have not.</exception>
    internal static void RequireRelated(PoolingShape inputShape, PoolingShape outputShape, string name)
    {
        if (inputShape.Rank != outputShape.Rank || inputShape.Batch != outputShape.Batch || inputShape.Channels != outputShape.Channels)
        {
            throw new ArgumentException(
                $"An output of {outputShape} does not belong to an input of {inputShape}: batch, channels and the number of spatial axes are the same in both. Change spatial extents only, or take OutputShape(inputShape).",
                name);
        }
    }

    private static UnpoolingGeometry OfGiven(PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout)
    {
        RequireRelated(inputShape, outputShape, nameof(outputShape));
        return new(inputShape, outputShape, layout);
    }

    /// <summary>The formula of PyTorch's MaxUnpool and ONNX's: the extent that a pooling's windows reach over, less their padding.</summary>
    private static int Extent(PoolingAxis axis, int number, PoolingShape inputShape)
    {
        int inputExtent = InputExtents.Extent(inputShape, number);
        long output = (inputExtent - 1L) * axis.Stride - axis.PaddingBegin - axis.PaddingEnd + axis.Kernel;
        if (output is >= 1 and <= int.MaxValue)
            return (int)output;
        string limit = output < 1 ? "1 element at least" : $"{int.MaxValue} elements at most";
        throw new ArgumentException(
            $"Output size is out of range: input {inputExtent}, kernel {axis.Kernel}, padding {axis.PaddingBegin}+{axis.PaddingEnd}, stride {axis.Stride} gives {output} on axis {number}; an axis has {limit}. " +
            "Give the output's shape, or another input.",
            nameof(inputShape));
    }
}
