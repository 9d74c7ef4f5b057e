using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolGen.Generator.Parsing;

/// <summary>Names as generated code must write them.</summary>
internal static class Identifiers
{
    /// <summary>Whether a type, its type parameters and its namespaces have names: while someone types, they may not.</summary>
    public static bool AreComplete(INamedTypeSymbol type)
    {
        for (INamespaceSymbol? space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (!SyntaxFacts.IsValidIdentifier(space.Name))
                return false;
        }
        return SyntaxFacts.IsValidIdentifier(type.Name) && type.TypeParameters.All(parameter => SyntaxFacts.IsValidIdentifier(parameter.Name));
    }

    /// <summary>A namespace with its keywords escaped: <c>Acme.@event</c>.</summary>
    public static string Namespace(INamespaceSymbol space) =>
        space.ContainingNamespace is { IsGlobalNamespace: false } outer ? Namespace(outer) + "." + Escape(space.Name) : Escape(space.Name);

    /// <summary>A type with its type parameters, as its own body refers to it: <c>Pool&lt;T&gt;</c>.</summary>
    public static string Reference(INamedTypeSymbol type) => type.TypeParameters.IsEmpty
        ? EscapeType(type.Name)
        : EscapeType(type.Name) + "<" + string.Join(", ", type.TypeParameters.Select(parameter => EscapeType(parameter.Name))) + ">";

    // A type of lower-case letters alone is warned about (CS8981) in each part that does not escape it.
    private static string EscapeType(string name) => name.All(c => c is >= 'a' and <= 'z') ? "@" + name : Escape(name);

    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
