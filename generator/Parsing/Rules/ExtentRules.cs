using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Parsing.Rules;

/// <summary>Where the input's extents are known, a window fits into them. Asked of arguments that break no other rule.</summary>
internal static class ExtentRules
{
    public static IEnumerable<Violation> Check(PoolingArguments arguments, AxisArguments axes)
    {
        if (axes.InputExtents is not { } extents)
            yield break;
        for (int axis = 0; axis < axes.Rank; axis++)
        {
            AxisSpec windows = SpecBuilder.Axis(arguments, axes, axis);
            long outputs = KnownExtents.CountOutputs(windows, extents[axis]);
            if (outputs >= 1)
                continue;
            string dilation = windows.Dilation == 1 ? "" : $", dilation {Text.Number(windows.Dilation)}";
            yield return new(
                RuleIds.NoOutput,
                Subject.Of(extents, axis),
                Text.Number(extents[axis]),
                axes.Name(axis),
                $"kernel {Text.Number(windows.Kernel)}{dilation}, padding {Text.Number(windows.PaddingBegin)}+{Text.Number(windows.PaddingEnd)}, stride {Text.Number(windows.Stride)}",
                Text.Number(outputs),
                Text.Number(windows.EffectiveKernel - windows.PaddingBegin - windows.PaddingEnd))
            {
                NearestValue = windows.EffectiveKernel - windows.PaddingBegin - windows.PaddingEnd,
            };
        }
        if (axes.OutputSize is { } outputSize && SpecBuilder.FindElement(arguments.ElementType) is { } element && TooManyTaps(arguments, axes, extents, outputSize, element) is { } tooMany)
            yield return tooMany;
    }

    /// <summary>Integers are added exactly up to a number of taps; where extents are known at run time only, it is checked there.</summary>
    private static Violation? TooManyTaps(PoolingArguments arguments, AxisArguments axes, AxisValues extents, AxisValues outputSize, ElementType element)
    {
        int most = ComputationPlan.MostTaps(element, int.MaxValue);
        long taps = Enumerable.Range(0, axes.Rank).Aggregate(1L, (product, axis) => product * KnownExtents.Windows(SpecBuilder.Axis(arguments, axes, axis), extents[axis]).MostTaps);
        return taps <= most || arguments.Kind.Value is not (PoolingKind.Average or PoolingKind.Sum) ? null : new(
            RuleIds.WindowTooLarge, Subject.Value(outputSize.Argument), Text.Assignment(outputSize), $"a window of {Text.Number(taps)} taps of {element.Name}", Text.Number(most));
    }
}
