using Microsoft.CodeAnalysis;
using PoolGen.Generator.Model;
using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.Generator.Parsing;

/// <summary><see cref="PoolingParser"/> for the other attribute.</summary>
internal static class UnpoolingParser
{
    /// <inheritdoc cref="PoolingParser.Parse"/>
    public static UnpoolingRequest? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (AnnotatedDeclaration.Read(context, Annotation.Unpooling, cancellationToken) is not { } declaration)
            return null;
        UnpoolingArguments arguments = AttributeReader.ReadUnpooling(declaration.Attribute);
        return arguments.IsReadable && !UnpoolingRules.Errors(arguments, declaration.Target).Any()
            ? new(declaration.Target.Type, SpecBuilder.Build(arguments))
            : null;
    }
}
