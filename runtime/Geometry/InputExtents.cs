namespace PoolGen.Runtime;

/// <summary>Poolings whose input extents are known at compile time take no other shape: their kernels are made for that one.</summary>
internal static class InputExtents
{
    /// <summary>The shape's spatial extents are those that the axes accept.</summary>
    /// <param name="inputShape">The shape.</param>
    /// <param name="axes">Its spatial axes, outermost first.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void Require(PoolingShape inputShape, ReadOnlySpan<PoolingAxis> axes)
    {
        bool differs = false;
        for (int axis = 0; axis < axes.Length; axis++)
            differs |= axes[axis].InputExtent > 0 && axes[axis].InputExtent != Extent(inputShape, axis);
        if (!differs)
            return;

        (int batch, int channels) = (inputShape.Batch, inputShape.Channels);
        PoolingShape expected = axes.Length switch
        {
            1 => new(batch, channels, axes[0].InputExtent),
            2 => new(batch, channels, axes[0].InputExtent, axes[1].InputExtent),
            _ => new(batch, channels, axes[0].InputExtent, axes[1].InputExtent, axes[2].InputExtent),
        };
        throw new ArgumentException(
            $"The shape {inputShape} is not {expected}, which this pooling is compiled for. Pool that shape, or change or remove InputExtents in the attribute.",
            nameof(inputShape));
    }

    /// <summary>The extent of a spatial axis; 0 is the outermost.</summary>
    public static int Extent(PoolingShape shape, int axis) => (shape.Rank - axis) switch
    {
        1 => shape.Width,
        2 => shape.Height,
        _ => shape.Depth,
    };
}
