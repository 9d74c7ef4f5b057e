namespace PoolGen.Generator.Parsing;

/// <summary>What was written in one <c>[Unpooling(...)]</c>.</summary>
internal sealed record UnpoolingArguments : WindowArguments;
