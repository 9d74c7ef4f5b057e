using System.Globalization;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Emission;

/// <summary>Documentation comments and descriptions, from the same plan that the code is printed from.</summary>
internal static class PlanDescriber
{
    // A larger window is described, not drawn.
    private const int MostDrawnExtent = 15;

    /// <summary>The remarks of the type: what it computes, for which output size, how, and why so.</summary>
    public static IEnumerable<string> TypeRemarks(KernelPlan kernel)
    {
        yield return "/// <remarks>";
        yield return $"/// <para>{Configuration(kernel.Asked)}.</para>";
        if (kernel.Asked != kernel.Spec && !kernel.Spec.IsAdaptive)
            yield return $"/// <para>Over this input: {Windows(kernel.Spec)}.</para>";
        yield return "/// <para>Output extents:</para>";
        yield return "/// <code>";
        foreach ((string name, AxisSpec axis) in NamedAxes.Of(kernel.Spec))
            yield return $"/// {name.ToLowerInvariant() + ":",-7} {Formula(axis)}";
        yield return "/// </code>";
        foreach (string line in Drawing(kernel.Spec))
            yield return line;
        foreach (var alike in kernel.Passes.GroupBy(pass => (pass.StrategyName, pass.Why, Computation: Computation(pass))))
            yield return $"/// <para>{string.Join(", ", alike.Select(pass => Noun(pass.Pass)))}: {alike.Key.StrategyName}; {alike.Key.Why}{alike.Key.Computation}.</para>";
        foreach (PassPlan widened in kernel.WidenedPasses)
            yield return $"/// <para>{Noun(widened.Pass)}, of planes whose rows fill no vector of <c>{kernel.Spec.Element.Name}</c>: {widened.StrategyName}{Computation(widened)}.</para>";
        yield return "/// </remarks>";
    }

    /// <summary>The summary of a pass's kernel.</summary>
    public static string KernelSummary(KernelPlan kernel, PassPlan pass) =>
        $"/// <summary>{Noun(pass.Pass)}, by {pass.StrategyName}: {pass.Why}.</summary>";

    /// <summary>What the user asked for, defaults included: <c>Max, window 3x3, stride 2, padding 1, ...</c>.</summary>
    public static string Configuration(PoolingSpec spec)
    {
        var parts = new List<string>
        {
            $"{spec.Kind} pooling of <c>{spec.Element.Name}</c>, {WindowText.TensorAxes(spec.Layout, spec.Rank)}",
        };
        AxisSpec[] axes = GivenAxes(spec);
        if (axes.All(axis => axis.InputExtent is not null))
            parts.Add("input " + string.Join("x", axes.Select(axis => axis.InputExtent)));
        parts.Add(Windows(spec));
        if (spec.Norm is { } order)
            parts.Add($"p = {order.ToString("R", CultureInfo.InvariantCulture)}");
        if (spec.Kind is PoolingKind.Sum or PoolingKind.Lp)
            return string.Join(", ", parts);
        if (spec.Kind == PoolingKind.Average)
        {
            parts.Add(spec.Divisor.Kind switch
            {
                DivisorKind.Fixed => $"divided by {spec.Divisor.Value}",
                DivisorKind.PaddedTaps => "divided by the taps inside the input and its padding",
                _ => "divided by the taps inside the input",
            });
        }
        else
        {
            parts.Add(spec.Ties switch
            {
                TieRule.First => "the first winner takes the gradient",
                TieRule.Last => "the last winner takes the gradient",
                TieRule.Split => "winners share the gradient",
                _ => "every winner takes the gradient",
            });
            if (spec.Element.HasNaN)
                parts.Add(spec.NaN == NaNRule.Ignore ? "NaN never wins" : "NaN wins");
        }
        return string.Join(", ", parts);
    }

    private static AxisSpec[] GivenAxes(PoolingSpec spec) => [.. NamedAxes.Of(spec).Select(named => named.Axis)];

