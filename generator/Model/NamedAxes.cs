namespace PoolGen.Generator.Model;

/// <summary>The spatial axes of a user's tensors with their names.</summary>
internal static class NamedAxes
{
    private static readonly string[] s_names = ["Depth", "Height", "Width"];

    /// <summary>The axes that the tensors have, outermost first: <c>Height</c>, <c>Width</c>.</summary>
    public static IEnumerable<(string Name, AxisSpec Axis)> Of(PoolingSpec spec) =>
        s_names.Skip(s_names.Length - spec.Rank).Zip(spec.Axes.Skip(spec.Axes.Count - spec.Rank), (name, axis) => (name, axis));
}
