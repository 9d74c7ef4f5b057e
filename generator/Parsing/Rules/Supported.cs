using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing.Rules;

/// <summary>What this version generates kernels for. Supporting more starts here, and rules and messages follow.</summary>
internal static class Supported
{
    public static IReadOnlyList<int> Ranks { get; } = [1, 2, 3];

    /// <summary>The kinds, as messages offer them.</summary>
    public static string KindNames { get; } = Text.Join(Enum.GetNames(typeof(PoolingKind)), "or");

    /// <summary>The ranks, as messages offer them.</summary>
    public static string RankNames { get; } = Text.Join(Ranks.Select(rank => Text.Number(rank)), "or");

    /// <summary>The element types, as messages offer them: <c>typeof(float) or typeof(double)</c>.</summary>
    public static string ElementNames { get; } = Text.Join(ElementType.All.Select(element => "typeof(" + element.Name + ")"), "or");
}
