using System.Globalization;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emission;

/// <summary>Tensors and windows in the words of the generated documentation.</summary>
internal static class WindowText
{
    /// <summary>The axes of tensors: <c>N,C,H,W</c>.</summary>
    public static string TensorAxes(TensorLayout layout, int rank)
    {
        string spatial = "D,H,W".Substring(2 * (3 - rank));
        return layout == TensorLayout.ChannelsFirst ? $"N,C,{spatial}" : $"N,{spatial},C";
    }

    /// <summary>Windows with a kernel: <c>window 3x3, stride 2, padding 1</c>.</summary>
    public static string Windows(IReadOnlyCollection<AxisSpec> axes)
    {
        var parts = new List<string> { "window " + string.Join("x", axes.Select(axis => axis.Kernel)), $"stride {PerAxis(axes, axis => axis.Stride)}" };
        if (axes.Any(axis => axis.Rounding is AxisRounding.SameUpper or AxisRounding.SameLower))
            parts.Add($"padding {axes.Last().Rounding}");
        else if (axes.Any(axis => axis.PaddingBegin > 0 || axis.PaddingEnd > 0))
            parts.Add($"padding {PerAxis(axes, Padding)}");
        if (axes.Any(axis => axis.Dilation > 1))
            parts.Add($"dilation {PerAxis(axes, axis => axis.Dilation)}");
        if (axes.Any(axis => axis.Rounding == AxisRounding.Ceiling))
            parts.Add("ceiling mode");
        return string.Join(", ", parts);
    }

    /// <summary>What each axis has, or once what all have.</summary>
    private static string PerAxis<T>(IEnumerable<AxisSpec> axes, Func<AxisSpec, T> value)
    {
        T[] values = [.. axes.Select(value)];
        return string.Join("x", values.Distinct().Count() == 1 ? values.Take(1) : values);
    }

    private static string Padding(AxisSpec axis) => axis.PaddingBegin == axis.PaddingEnd
        ? axis.PaddingBegin.ToString(CultureInfo.InvariantCulture)
        : $"{axis.PaddingBegin}+{axis.PaddingEnd}";
}
