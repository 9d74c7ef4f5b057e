namespace PoolGen.Generator.Parsing.Rules;

/// <summary>PG02xx: valid, but perhaps not what is meant.</summary>
internal static class AdviceRules
{
    public static IEnumerable<Violation> Check(PoolingArguments arguments, AxisArguments axes) =>
    [
        .. PaddingAboveHalf(axes.PaddingBegin, axes),
        .. PaddingAboveHalf(axes.PaddingEnd is { IsPerAxis: true } ? axes.PaddingEnd : null, axes),
        .. TiesNotStated(arguments),
    ];

    // PyTorch rounds half the effective kernel down: 1 of 3 is fine, 2 of 3 is not.
    private static IEnumerable<Violation> PaddingAboveHalf(AxisValues? padding, AxisArguments axes)
    {
        for (int axis = 0; axis < padding?.Values.Count; axis++)
        {
            if (axes.EffectiveKernel(axis) is not { } effective || padding[axis] <= effective / 2)
                continue;
            yield return new(
                RuleIds.PaddingAboveHalf,
                Subject.Of(padding, axis),
                padding.Argument,
                Text.Number(padding[axis]),
                axes.Name(axis),
                Text.Number(effective),
                Text.Number(effective / 2))
            {
                NearestValue = (int)(effective / 2),
            };
            if (!padding.IsPerAxis)
                yield break;
        }
    }

    private static IEnumerable<Violation> TiesNotStated(PoolingArguments arguments)
    {
        if (arguments.Kind.Value is PoolingKind.Max or PoolingKind.Min && !arguments.Ties.IsGiven)
            yield return new(RuleIds.TiesNotStated, Subject.Attribute);
    }
}
