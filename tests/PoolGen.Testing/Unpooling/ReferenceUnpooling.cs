namespace PoolGen.Testing;

/// <summary>Max unpooling from its definition: what stands at each element of a plane is asked of all indices of that plane.</summary>
public static class ReferenceUnpooling
{
    /// <summary>The output's shape where none is given, or null where it would have no element.</summary>
    public static PoolingShape? OutputShape(ReferenceUnpoolingSpec spec, PoolingShape input)
    {
        int[] extents = [.. Extents(input).Select((extent, axis) =>
            extent * spec.Stride[axis] - spec.Stride[axis] + spec.Kernel[axis] - spec.PadBegin[axis] - spec.PadEnd[axis])];
        return extents.Any(extent => extent < 1) ? null : OfExtents(input, extents);
    }

    /// <summary>A shape of the samples and channels of another.</summary>
    public static PoolingShape OfExtents(PoolingShape planes, params int[] extents) => extents switch
    {
        [var width] => new(planes.Batch, planes.Channels, width),
        [var height, var width] => new(planes.Batch, planes.Channels, height, width),
        _ => new(planes.Batch, planes.Channels, extents[0], extents[1], extents[2]),
    };

    /// <summary>The spatial extents, outermost first.</summary>
    public static int[] Extents(PoolingShape shape) => shape.Rank switch
    {
        1 => [shape.Width],
        2 => [shape.Height, shape.Width],
        _ => [shape.Depth, shape.Height, shape.Width],
    };

    /// <summary>The output: at each element the last of the input whose index it is, or zero.</summary>
    public static T[] Forward<T>(T[] input, int[] indices, PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout)
        where T : unmanaged
    {
        var output = new T[outputShape.ElementCount];
        foreach ((int sample, int channel) in Planes(inputShape))
        {
            ILookup<int, int> byIndex = Positions(inputShape).ToLookup(position => indices[Place(inputShape, layout, sample, channel, position)]);
            foreach (int element in Positions(outputShape))
            {
                int[] candidates = [.. byIndex[element]];
                if (candidates.Length > 0)
                    output[Place(outputShape, layout, sample, channel, element)] = input[Place(inputShape, layout, sample, channel, candidates.Max())];
            }
        }
        return output;
    }

    /// <summary>The input's gradient: at each element the output's at its index, or zero.</summary>
    public static T[] Backward<T>(T[] outputGradient, int[] indices, PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout)
        where T : unmanaged
    {
        var inputGradient = new T[inputShape.ElementCount];
        foreach ((int sample, int channel) in Planes(inputShape))
        {
            foreach (int position in Positions(inputShape))
            {
                int place = Place(inputShape, layout, sample, channel, position);
                if (indices[place] != -1)
                    inputGradient[place] = outputGradient[Place(outputShape, layout, sample, channel, indices[place])];
            }
        }
        return inputGradient;
    }

    /// <summary>Where an element of a plane stands in memory.</summary>
    public static int Place(PoolingShape shape, TensorLayout layout, int sample, int channel, int position)
    {
        int plane = Extents(shape).Aggregate(1, (product, extent) => product * extent);
        return layout == TensorLayout.ChannelsLast
            ? (sample * plane + position) * shape.Channels + channel
            : (sample * shape.Channels + channel) * plane + position;
    }

    private static IEnumerable<int> Positions(PoolingShape shape) => Enumerable.Range(0, shape.Depth * shape.Height * shape.Width);

    private static IEnumerable<(int Sample, int Channel)> Planes(PoolingShape shape) =>
        from sample in Enumerable.Range(0, shape.Batch)
        from channel in Enumerable.Range(0, shape.Channels)
        select (sample, channel);
}
