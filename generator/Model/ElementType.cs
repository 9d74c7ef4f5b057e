namespace PoolGen.Generator.Model;

/// <summary>An element type that kernels are generated for. A new one is a line in <see cref="All"/> and lanes in the runtime.</summary>
/// <param name="Keyword">How C# writes it: <c>float</c>.</param>
/// <param name="MetadataName">How Roslyn names it: <c>System.Single</c>.</param>
/// <param name="Suffix">The suffix of its literals: <c>f</c>.</param>
internal sealed record ElementType(string Keyword, string MetadataName, string Suffix)
{
    public static ElementType Single { get; } = new("float", "System.Single", "f");

    public static ElementType Double { get; } = new("double", "System.Double", "d");

    public static IReadOnlyList<ElementType> All { get; } = [Single, Double];
}
