using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen.Runtime;

/// <summary>Between a tensor's lengths, in the order of its layout, and a <see cref="PoolingShape"/>.</summary>
internal static class TensorShapes
{
    /// <summary>The axes of a layout, as messages name them: <c>N,C,H,W</c>.</summary>
    private static string Axes(TensorLayout layout, int rank)
    {
        string spatial = "D,H,W"[(2 * (3 - rank))..];
        return layout == TensorLayout.ChannelsFirst ? $"N,C,{spatial}" : $"N,{spatial},C";
    }

    /// <summary>The shape of a tensor that is dense and has the layer's axes.</summary>
    /// <exception cref="ArgumentException">It is not dense, or has other axes, or a zero extent beside the batch.</exception>
    public static PoolingShape Parse<T>(in ReadOnlyTensorSpan<T> tensor, TensorLayout layout, int rank, string name)
    {
        ReadOnlySpan<nint> lengths = tensor.Lengths;
        if (lengths.Length != rank + 2)
            throw WrongRank(lengths, layout, rank, name);
        if (!tensor.IsDense)
            throw new ArgumentException($"{name} ({Describe(lengths)}) is not dense: it is a view into a larger tensor. Copy it with ToDenseTensor().", name);

        for (int axis = 1; axis < lengths.Length; axis++)
        {
            if (lengths[axis] < 1)
                throw new ArgumentException($"{name} ({Describe(lengths)}) has no element on axis {axis}; only the batch may be 0.", name);
        }

        int channels = (int)lengths[layout == TensorLayout.ChannelsFirst ? 1 : rank + 1];
        ReadOnlySpan<nint> spatial = lengths.Slice(layout == TensorLayout.ChannelsFirst ? 2 : 1, rank);
        int batch = checked((int)lengths[0]);
        return rank switch
        {
            1 => new(batch, channels, (int)spatial[0]),
            2 => new(batch, channels, (int)spatial[0], (int)spatial[1]),
            _ => new(batch, channels, (int)spatial[0], (int)spatial[1], (int)spatial[2]),
        };
    }

    /// <summary>The tensor is dense and has exactly the shape's lengths.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Require<T>(in ReadOnlyTensorSpan<T> tensor, PoolingShape expected, TensorLayout layout, string name)
    {
        PoolingShape actual = Parse(tensor, layout, expected.Rank, name);
        if (actual != expected)
        {
            throw new ArgumentException(
                $"{name} has the lengths {Describe(tensor.Lengths)}; expected are {Describe(Lengths(expected, layout))} ({Axes(layout, expected.Rank)}).", name);
        }
    }

    /// <summary>The shape's extents in the order of the layout.</summary>
    public static nint[] Lengths(PoolingShape shape, TensorLayout layout)
    {
        nint[] spatial = shape.Rank switch
        {
            1 => [shape.Width],
            2 => [shape.Height, shape.Width],
            _ => [shape.Depth, shape.Height, shape.Width],
        };
        return layout == TensorLayout.ChannelsFirst ? [shape.Batch, shape.Channels, .. spatial] : [shape.Batch, .. spatial, shape.Channels];
    }

    /// <summary>A new tensor of a shape, of zeros.</summary>
    public static Tensor<T> NewTensor<T>(PoolingShape shape, TensorLayout layout) => Tensor.Create(new T[checked((int)shape.ElementCount)], Lengths(shape, layout));

    // GetSpan, which would be the plain way, refuses dense tensors with an inner extent of 1 (System.Numerics.Tensors 10.0.0).

    /// <summary>The elements of a dense tensor.</summary>
    public static ReadOnlySpan<T> Elements<T>(scoped in ReadOnlyTensorSpan<T> tensor) => tensor.FlattenedLength == 0
        ? default
        : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AsRef(in tensor.GetPinnableReference()), checked((int)tensor.FlattenedLength));

    /// <summary>The elements of a dense tensor.</summary>
    public static Span<T> Elements<T>(scoped in TensorSpan<T> tensor) => tensor.FlattenedLength == 0
        ? default
        : MemoryMarshal.CreateSpan(ref tensor.GetPinnableReference(), checked((int)tensor.FlattenedLength));

    private static ArgumentException WrongRank(ReadOnlySpan<nint> lengths, TensorLayout layout, int rank, string name)
    {
        string cure = lengths.Length == rank + 1
            ? $" For a single sample, add the batch axis: {name}.Reshape([1, {Describe(lengths, ", ")}])."
            : "";
        return new ArgumentException(
            $"{name} has {lengths.Length} axes ({Describe(lengths)}); the layer takes {rank + 2}, {Axes(layout, rank)}.{cure}", name);
    }

    private static string Describe(ReadOnlySpan<nint> lengths, string separator = "x")
    {
        var parts = new string[lengths.Length];
        for (int axis = 0; axis < parts.Length; axis++)
            parts[axis] = lengths[axis].ToString(CultureInfo.InvariantCulture);
        return string.Join(separator, parts);
    }
}
