using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing;

/// <summary>The names that the generated part declares in the annotated type; the user's part cannot declare them too.</summary>
internal sealed class GeneratedMembers
{
    private static readonly string[] s_indexed = ["ForwardWithIndices"];

    private static readonly string[] s_axes = ["DepthAxis", "HeightAxis", "WidthAxis"];

    private static readonly string[] s_layerProperties = ["Training", "Parallel"];

    private readonly string[] _instance;

    private GeneratedMembers(string[] methods, string[] properties, string[] instance)
    {
        _instance = [.. instance, .. s_layerProperties];
        // A method named like an accessor collides with its property.
        string[] accessed = [.. properties, .. s_axes, .. s_layerProperties];
        All = new HashSet<string>(
            [.. methods, .. accessed, .. instance, .. accessed.Select(name => "get_" + name), .. accessed.Select(name => "set_" + name)], StringComparer.Ordinal);
    }

    /// <summary>The names in a pooling.</summary>
    public static GeneratedMembers OfPoolings { get; } = new(
        ["Forward", "Backward", "ForwardTraining", "BackwardTraining", "WorkspaceLength", "OutputShape", "Kernels", "Geometry", .. s_indexed],
        ["BackwardReadsInput"],
        ["_poolingLayer"]);

    /// <summary>The names in an unpooling.</summary>
    public static GeneratedMembers OfUnpoolings { get; } = new(["Forward", "Backward", "OutputShape", "Geometry"], [], ["ForwardToShape", "_unpoolingLayer"]);

    /// <summary>Every name that some annotated type gets.</summary>
    public ISet<string> All { get; }

    /// <summary>Whether an annotated type of this form gets the name.</summary>
    /// <param name="name">The name, one of <see cref="All"/>.</param>
    /// <param name="form">The type's form.</param>
    /// <param name="kind">The pooling kind, where it is known.</param>
    public bool Includes(string name, TargetForm form, PoolingKind? kind)
    {
        string member = name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name.Substring(4) : name;
        if (_instance.Contains(member))
            return form == TargetForm.Class;
        return !s_indexed.Contains(member) || kind is null or PoolingKind.Max or PoolingKind.Min;
    }
}
