namespace PoolGen.Generator.Model;

/// <summary>An unpooling as the user asked for it, valid and with every default resolved.</summary>
/// <param name="Element">The type of the tensors' elements.</param>
/// <param name="Layout">The order of the tensors' axes.</param>
/// <param name="Axes">The spatial axes of the tensors, outermost first: the windows of the pooling that is undone.</param>
internal sealed record UnpoolingSpec(ElementType Element, TensorLayout Layout, EquatableArray<AxisSpec> Axes)
{
    /// <summary>The spatial axes of the user's tensors.</summary>
    public int Rank => Axes.Count;
}
