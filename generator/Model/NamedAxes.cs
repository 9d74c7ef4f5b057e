namespace PoolGen.Generator.Model;

/// <summary>The spatial axes of a user's tensors with their names.</summary>
internal static class NamedAxes
{
    private static readonly string[] s_names = ["Depth", "Height", "Width"];

    /// <summary>The axes that the tensors have, outermost first: <c>Height</c>, <c>Width</c>.</summary>
    public static IEnumerable<(string Name, AxisSpec Axis)> Of(PoolingSpec spec) => Of(spec.Axes.Skip(spec.Axes.Count - spec.Rank), spec.Rank);

    /// <inheritdoc cref="Of(PoolingSpec)"/>
    public static IEnumerable<(string Name, AxisSpec Axis)> Of(UnpoolingSpec spec) => Of(spec.Axes, spec.Rank);

    private static IEnumerable<(string Name, AxisSpec Axis)> Of(IEnumerable<AxisSpec> axes, int rank) =>
        s_names.Skip(s_names.Length - rank).Zip(axes, (name, axis) => (name, axis));
}
