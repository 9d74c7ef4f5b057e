namespace PoolGen.Generator.Parsing.Rules;

/// <summary>
/// Windows stay within what the generator and the runtime compute in <see cref="int"/>: an effective kernel, and the two paddings that
/// it bounds, add up without overflow, and a tap has a number in a float.
/// </summary>
internal static class SizeRules
{
    /// <summary>The most taps of a window: beyond, a float cannot count them.</summary>
    public const int MaxTaps = 1 << 24;

    /// <summary>The largest effective kernel, stride and dilation of an axis.</summary>
    public const int MaxExtent = 1 << 30;

    /// <summary>The most windows of an axis that adaptive pooling can ask for: kernels keep a table of them.</summary>
    public const int MaxOutputs = 1 << 24;

    public static IEnumerable<Violation> Check(AxisArguments axes)
    {
        if (axes.InputExtents is { } extents && !extents.Values.Any(extent => extent < 1))
        {
            decimal elements = extents.Values.Aggregate(1m, (product, extent) => product * extent);
            if (elements > MaxExtent)
                yield return TooLarge(Subject.Value(extents.Argument), extents, $"a plane of {Text.Number(elements)} elements", MaxExtent);
        }
        for (int axis = 0; axis < axes.OutputSize?.Values.Count; axis++)
        {
            if (axes.OutputSize[axis] > MaxOutputs)
            {
                yield return TooLarge(Subject.Of(axes.OutputSize, axis), axes.OutputSize, $"{Text.Number(axes.OutputSize[axis])} windows on {axes.Name(axis)}", MaxOutputs) with
                {
                    NearestValue = MaxOutputs,
                };
                break;
            }
        }

        if (axes.Kernel is { } kernel && !kernel.Values.Any(extent => extent < 1))
        {
            // The product of three ints exceeds a long, but not a decimal.
            decimal taps = kernel.Values.Aggregate(1m, (product, extent) => product * extent);
            if (taps > MaxTaps)
                yield return TooLarge(Subject.Value(kernel.Argument), kernel, $"a window of {Text.Number(taps)} taps", MaxTaps);
            else if (TooWide(axes, kernel) is { } violation)
                yield return violation;
        }

        foreach (AxisValues? values in new[] { axes.Stride, axes.Dilation })
        {
            for (int axis = 0; axis < values?.Values.Count; axis++)
            {
                if (values[axis] > MaxExtent)
                {
                    yield return TooLarge(Subject.Of(values, axis), values, $"{Text.Number(values[axis])} on {axes.Name(axis)}", MaxExtent) with
                    {
                        NearestValue = MaxExtent,
                    };
                    break;
                }
            }
        }
    }

    private static Violation? TooWide(AxisArguments axes, AxisValues kernel)
    {
        for (int axis = 0; axis < axes.Rank; axis++)
        {
            // A dilation that is too large by itself is reported as that.
            if (axes.EffectiveKernel(axis) is { } effective and > MaxExtent && !(axes.Dilation?[axis] > MaxExtent))
            {
                AxisValues guilty = axes.Dilation ?? kernel;
                return TooLarge(Subject.Of(guilty, axis), guilty, $"an effective kernel of {Text.Number(effective)} on {axes.Name(axis)}", MaxExtent);
            }
        }
        return null;
    }

    private static Violation TooLarge(Subject subject, AxisValues values, string what, int limit) =>
        new(RuleIds.WindowTooLarge, subject, Text.Assignment(values), what, Text.Number(limit));
}
