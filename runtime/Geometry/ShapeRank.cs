namespace PoolGen.Runtime;

/// <summary>A type's tensors have as many spatial axes as its attribute says.</summary>
internal static class ShapeRank
{
    /// <param name="inputShape">The shape.</param>
    /// <param name="rank">The spatial axes that it must have.</param>
    /// <param name="operation">What asks for them, for the message: <c>pooling</c>.</param>
    /// <exception cref="ArgumentException">It has others.</exception>
    public static void Require(PoolingShape inputShape, int rank, string operation)
    {
        if (inputShape.Rank == rank)
            return;
        string spatial = rank switch { 1 => "width", 2 => "height, width", _ => "depth, height, width" };
        throw new ArgumentException(
            $"The shape {inputShape} has {inputShape.Rank} spatial {(inputShape.Rank == 1 ? "axis" : "axes")}; this {operation} has {rank}. Use new PoolingShape(batch, channels, {spatial}).",
            nameof(inputShape));
    }
}
