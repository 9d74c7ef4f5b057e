using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emission;

/// <summary>Prints the windows of the spatial axes, as the runtime takes them.</summary>
internal static class AxisPrinter
{
    /// <summary>A property for each axis.</summary>
    /// <returns>The properties as further arguments of a call.</returns>
    public static string Print(CodeWriter writer, IEnumerable<(string Name, AxisSpec Axis)> named)
    {
        foreach ((string name, AxisSpec axis) in named)
        {
            writer.Line($"private static Rt::PoolingAxis {name}Axis => {Axis(axis)};");
            writer.Line();
        }
        return Arguments(named);
    }

    /// <summary>These properties as further arguments of a call.</summary>
    public static string Arguments(IEnumerable<(string Name, AxisSpec Axis)> named) => string.Concat(named.Select(axis => $", {axis.Name}Axis"));

    private static string Axis(AxisSpec axis)
    {
        string extent = axis.InputExtent is { } input ? $"InputExtent = {input}" : "";
        if (axis.OutputExtent is { } outputs)
            return $"Rt::PoolingAxis.Adaptive(outputExtent: {outputs})" + (extent.Length > 0 ? $" with {{ {extent} }}" : "");

        string text = $"new(Kernel: {axis.Kernel}, Stride: {axis.Stride}";
        if (axis.PaddingBegin > 0)
            text += $", PaddingBegin: {axis.PaddingBegin}";
        if (axis.PaddingEnd > 0)
            text += $", PaddingEnd: {axis.PaddingEnd}";
        if (axis.Dilation > 1)
            text += $", Dilation: {axis.Dilation}";
        if (axis.Rounding != AxisRounding.Floor)
            text += $", Rounding: Rt::AxisRounding.{axis.Rounding}";
        return text + ")" + (extent.Length > 0 ? $" {{ {extent} }}" : "");
    }
}
