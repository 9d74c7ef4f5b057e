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
    }
}
