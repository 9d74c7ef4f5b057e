namespace PoolGen.Generator.Parsing.Rules;

/// <summary>The one set of rules for <c>[Unpooling]</c>, of those that windows of every kind have.</summary>
internal static class UnpoolingRules
{
    /// <inheritdoc cref="PoolingRules.Errors(PoolingArguments, TargetFacts)"/>
    public static IEnumerable<Violation> Errors(UnpoolingArguments arguments, TargetFacts target)
    {
        IEnumerable<Violation> ofTarget = TargetRules.Check(target);
        return arguments.IsReadable ? ofTarget.Concat(Errors(arguments)) : ofTarget;
    }

    private static IEnumerable<Violation> Errors(UnpoolingArguments arguments)
    {
        AxisArguments axes = AxisArguments.OfWindow(arguments);
        return
        [
            .. EnumRules.CheckWindow(arguments),
            .. SupportRules.Check(arguments),
            .. AxisRules.CheckWindow(arguments, axes),
            .. PaddingRules.CheckWindow(axes),
            .. SizeRules.Check(axes),
        ];
    }
}
