namespace PoolGen.Generator.Parsing.Rules;

/// <summary>
/// The one set of rules for <c>[Pooling]</c>. The analyzer reports what they find; the generator makes nothing for a type with
/// errors among it. They see neither symbols nor syntax.
/// </summary>
internal static class PoolingRules
{
    /// <summary>What keeps the type from being generated. Arguments that cannot be read are the compiler's to report.</summary>
    public static IEnumerable<Violation> Errors(PoolingArguments arguments, TargetFacts target)
    {
        IEnumerable<Violation> ofTarget = TargetRules.Check(target, arguments.Kind.IsGiven ? arguments.Kind.Value : null);
        return arguments.IsReadable ? ofTarget.Concat(Errors(arguments)) : ofTarget;
    }

    /// <summary>What keeps a specification from being built of the arguments.</summary>
    public static IEnumerable<Violation> Errors(PoolingArguments arguments)
    {
        AxisArguments axes = AxisArguments.Of(arguments);
        Violation[] violations =
        [
            .. KindRules.Check(arguments),
            .. EnumRules.Check(arguments),
            .. SupportRules.Check(arguments),
            .. AxisRules.Check(arguments, axes),
            .. PaddingRules.Check(arguments, axes),
            .. AdaptiveRules.Check(arguments),
            .. SizeRules.Check(axes),
            .. ElementRules.Check(arguments, axes),
        ];
        return violations.Length > 0 ? violations : ExtentRules.Check(arguments, axes);
    }

    /// <summary>What is allowed but may not be meant, for arguments that break no rule.</summary>
    public static IEnumerable<Violation> Advice(PoolingArguments arguments) => AdviceRules.Check(arguments, AxisArguments.Of(arguments));
}
