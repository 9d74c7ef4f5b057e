using Microsoft.CodeAnalysis;
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
        if (AnnotatedDeclaration.Read(context, Annotation.Pooling, cancellationToken) is not { } declaration)
            return null;
        PoolingArguments arguments = AttributeReader.ReadPooling(declaration.Attribute);
        return arguments.IsReadable && !PoolingRules.Errors(arguments, declaration.Target).Any()
            ? new(declaration.Target.Type, SpecBuilder.Build(arguments))
            : null;
    }
}
