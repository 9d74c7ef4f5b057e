namespace PoolGen.Generator.Parsing.Rules;

/// <summary>The windows of adaptive pooling follow from the output's extent: nothing else may say where they lie or how many taps count.</summary>
internal static class AdaptiveRules
{
    public static IEnumerable<Violation> Check(PoolingArguments arguments)
    {
        string output = arguments.OutputSize.IsGiven ? nameof(arguments.OutputSize) : nameof(arguments.OutputSizes);
        if (!arguments.OutputSize.IsGiven && !arguments.OutputSizes.IsGiven)
            return [];

        return
        [
            .. Conflict(nameof(arguments.Kernel), arguments.Kernel.IsGiven),
            .. Conflict(nameof(arguments.KernelShape), arguments.KernelShape.IsGiven),
            .. Conflict(nameof(arguments.Stride), arguments.Stride.IsGiven),
            .. Conflict(nameof(arguments.Strides), arguments.Strides.IsGiven),
            .. Conflict(nameof(arguments.Padding), arguments.Padding.IsGiven),
            .. Conflict(nameof(arguments.PaddingBegin), arguments.PaddingBegin.IsGiven),
            .. Conflict(nameof(arguments.PaddingEnd), arguments.PaddingEnd.IsGiven),
            .. Conflict(nameof(arguments.AutoPad), arguments.AutoPad.Value != AutoPadding.None),
            .. Conflict(nameof(arguments.Dilation), arguments.Dilation.IsGiven),
            .. Conflict(nameof(arguments.Dilations), arguments.Dilations.IsGiven),
            .. Conflict(nameof(arguments.CeilMode), arguments.CeilMode.Value),
            .. Conflict(nameof(arguments.CountIncludePad), arguments.CountIncludePad.Value),
            .. Conflict(nameof(arguments.DivisorOverride), arguments.DivisorOverride.IsGiven),
        ];

        IEnumerable<Violation> Conflict(string option, bool isStated)
        {
            if (isStated)
                yield return new(RuleIds.AdaptiveConflict, Subject.Value(option), option, output);
        }
    }
}
