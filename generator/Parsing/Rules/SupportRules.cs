namespace PoolGen.Generator.Parsing.Rules;

/// <summary>What the attribute can say but this version cannot generate: it is named, never ignored.</summary>
internal static class SupportRules
{
    public static IEnumerable<Violation> Check(PoolingArguments arguments)
    {
        if (arguments.ElementType.IsGiven && SpecBuilder.FindElement(arguments.ElementType) is null)
        {
            string written = arguments.ElementType.Value is { } type ? $"typeof({type.Display})" : "null";
            yield return new(RuleIds.ElementType, Subject.Value(nameof(arguments.ElementType)), written, Supported.ElementNames);
        }

        foreach (string name in arguments.Unknown)
            yield return NotYet(name, name, "Use the generator that comes in the same package as the attribute");
    }

    private static Violation NotYet(string argument, string what, string cure) => new(RuleIds.NotSupportedYet, Subject.Value(argument), what, cure);
}
