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
        yield return $"/// <para>{Configuration(kernel.Spec)}.</para>";
        yield return "/// <para>Output extents:</para>";
        yield return "/// <code>";
        if (kernel.Spec.Rank > 1)
            yield return $"/// height: {Formula(kernel.Spec.Axes[0])}";
        yield return $"/// width:  {Formula(kernel.Spec.Axes[1])}";
        yield return "/// </code>";
        foreach (string line in Drawing(kernel.Spec))
            yield return line;
        foreach (var alike in kernel.Passes.GroupBy(pass => (pass.StrategyName, pass.Why, Computation: Computation(pass))))
            yield return $"/// <para>{string.Join(", ", alike.Select(pass => Noun(pass.Pass)))}: {alike.Key.StrategyName}; {alike.Key.Why}{alike.Key.Computation}.</para>";
        yield return "/// </remarks>";
    }

    /// <summary>The summary of a pass's kernel.</summary>
    public static string KernelSummary(KernelPlan kernel, PassPlan pass) =>
        $"/// <summary>{Noun(pass.Pass)}, by {pass.StrategyName}: {pass.Why}.</summary>";

    /// <summary>What the user asked for, defaults included: <c>Max, window 3x3, stride 2, padding 1, ...</c>.</summary>
    public static string Configuration(PoolingSpec spec)
    {
        (AxisSpec height, AxisSpec width) = (spec.Rank == 1 ? spec.Axes[1] : spec.Axes[0], spec.Axes[1]);
        var parts = new List<string>
        {
            $"{spec.Kind} pooling of <c>{spec.Element.Name}</c>, {TensorAxes(spec)}",
            spec.Rank == 1 ? $"window {width.Kernel}" : $"window {height.Kernel}x{width.Kernel}",
            $"stride {Pair(height.Stride, width.Stride)}",
        };
        if (spec.Axes.Any(axis => axis.Rounding is AxisRounding.SameUpper or AxisRounding.SameLower))
            parts.Add($"padding {width.Rounding}");
        else if (spec.Axes.Any(axis => axis.PaddingBegin > 0 || axis.PaddingEnd > 0))
            parts.Add($"padding {Pair(Padding(height), Padding(width))}");
        if (height.Dilation > 1 || width.Dilation > 1)
            parts.Add($"dilation {Pair(height.Dilation, width.Dilation)}");
        if (spec.Axes.Any(axis => axis.Rounding == AxisRounding.Ceiling))
            parts.Add("ceiling mode");
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

    /// <summary>What a pass is computed in, where that is not the tensors' own type: a clause.</summary>
    private static string Computation(PassPlan pass) => pass.Computation switch
    {
        { Converts: true, Spec.Element: var element } when element == ElementType.HalfKey => "; on 16-bit integers of the same order, converted block by block",
        { DividesSums: true, Spec.Element: var element } => $"; sums in <c>{element.Name}</c>, divided and rounded once",
        { Converts: true, Spec.Element: var element } => $"; in <c>{element.Name}</c>, converted block by block",
        _ => "",
    };

    private static string TensorAxes(PoolingSpec spec)
    {
        string spatial = spec.Rank == 1 ? "W" : "H,W";
        return spec.Layout == TensorLayout.ChannelsFirst ? $"N,C,{spatial}" : $"N,{spatial},C";
    }

    /// <summary>The output extent of an axis as a formula of its input extent.</summary>
    public static string Formula(AxisSpec axis)
    {
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
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        if (height.EffectiveKernel > MostDrawnExtent || width.EffectiveKernel > MostDrawnExtent)
            yield break;

        yield return "/// <para>The window (■ a tap):</para>";
        yield return "/// <code>";
        for (int row = 0; row < height.EffectiveKernel; row++)
        {
            var cells = Enumerable.Range(0, width.EffectiveKernel)
                .Select(column => row % height.Dilation == 0 && column % width.Dilation == 0 ? "■" : "·");
            yield return "/// " + string.Join(" ", cells);
        }
        yield return "/// </code>";
    }

    private static string Noun(PoolingPass pass) => pass switch
    {
        PoolingPass.Forward => "Forward",
        PoolingPass.ForwardTaps => "Forward with the winners' tap numbers",
        PoolingPass.ForwardWinners => "Forward with the winners as bits",
        PoolingPass.ForwardSeparable => "Forward with the winners as bits of rows and columns",
        PoolingPass.Backward => "Backward",
        PoolingPass.BackwardTaps => "Backward from tap numbers",
        PoolingPass.BackwardSeparable => "Backward from the winners' rows and columns",
        _ => "Backward from the winners' bits",
    };

    private static string Pair(object height, object width) => height.Equals(width) ? $"{height}" : $"{height}x{width}";

    private static string Padding(AxisSpec axis) => axis.PaddingBegin == axis.PaddingEnd
        ? axis.PaddingBegin.ToString(CultureInfo.InvariantCulture)
        : $"{axis.PaddingBegin}+{axis.PaddingEnd}";
}
