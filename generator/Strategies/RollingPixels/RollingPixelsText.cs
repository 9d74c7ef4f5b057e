using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>What the methods of a sweep along pixels call things.</summary>
internal sealed class RollingPixelsText(KernelPlan kernel, RollingPixelsPlan plan)
{
    public string Element => Type.Keyword;

    public ElementType Type => kernel.Spec.Element;

    public ReductionPlan Reduction => kernel.Reduction;

    public string Source => plan.OverGradient ? "outputGradient" : "input";

    public string Target => plan.OverGradient ? "inputGradient" : "output";

    // Backward, the gradient of the output is the source.
    public string SourceExtent => plan.OverGradient ? "OutputExtent" : "InputExtent";

    public string TargetExtent => plan.OverGradient ? "InputExtent" : "OutputExtent";

    /// <summary>How far the first window reaches before the source.</summary>
    public string Lead(string axis, PixelAxis size) =>
        plan.OverGradient ? $"({size.Kernel - 1} - {axis}.PaddingBegin)" : $"{axis}.PaddingBegin";

    /// <summary>Where a window begins on an axis.</summary>
    public string Start(string window, string axis, PixelAxis size) =>
        $"{(size.Stride == 1 ? window : $"{window} * {size.Stride}")} - {Lead(axis, size)}";

    public string Combine(string left, string right) => $"TLanes.{Reduction.Combine}({left}, {right})";

    public string Combine(IEnumerable<string> values) => values.Aggregate(Combine);

    /// <summary>A reciprocal, as a constant.</summary>
    public string Reciprocal(int divisor) => Type.Reciprocal(divisor);

    /// <summary>A number, as a constant.</summary>
    public string Number(int value) => $"{value}{Type.Suffix}";

    /// <summary>The result of a window, from the combination of its taps.</summary>
    public string Result(string value)
    {
        if (plan.Scale != PixelScale.None && !plan.CountsSources)
            return $"TLanes.Multiply({value}, share)";
        return Reduction.NaNIsEmpty ? $"NumberOrIdentity<TLanes, TVector>({value})" : value;
    }

    public string Store(string result, string row, string index) => $"TPlacement.Store<TLanes, TVector, {Element}>({result}, ref {row}, {index});";

    /// <summary>Prints that a method goes on at vectors that a pixel fills, where it fills none of its own.</summary>
    public void PrintNarrower(CodeWriter writer, string method, string arguments)
    {
        using (writer.Block("if (geometry.Channels < TLanes.Count)"))
        {
            writer.Line($"Rt::PixelLanes.{method}<{KernelFrame.Name(plan)}, TPlacement, {Element}>({arguments}); // at the widest vectors that a pixel fills");
            writer.Line("return;");
        }
        writer.Line();
    }
}
