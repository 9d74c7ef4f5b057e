using System.Numerics.Tensors;
using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>Tensors of a pooling shape, in the order of its layout.</summary>
internal static class Tensors
{
    /// <summary>A tensor of zeros.</summary>
    public static Tensor<float> Zeros(params nint[] lengths) =>
        Tensor.Create(new float[lengths.Aggregate((product, length) => product * length)], lengths);

    public static Tensor<T> Of<T>(T[] elements, PoolingShape shape, ReferenceSpec spec) => Tensor.Create(elements, Lengths(shape, spec));

    public static nint[] Lengths(PoolingShape shape, ReferenceSpec spec)
    {
        nint[] spatial = spec.Rank switch
        {
            1 => [shape.Width],
            2 => [shape.Height, shape.Width],
            _ => [shape.Depth, shape.Height, shape.Width],
        };
        return spec.Layout == TensorLayout.ChannelsFirst ? [shape.Batch, shape.Channels, .. spatial] : [shape.Batch, .. spatial, shape.Channels];
    }

    public static T[] Elements<T>(Tensor<T> tensor)
    {
        var elements = new T[tensor.FlattenedLength];
        tensor.FlattenTo(elements);
        return elements;
    }
}
