using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolGen.Generator.Parsing;

/// <summary>A declaration with one of the attributes: the pipeline's way from symbols to facts, up to where the attributes' options differ.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Target">The type that it stands on.</param>
internal readonly record struct AnnotatedDeclaration(AttributeData Attribute, TargetFacts Target)
{
    /// <summary>The declaration that the attribute is written on, or null where it is no type that could be declared again.</summary>
    public static AnnotatedDeclaration? Read(GeneratorAttributeSyntaxContext context, Annotation annotation, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type
            || annotation.On(type) is not { } attribute
            || !IsWrittenOn(context.TargetNode, attribute))
        {
            return null;
        }

        LanguageVersion version = ((CSharpParseOptions)context.TargetNode.SyntaxTree.Options).LanguageVersion;
        return TargetReader.Read(type, annotation, version, cancellationToken) is { } target ? new(attribute, target) : null;
    }

    // With the attribute on two parts (an error of the compiler) both parts come here, and one file is all there may be.
    private static bool IsWrittenOn(SyntaxNode declaration, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == declaration.SyntaxTree
        && declaration.Span.Contains(reference.Span);
}
