namespace PoolGen.Generator.Parsing.Rules;

/// <summary>The kind is stated, and so are only options that it has.</summary>
internal static class KindRules
{
    public static IEnumerable<Violation> Check(PoolingArguments arguments)
    {
        if (!arguments.Kind.IsGiven)
        {
            yield return new(RuleIds.KindMissing, Subject.Attribute, Supported.KindNames);
        }
        else if (EnumRules.IsDefined(arguments.Kind.Value))
        {
            foreach (Violation violation in OptionsOfOtherKinds(arguments, arguments.Kind.Value))
                yield return violation;
        }

        if (arguments.DivisorOverride is { IsGiven: true, Value: < 1 } divisor)
            yield return new(RuleIds.DivisorBelowOne, Subject.Value(nameof(arguments.DivisorOverride)), Text.Number(divisor.Value)) { NearestValue = 1 };
        if (arguments.NormType is { IsGiven: true, Value: var norm } && !(norm > 0 && !double.IsInfinity(norm)))
            yield return new(RuleIds.NormType, Subject.Value(nameof(arguments.NormType)), Text.Number(norm));
    }

    private static IEnumerable<Violation> OptionsOfOtherKinds(PoolingArguments arguments, PoolingKind kind)
    {
        bool hasWinners = kind is PoolingKind.Max or PoolingKind.Min;
        if (arguments.Ties.IsGiven && !hasWinners)
            yield return Other(nameof(arguments.Ties), "Max and Min");
        if (arguments.NaN.IsGiven && !hasWinners)
            yield return Other(nameof(arguments.NaN), "Max and Min");
        if (arguments.DivisorOverride.IsGiven && kind != PoolingKind.Average)
            yield return Other(nameof(arguments.DivisorOverride), nameof(PoolingKind.Average));
        if (arguments.CountIncludePad.Value && kind != PoolingKind.Average)
            yield return Other(nameof(arguments.CountIncludePad), nameof(PoolingKind.Average));
        if (arguments.NormType.IsGiven && kind != PoolingKind.Lp)
            yield return Other(nameof(arguments.NormType), nameof(PoolingKind.Lp));

        Violation Other(string option, string kinds) => new(RuleIds.OtherKindsOnly, Subject.Value(option), option, kind.ToString(), kinds);
    }
}
