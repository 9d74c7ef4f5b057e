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

        if (arguments.OutputSize.IsGiven)
            yield return NotYet(nameof(arguments.OutputSize), nameof(arguments.OutputSize), "Give a Kernel and a Stride");
        if (arguments.OutputSizes.IsGiven)
            yield return NotYet(nameof(arguments.OutputSizes), nameof(arguments.OutputSizes), "Give a KernelShape and Strides");
        if (arguments.InputExtents.IsGiven)
            yield return NotYet(nameof(arguments.InputExtents), nameof(arguments.InputExtents), "Remove it: kernels take every extent");
        foreach (string name in arguments.Unknown)
            yield return NotYet(name, name, "Use the generator that comes in the same package as the attribute");
    }

    private static Violation NotYet(string argument, string what, string cure) => new(RuleIds.NotSupportedYet, Subject.Value(argument), what, cure);
}
