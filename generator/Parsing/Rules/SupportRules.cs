namespace PoolGen.Generator.Parsing.Rules;

/// <summary>What an attribute can say but this version cannot generate: it is named, never ignored.</summary>
internal static class SupportRules
{
    public static IEnumerable<Violation> Check(WindowArguments arguments)
    {
        if (arguments.ElementType.IsGiven && SpecBuilder.FindElement(arguments.ElementType) is null)
        {
            string written = arguments.ElementType.Value is { } type ? $"typeof({type.Display})" : "null";
            yield return new(RuleIds.ElementType, Subject.Value(nameof(arguments.ElementType)), written, Supported.ElementNames);
        }
        foreach (string name in arguments.Unknown)
            yield return new(RuleIds.NotSupportedYet, Subject.Value(name), name, "Use the generator that comes in the same package as the attribute");
    }
}
