using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Model;
using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.Generator.Parsing;

/// <summary>From an annotated declaration to the model: the only step of the pipeline that sees symbols.</summary>
internal static class PoolingParser
{
    /// <summary>
    /// What was asked for, or null where a rule rejects it: the analyzer reports it then. Never throws, because a generator that does
    /// loses all of its output, for every type.
    /// </summary>
    public static PoolingRequest? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type
            || AttributeReader.PoolingAttributes(type).FirstOrDefault() is not { } attribute
            || !IsWrittenOn(context.TargetNode, attribute))
        {
            return null;
        }

        PoolingArguments arguments = AttributeReader.Read(attribute);
        LanguageVersion version = ((CSharpParseOptions)context.TargetNode.SyntaxTree.Options).LanguageVersion;
        if (TargetReader.Read(type, version, cancellationToken) is not { } target
            || !arguments.IsReadable
            || PoolingRules.Errors(arguments, target).Any())
        {
            return null;
        }
        return new(target.Type, SpecBuilder.Build(arguments));
    }

    // With the attribute on two parts (an error of the compiler) both parts come here, and one file is all there may be.
    private static bool IsWrittenOn(SyntaxNode declaration, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == declaration.SyntaxTree
        && declaration.Span.Contains(reference.Span);
}
