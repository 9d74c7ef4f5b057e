namespace PoolGen.Generator.Parsing;

/// <summary>One property of the attribute, as written. The default value stands for a property that was not written.</summary>
/// <param name="IsGiven">Whether it was written, whatever its value: <c>DivisorOverride = 0</c> is a mistake, not "none".</param>
/// <param name="Value">What was written.</param>
internal readonly record struct Argument<T>(bool IsGiven, T Value)
{
    public static implicit operator Argument<T>(T value) => new(true, value);
}

/// <summary>A type that was written in <c>typeof</c>.</summary>
/// <param name="MetadataName">Namespace and name: <c>System.Single</c>.</param>
/// <param name="Display">How C# shows it: <c>float</c>.</param>
internal sealed record WrittenType(string MetadataName, string Display);
