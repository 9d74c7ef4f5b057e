using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PoolGen.Generator.Parsing;

/// <summary>
/// Names for generated files. Roslyn compares them without regard to case and drops all output of a generator that gives one twice, so
/// a name that differs from a sibling's by case only, anywhere from the type to the outermost namespace, is made distinct by a hash.
/// </summary>
internal static class HintNames
{
    /// <summary>The file's name for a type: <c>Namespace.Outer+Pool`1.g.cs</c>.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        string name = FullName(type);
        return (HasCaseTwin(type) ? name + "-" + Hash(name) : name) + ".g.cs";
    }

    /// <summary>
    /// Whether another type of the same full name comes before this one, or before one around it. C# does not allow that, but symbols
    /// of different kinds (<c>class P</c> beside <c>struct P</c>) exist nevertheless.
    /// </summary>
    public static bool IsSecondOfItsName(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            INamedTypeSymbol? first = SiblingTypes(current).FirstOrDefault(sibling => sibling.MetadataName == current.MetadataName);
            if (first is not null && !SymbolEqualityComparer.Default.Equals(first, current))
                return true;
        }
        return false;
    }

    private static string FullName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return FullName(outer) + "+" + type.MetadataName;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(s_plain) + "." + type.MetadataName : type.MetadataName;
    }

    private static readonly SymbolDisplayFormat s_plain = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static bool HasCaseTwin(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (SiblingTypes(current).Any(sibling => DifferByCaseOnly(sibling.MetadataName, current.MetadataName)))
                return true;
        }
        for (INamespaceSymbol space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.ContainingNamespace.GetNamespaceMembers().Any(sibling => DifferByCaseOnly(sibling.Name, space.Name)))
                return true;
        }
        return false;
    }

    private static ImmutableArray<INamedTypeSymbol> SiblingTypes(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? outer.GetTypeMembers() : type.ContainingNamespace.GetTypeMembers();

    private static bool DifferByCaseOnly(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase) && !string.Equals(left, right, StringComparison.Ordinal);

    // FNV-1a: the same on every machine and in every run, unlike string.GetHashCode.
    private static string Hash(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
            hash = unchecked((hash ^ c) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