    /// <summary>The windows: <c>window 3x3, stride 2, padding 1</c>, or <c>adaptive to 7x7</c>.</summary>
    private static string Windows(PoolingSpec spec)
    {
        AxisSpec[] axes = GivenAxes(spec);
        if (spec.IsAdaptive)
            return spec.IsGlobal ? "global" : "adaptive to " + string.Join("x", axes.Select(axis => axis.OutputExtent ?? KnownExtents.CountOutputs(axis, axis.InputExtent ?? 1)));

        return WindowText.Windows(axes);
    }

    /// <summary>What a pass is computed in, where that is not the tensors' own type: a clause.</summary>
    private static string Computation(PassPlan pass) => pass.Computation switch
    {
        { Converts: true, Spec.Element: var element } when element == ElementType.HalfKey => "; on 16-bit integers of the same order, converted block by block",
        { DividesSums: true, Spec.Element: var element } => $"; sums in <c>{element.Name}</c>, divided and rounded once",
        { Converts: true, Spec.Element: var element } => $"; in <c>{element.Name}</c>, converted block by block",
        _ => "",
    };

    /// <summary>The output extent of an axis as a formula of its input extent.</summary>
    public static string Formula(AxisSpec axis)
    {
        if (axis.InputExtent is { } extent)
            return $"{KnownExtents.CountOutputs(axis, extent)} of {extent}";
        if (axis.OutputExtent is { } outputs)
            return outputs == 1 ? "1, of all n" : $"{outputs}; window i is ⌊i n / {outputs}⌋ to before ⌈(i + 1) n / {outputs}⌉";
        if (axis.Rounding is AxisRounding.SameUpper or AxisRounding.SameLower)
            return axis.Stride == 1 ? "n" : $"⌈n / {axis.Stride}⌉";

        int offset = axis.PaddingBegin + axis.PaddingEnd - axis.EffectiveKernel;
        if (axis.Stride == 1)
            return "n" + Text.Signed(offset + 1);
        string span = "n" + Text.Signed(offset);
        return axis.Rounding == AxisRounding.Ceiling
            ? $"⌈({span}) / {axis.Stride}⌉ + 1, less 1 where the last window would start behind the input"
            : $"⌊({span}) / {axis.Stride}⌋ + 1";
    }

    private static IEnumerable<string> Drawing(PoolingSpec spec)
    {
        (AxisSpec height, AxisSpec width) = (spec.Height, spec.Width);
        if (spec.IsAdaptive)
            yield break;
        if (height.EffectiveKernel > MostDrawnExtent || width.EffectiveKernel > MostDrawnExtent)
            yield break;

        yield return $"/// <para>The window (■ a tap){Slices(spec)}:</para>";
        yield return "/// <code>";
        for (int row = 0; row < height.EffectiveKernel; row++)
        {
            var cells = Enumerable.Range(0, width.EffectiveKernel)
                .Select(column => row % height.Dilation == 0 && column % width.Dilation == 0 ? "■" : "·");
            yield return "/// " + string.Join(" ", cells);
        }
        yield return "/// </code>";
    }

    /// <summary>How often the drawn rows and columns follow each other along the depth.</summary>
    private static string Slices(PoolingSpec spec) => (spec.HasDepth, spec.Depth.Dilation) switch
    {
        (false, _) => "",
        _ when spec.Depth.Kernel == 1 => ", in one slice",
        (_, 1) => $", in each of {spec.Depth.Kernel} slices",
        (_, var dilation) => $", in {spec.Depth.Kernel} slices at distances of {dilation}",
    };

    private static string Noun(PoolingPass pass) => pass switch
    {
        PoolingPass.Forward => "Forward",
        PoolingPass.ForwardTaps => "Forward with the winners' tap numbers",
        PoolingPass.ForwardWinners => "Forward with the winners as bits",
        PoolingPass.ForwardSeparable => "Forward with the winners as bits of rows and columns",
        PoolingPass.ForwardColumns => "Forward with the winners as bits of columns and their rows",
        PoolingPass.Backward => "Backward",
        PoolingPass.BackwardTaps => "Backward from tap numbers",
        PoolingPass.BackwardSeparable => "Backward from the winners' rows and columns",
        PoolingPass.BackwardColumns => "Backward from the winners' columns and their rows",
        _ => "Backward from the winners' bits",
    };
}
