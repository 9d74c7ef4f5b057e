using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace PoolGen.Sample.Network;

/// <summary>Spans over dense tensors whose first axis is the batch.</summary>
internal static class TensorSpans
{
    /// <summary>All elements, in memory order.</summary>
    /// <remarks>
    /// Not through <c>GetSpan</c>: in version 10.0.0 it refuses the whole of a dense tensor that has an inner axis of extent 1.
    /// </remarks>
    public static Span<float> Values(this Tensor<float> tensor)
    {
        Debug.Assert(tensor.IsDense, "layers make dense tensors only");
        return MemoryMarshal.CreateSpan(ref tensor.GetPinnableReference(), checked((int)tensor.FlattenedLength));
    }

    /// <summary>The elements of one sample of the batch.</summary>
    public static Span<float> Sample(this Tensor<float> tensor, int index)
    {
        int length = checked((int)(tensor.FlattenedLength / tensor.Lengths[0]));
        return tensor.Values().Slice(index * length, length);
    }

    /// <summary>The number of samples: the first axis.</summary>
    public static int BatchSize(this Tensor<float> tensor) => checked((int)tensor.Lengths[0]);
}

/// <summary>A tensor that is allocated anew only when its lengths change, so that training allocates nothing per batch.</summary>
internal sealed class TensorBuffer
{
    private Tensor<float>? tensor;

    /// <summary>The tensor of these lengths; its elements are whatever the last use left.</summary>
    public Tensor<float> WithLengths(params ReadOnlySpan<nint> lengths)
    {
        if (tensor is null || !tensor.Lengths.SequenceEqual(lengths))
        {
            tensor = Tensor.CreateFromShape<float>(lengths);
        }

        return tensor;
    }
}
