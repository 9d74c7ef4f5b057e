using System.Globalization;

namespace PoolGen.Testing;

/// <summary>A configuration as C# source: the attribute that asks the generator for it.</summary>
public static class AttributeText
{
    /// <summary>The attribute, with scalar properties where all axes agree and arrays elsewhere; defaults are left out.</summary>
    public static string Of(ReferenceSpec spec)
    {
        List<string> arguments = [$"Kind = PoolingKind.{spec.Kind}"];
        if (spec.Rank != 2)
            arguments.Add(Invariant($"Rank = {spec.Rank}"));
        arguments.Add(spec.OutputSize is { } outputSize ? PerAxis("OutputSize", "OutputSizes", outputSize) : PerAxis("Kernel", "KernelShape", spec.Kernel));
        if (spec.InputExtents is { } extents)
            arguments.Add($"InputExtents = [{string.Join(", ", extents)}]");
        if (!spec.Stride.SequenceEqual(spec.Kernel))
            arguments.Add(PerAxis("Stride", "Strides", spec.Stride));
        AddPadding(arguments, spec);
        if (spec.AutoPad != AutoPadding.None)
            arguments.Add($"AutoPad = AutoPadding.{spec.AutoPad}");
        if (spec.Dilation.Any(dilation => dilation != 1))
            arguments.Add(PerAxis("Dilation", "Dilations", spec.Dilation));
        if (spec.Ceil)
            arguments.Add("CeilMode = true");
        if (spec.CountIncludePad)
            arguments.Add("CountIncludePad = true");
        if (spec.DivisorOverride is int divisor)
            arguments.Add(Invariant($"DivisorOverride = {divisor}"));
        if (spec.NormType != 2)
            arguments.Add(Invariant($"NormType = {spec.NormType:R}"));
        if (spec.Ties != TieRule.All)
            arguments.Add($"Ties = TieRule.{spec.Ties}");
        if (spec.NaN != NaNRule.Propagate)
            arguments.Add($"NaN = NaNRule.{spec.NaN}");
        if (spec.Layout != TensorLayout.ChannelsFirst)
            arguments.Add($"Layout = TensorLayout.{spec.Layout}");
        if (spec.ElementType != typeof(float))
            arguments.Add($"ElementType = typeof({spec.ElementType.FullName})");
        return $"[Pooling({string.Join(", ", arguments)})]";
    }

    private static void AddPadding(List<string> arguments, ReferenceSpec spec)
    {
        if (spec.PadBegin.Concat(spec.PadEnd).All(padding => padding == 0))
            return;
        if (spec.PadBegin.Concat(spec.PadEnd).Distinct().Count() == 1)
        {
            arguments.Add(Invariant($"Padding = {spec.PadBegin[0]}"));
            return;
        }
        arguments.Add($"PaddingBegin = [{string.Join(", ", spec.PadBegin)}]");
        arguments.Add($"PaddingEnd = [{string.Join(", ", spec.PadEnd)}]");
    }

    private static string PerAxis(string scalar, string array, int[] values) => values.Distinct().Count() == 1
        ? Invariant($"{scalar} = {values[0]}")
        : $"{array} = [{string.Join(", ", values)}]";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
