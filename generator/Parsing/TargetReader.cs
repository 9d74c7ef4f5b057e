using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing;

/// <summary>From Roslyn's view of an annotated type to <see cref="TargetFacts"/>.</summary>
internal static class TargetReader
{
    /// <summary>
    /// What the rules need to know of a type, or null where it is no type that could be declared again: not a class or struct, without a
    /// name, or a second one of its name. All of these the compiler reports.
    /// </summary>
    /// <param name="type">The annotated type.</param>
    /// <param name="annotation">Its attribute.</param>
    /// <param name="languageVersion">The C# version of the file with the attribute.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static TargetFacts? Read(INamedTypeSymbol type, Annotation annotation, LanguageVersion languageVersion, CancellationToken cancellationToken)
    {
        INamedTypeSymbol[] chain = [.. SelfAndEnclosing(type)];
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || !chain.All(Identifiers.AreComplete) || HintNames.IsSecondOfItsName(type))
            return null;

        return new(
            annotation,
            Declare(type, chain),
            Display(type),
            new(chain.Where(part => !IsPartial(part, cancellationToken)).Select(Display)),
            chain.FirstOrDefault(part => part.IsFileLocal) is { } local ? Display(local) : null,
            type.IsRefLikeType,
            type is { IsRecord: true, TypeKind: TypeKind.Class },
            languageVersion.ToDisplayString(),
            languageVersion >= LanguageVersion.CSharp11,
            new(TakenNames(type, annotation.Members.All, cancellationToken)))
        {
            HasSeveralAnnotations = Annotation.All.Count(other => other.On(type) is not null) > 1,
        };
    }

    private static IEnumerable<INamedTypeSymbol> SelfAndEnclosing(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
            yield return current;
    }

    private static TargetType Declare(INamedTypeSymbol type, INamedTypeSymbol[] chain) => new(
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? Identifiers.Namespace(space) : "",
        new(chain.Skip(1).Reverse().Select(Declaration)),
        Declaration(type),
        Identifiers.Reference(type),
        type.IsStatic ? TargetForm.StaticClass : type.TypeKind == TypeKind.Struct ? TargetForm.Struct : TargetForm.Class,
        HintNames.Of(type));

    private static string Declaration(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return keyword + " " + Identifiers.Reference(type);
    }

    private static string Display(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    // One part with the modifier is enough here: a type with some parts that lack it has an error from the compiler.
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellationToken))
        .Any(node => node is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<TakenName> TakenNames(INamedTypeSymbol type, ISet<string> generated, CancellationToken cancellationToken)
    {
        if (generated.Contains(type.Name))
            yield return new(type.Name, "type");
        foreach (ITypeParameterSymbol parameter in type.TypeParameters)
        {
            if (generated.Contains(parameter.Name))
                yield return new(parameter.Name, "type parameter");
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ISymbol member in type.GetMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (generated.Contains(member.Name) && !IsGenerated(member) && !IsAccessorOfNamedProperty(member) && seen.Add(member.Name))
                yield return new(member.Name, "member");
        }
    }

    // The analyzer sees the type with its generated part, whose members are of course not collisions.
    private static bool IsGenerated(ISymbol member) => member.DeclaringSyntaxReferences is [_, ..] references
        && references.All(reference => IsGeneratedPath(reference.SyntaxTree.FilePath));

    private static bool IsGeneratedPath(string path) =>
        path.Split('/', '\\') is [.., string directory, _] && directory == typeof(PoolingGenerator).FullName;

    // Of a property, the name is reported; its accessors say nothing more.
    private static bool IsAccessorOfNamedProperty(ISymbol member) => member is IMethodSymbol { AssociatedSymbol: not null };
}
