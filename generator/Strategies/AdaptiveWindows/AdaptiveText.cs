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

    public bool RecordsTaps => plan.Pass == PoolingPass.ForwardTaps;

    /// <summary>What vectors run along.</summary>
    public string VectorExtent => plan.Pass == PoolingPass.BackwardTaps ? "1" : IsChannelsLast ? "geometry.Channels" : "geometry.Width.InputExtent";

    /// <summary>The share of a window's gradient that each of its taps receives.</summary>
    public string Share(string gradient, string taps) => plan.Divides ? $"{gradient} / ({taps})" : gradient;

    /// <summary>Taps of a vector that win, in terms of lanes.</summary>
    public string Select(string tap, string extreme, string then) => $"TLanes.{_reduction.Winner}({tap}, {extreme}, {then}, TLanes.Zero)";
}
