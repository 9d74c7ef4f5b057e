using Microsoft.CodeAnalysis;
using PoolGen.Generator.Model;
using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.Generator.Parsing;

/// <summary>From an annotated declaration to the model: the only step of the pipeline that sees symbols.</summary>
internal static class PoolingParser
{
    /// <inheritdoc cref="AnnotatedDeclaration.Parse"/>
    public static PoolingRequest? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) => AnnotatedDeclaration.Parse(
        context,
        Annotation.Pooling,
        AttributeReader.ReadPooling,
        PoolingRules.Errors,
        static (target, arguments) => new PoolingRequest(target.Type, SpecBuilder.Build(arguments)),
        cancellationToken);

    /// <inheritdoc cref="AnnotatedDeclaration.Parse"/>
    public static UnpoolingRequest? ParseUnpooling(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) => AnnotatedDeclaration.Parse(
        context,
        Annotation.Unpooling,
        AttributeReader.ReadUnpooling,
        UnpoolingRules.Errors,
        static (target, arguments) => new UnpoolingRequest(target.Type, SpecBuilder.Build(arguments)),
        cancellationToken);
}
