using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.Generator.Parsing;

/// <summary>A declaration with one of the attributes, and the way from it to the model, which is one for both.</summary>
internal static class AnnotatedDeclaration
{
    /// <summary>
    /// What was asked for, or null where a rule rejects it: the analyzer reports it then. Never throws, because a generator that does
    /// loses all of its output, for every type.
    /// </summary>
    /// <param name="context">The declaration.</param>
    /// <param name="annotation">The attribute that it was found by.</param>
    /// <param name="read">Takes what was written from the attribute.</param>
    /// <param name="errors">The rules.</param>
    /// <param name="build">Makes a request of arguments that break none of them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static TRequest? Parse<TArguments, TRequest>(
        GeneratorAttributeSyntaxContext context,
        Annotation annotation,
        Func<AttributeData, TArguments> read,
        Func<TArguments, TargetFacts, IEnumerable<Violation>> errors,
        Func<TargetFacts, TArguments, TRequest> build,
        CancellationToken cancellationToken)
        where TArguments : WindowArguments
        where TRequest : class
    {
        if (context.TargetSymbol is not INamedTypeSymbol type
            || annotation.On(type) is not { } attribute
            || !IsWrittenOn(context.TargetNode, attribute))
        {
            return null;
        }

        TArguments arguments = read(attribute);
        LanguageVersion version = ((CSharpParseOptions)context.TargetNode.SyntaxTree.Options).LanguageVersion;
        return TargetReader.Read(type, annotation, version, cancellationToken) is { } target
            && arguments.IsReadable
            && !errors(arguments, target).Any()
            ? build(target, arguments)
            : null;
    }

    // With the attribute on two parts (an error of the compiler) both parts come here, and one file is all there may be.
    private static bool IsWrittenOn(SyntaxNode declaration, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == declaration.SyntaxTree
        && declaration.Span.Contains(reference.Span);
}
