using Microsoft.CodeAnalysis;

namespace PoolGen.Generator.Parsing;

/// <summary>An attribute that this generator answers to, and what is different about it before its options are.</summary>
/// <param name="Name">How users write it: <c>Pooling</c>.</param>
/// <param name="Interface">What an annotated type implements: <c>IPooling&lt;T&gt;</c>.</param>
/// <param name="Members">What the generated part declares.</param>
internal sealed record Annotation(string Name, string Interface, GeneratedMembers Members)
{
    public static Annotation Pooling { get; } = new("Pooling", "IPooling<T>", GeneratedMembers.OfPoolings);

    public static Annotation Unpooling { get; } = new("Unpooling", "IUnpooling<T>", GeneratedMembers.OfUnpoolings);

    public static IReadOnlyList<Annotation> All { get; } = [Pooling, Unpooling];

    /// <summary>The attribute's full name, by which the generator finds it.</summary>
    public string MetadataName => $"PoolGen.{Name}Attribute";

    /// <summary>The attribute on a type, or null. More than one is an error that the compiler reports.</summary>
    public AttributeData? On(INamedTypeSymbol type) => type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is
    {
        TypeKind: not TypeKind.Error,
        Arity: 0,
        ContainingType: null,
        ContainingNamespace: { Name: "PoolGen", ContainingNamespace.IsGlobalNamespace: true },
    } found && found.Name == Name + "Attribute");
}
