using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparableRows;

/// <summary>What the methods of a separable sweep call things.</summary>
internal sealed class SeparableText(KernelPlan kernel, SeparableRowsPlan plan)
{
    public string Element => kernel.Spec.Element.Keyword;

    public Model.ElementType Type => kernel.Spec.Element;

    public ReductionPlan Reduction => kernel.Reduction;

    public string Source => plan.OverGradient ? "outputGradient" : "input";

    public string Target => plan.OverGradient ? "inputGradient" : "output";

    public string SourceOperand => plan.OverGradient ? "OutputGradient" : "Input";

    public string TargetOperand => plan.OverGradient ? "InputGradient" : "Output";

    // Backward, the gradient of the output is the source.
    public string SourceExtent => plan.OverGradient ? "OutputExtent" : "InputExtent";

    public string TargetExtent => plan.OverGradient ? "InputExtent" : "OutputExtent";

    public string SourcePlane => plan.OverGradient ? "OutputPlane" : "InputPlane";

    public string TargetPlane => plan.OverGradient ? "InputPlane" : "OutputPlane";

    /// <summary>The rows of combined rows.</summary>
    public IEnumerable<string> ScratchRows => plan.PairsRows ? ["upper", "lower"] : ["upper"];

    /// <summary>How far the first window reaches before the source.</summary>
    public string Lead(string axis, SeparableAxis size, bool isOperand = false)
    {
        if (!plan.OverGradient)
            return $"{axis}.PaddingBegin";
        string lead = $"{size.Kernel - 1} - {axis}.PaddingBegin";
        return isOperand || axis.StartsWith("geometry", StringComparison.Ordinal) ? $"({lead})" : lead;
    }

    /// <summary>The reciprocal of the counted taps of a window on one axis.</summary>
    public string Share(string axis, string window, int kernelExtent) =>
        $"{axis}.InteriorBegin <= {window} && {window} < {axis}.InteriorEnd ? 1{Type.Suffix} / {kernelExtent}{Type.Suffix} : 1{Type.Suffix} / {axis}.Taps({window}).{plan.Counted}";

    /// <summary>The distance between the first two vectors of a run: the second overlaps the first, where the run is no multiple of a vector.</summary>
    public static string FirstStep(string run) =>
        $"nint firstStep = {run} < TLanes.Count ? TLanes.Count : ({run} - 1) % TLanes.Count + 1; // the second vector overlaps the first";

    public string Combine(string left, string right) => $"TLanes.{Reduction.Combine}({left}, {right})";

    public string Combine(IEnumerable<string> values) => values.Aggregate(Combine);

    public string Reciprocal(int divisor) => Type.Reciprocal(divisor);
}
