using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Pieces of code that the printers of adaptive windows share.</summary>
internal sealed class AdaptiveText(KernelPlan kernel, AdaptiveWindowsPlan plan)
{
    private readonly ReductionPlan _reduction = kernel.Reduction;

    public ElementType Type => kernel.Spec.Element;

    public string Element => Type.Keyword;

    /// <summary>One lane, as type arguments.</summary>
    public string OneLane => $"Rt::LanesOne<{Element}>";

    public bool IsChannelsLast => kernel.Spec.Layout == TensorLayout.ChannelsLast;

    /// <summary>Whether windows reach over slices.</summary>
    public bool HasDepth => kernel.Spec.HasDepth;

    /// <summary>The parameter that says how many rows a window has, in all its slices.</summary>
    public string RowCount => HasDepth ? "rowCount" : "height";

    /// <summary>What is different with slices: empty without them.</summary>
    public string OfSlices(string text) => HasDepth ? text : "";

    /// <summary>The locals for the axes of a call.</summary>
    public void PrintAxes(CodeWriter writer)
    {
        if (HasDepth)
            writer.Line("var slices = geometry.Depth;");
        writer.Line("var rows = geometry.Height;");
        writer.Line("var columns = geometry.Width;");
    }

    /// <summary>The same where channels come first, and the distances between rows and between slices.</summary>
    public void PrintPlaneAxes(CodeWriter writer)
    {
        PrintAxes(writer);
        writer.Line("nint width = columns.InputExtent;");
        if (HasDepth)
            writer.Line("nint sliceStep = rows.InputExtent * width;");
    }

    /// <summary>The loop over slices of windows, where there are some: until the result is disposed, what is done in each, whose window begins at slice <c>front</c>.</summary>
    public IDisposable? Slices(CodeWriter writer)
    {
        if (!HasDepth)
            return null;
        IDisposable slices = writer.Block("for (int slice = 0; slice < slices.OutputExtent; slice++)");
        writer.Line("int front = slices.Start(slice), depth = slices.End(slice) - front;");
        return slices;
    }

    public bool RecordsTaps => plan.Pass == PoolingPass.ForwardTaps;

    /// <summary>What vectors run along. Where winners are looked up, nothing does: the forward half of a pass without a workspace is as wide as it can be.</summary>
    public string VectorExtent => plan.Pass == PoolingPass.BackwardTaps ? "int.MaxValue" : IsChannelsLast ? "geometry.Channels" : "geometry.Width.InputExtent";

    /// <summary>The share of a window's gradient that each of its taps receives.</summary>
    public string Share(string gradient, string taps) => plan.Divides ? $"{gradient} / ({taps})" : gradient;

    /// <summary>Taps of a vector that win, in terms of lanes.</summary>
    public string Select(string tap, string extreme, string then) => $"TLanes.{_reduction.Winner}({tap}, {extreme}, {then}, TLanes.Zero)";
}
