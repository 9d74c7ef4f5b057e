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

        bool isAdaptive = arguments.OutputSize.IsGiven || arguments.OutputSizes.IsGiven;
        if (isAdaptive && arguments.Rank is { IsGiven: true, Value: >= 1 and <= 3 and var rank } && !Supported.AdaptiveRanks.Contains(rank))
            yield return NotYet(nameof(arguments.Rank), $"Rank = {Text.Number(rank)} with an output size", "Give a kernel in place of the output size");
        foreach (string name in arguments.Unknown)
            yield return NotYet(name, name, "Use the generator that comes in the same package as the attribute");
    }

    private static Violation NotYet(string argument, string what, string cure) => new(RuleIds.NotSupportedYet, Subject.Value(argument), what, cure);
}
