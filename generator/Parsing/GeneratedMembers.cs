using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing;

/// <summary>The names that the generated part declares in the annotated type; the user's part cannot declare them too.</summary>
internal static class GeneratedMembers
{
    private static readonly string[] s_static =
    [
        "Forward", "Backward", "ForwardTraining", "BackwardTraining", "WorkspaceLength", "BackwardReadsInput", "OutputShape",
        "Kernels", "Geometry", "HeightAxis", "WidthAxis",
    ];

    private static readonly string[] s_indexed = ["ForwardWithIndices"];

    private static readonly string[] s_instance = ["Training", "Parallel", "_poolingLayer"];

    // A method named like an accessor collides with its property.
    private static readonly string[] s_properties = ["BackwardReadsInput", "HeightAxis", "WidthAxis", "Training", "Parallel"];

    /// <summary>Every name that some annotated type gets.</summary>
    public static ISet<string> All { get; } = new HashSet<string>(
        s_static.Concat(s_indexed).Concat(s_instance).Concat(s_properties.Select(name => "get_" + name)).Concat(s_properties.Select(name => "set_" + name)),
        StringComparer.Ordinal);

    /// <summary>Whether an annotated type of this form gets the name.</summary>
    /// <param name="name">The name, one of <see cref="All"/>.</param>
    /// <param name="form">The type's form.</param>
    /// <param name="kind">The pooling kind, where it is known.</param>
    public static bool Includes(string name, TargetForm form, PoolingKind? kind)
    {
        string member = name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name.Substring(4) : name;
        if (s_instance.Contains(member))
            return form == TargetForm.Class;
        return !s_indexed.Contains(member) || kind is null or PoolingKind.Max or PoolingKind.Min;
    }
}
