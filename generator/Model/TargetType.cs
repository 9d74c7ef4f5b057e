namespace PoolGen.Generator.Model;

/// <summary>What kind of type carries the attribute: it decides which members the type can have.</summary>
internal enum TargetForm
{
    /// <summary>Static kernels, the interface and the instance layer.</summary>
    Class,

    /// <summary>Static kernels and the interface.</summary>
    Struct,

    /// <summary>Static kernels; a static class cannot implement an interface.</summary>
    StaticClass,
}

/// <summary>The annotated type, as the generated part must declare it again.</summary>
/// <param name="Namespace">Its namespace with escaped identifiers, or empty for the global one.</param>
/// <param name="Enclosing">The declarations around it, outermost first, without modifiers but partial: <c>struct Outer&lt;T&gt;</c>.</param>
/// <param name="Declaration">Its own declaration without modifiers: <c>class MaxPool3x3</c>, <c>record struct Pool</c>.</param>
/// <param name="Reference">How generated code refers to it: <c>MaxPool3x3</c>, <c>Pool&lt;T&gt;</c>.</param>
/// <param name="Form">Which members it can have.</param>
/// <param name="HintName">The name of the generated file, unique in the compilation without regard to case.</param>
internal sealed record TargetType(
    string Namespace,
    EquatableArray<string> Enclosing,
    string Declaration,
    string Reference,
    TargetForm Form,
    string HintName);

/// <summary>A valid <c>[Pooling]</c> on a type that can take it: what the pipeline passes on.</summary>
internal sealed record PoolingRequest(TargetType Target, PoolingSpec Spec);

/// <summary>A valid <c>[Unpooling]</c> on a type that can take it.</summary>
internal sealed record UnpoolingRequest(TargetType Target, UnpoolingSpec Spec);
