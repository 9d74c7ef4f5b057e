namespace PoolGen.Testing;

/// <summary>A kernel differs from its reference.</summary>
public sealed class ComparisonException(string message) : Exception(message);
