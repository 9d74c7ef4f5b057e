using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Parsing.Rules;

/// <summary>What integers cannot do: a norm is no integer, none of them is NaN, and their sums are exact up to a size only.</summary>
internal static class ElementRules
{
    public static IEnumerable<Violation> Check(PoolingArguments arguments, AxisArguments axes)
    {
        if (SpecBuilder.FindElement(arguments.ElementType) is not { IsInteger: true } element)
            yield break;

        if (arguments.Kind is { IsGiven: true, Value: PoolingKind.Lp })
            yield return Only(nameof(arguments.Kind), "Kind = Lp", "a root of a sum is no integer", "Use ElementType = typeof(float), or Kind = Sum");
        if (arguments.NaN.IsGiven && arguments.Kind.Value is PoolingKind.Max or PoolingKind.Min)
            yield return Only(nameof(arguments.NaN), nameof(arguments.NaN), "each of them is a number", "Remove NaN");

        // Beyond the limit of all types, SizeRules has spoken.
        int most = ComputationPlan.MostTaps(element, SizeRules.MaxTaps);
        if (axes.Kernel is { } kernel && kernel.Values.All(extent => extent >= 1)
            && kernel.Values.Aggregate(1m, (product, extent) => product * extent) is var taps && taps > most && taps <= SizeRules.MaxTaps)
        {
            yield return new(
                RuleIds.WindowTooLarge, Subject.Value(kernel.Argument), Text.Assignment(kernel), $"a window of {Text.Number(taps)} taps of {element.Name}", Text.Number(most));
        }

        Violation Only(string argument, string what, string reason, string cure) =>
            new(RuleIds.FloatingPointOnly, Subject.Value(argument), what, element.Name, reason, cure);
    }
}
