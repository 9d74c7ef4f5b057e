using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>The strategy that serves every adaptive configuration, and where extents are known, tiles of planes that are too far apart for others.</summary>
internal sealed class AdaptiveWindowsStrategy : Strategy<AdaptiveWindowsPlan>
{
    // Of the largest methods: a fold of runs, and blocks of sixteen vectors of channels.
    private const int PlaneCalls = 64;
    private const int SampleCalls = 96;

    private const int MostDistance = 4;

    public override AdaptiveWindowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool serves = pass is PoolingPass.Forward or PoolingPass.ForwardTaps or PoolingPass.Backward or PoolingPass.BackwardTaps;
        if (!serves || !(spec.IsAdaptive || Tiles(spec)))
            return null;

        bool isPlane = spec.Layout == TensorLayout.ChannelsFirst;
        return new(
            pass,
            isPlane ? PlaneCalls : SampleCalls,
            pass == PoolingPass.BackwardTaps ? "each window has one winner, which is looked up"
                : isPlane ? "the extents of windows follow from the input's: their rows are combined together, then the columns of each"
                : "the extents of windows follow from the input's: vectors of channels go through the taps of each",
            spec.Axes[0] != AxisSpec.Absent,
            spec.Kind == PoolingKind.Average);
    }

    /// <summary>Whether windows are known to cover the whole plane and nothing else, at distances that no strategy with a kernel takes in whole vectors.</summary>
    private static bool Tiles(PoolingSpec spec) =>
        spec.Axes[spec.Axes.Count - 1].Stride > MostDistance
        && spec.Axes.Skip(spec.Axes.Count - spec.Rank).All(axis =>
            axis is { Dilation: 1, Clips: false, InputExtent: { } extent } && axis.Stride <= axis.Kernel && (extent - axis.Kernel) % axis.Stride == 0);

    protected override void Print(CodeWriter writer, KernelPlan kernel, AdaptiveWindowsPlan plan)
    {
        var text = new AdaptiveText(kernel, plan);
        using (KernelFrame.Struct(writer, kernel, plan, text.VectorExtent))
        {
            if (plan.Pass == PoolingPass.BackwardTaps)
                new WinnerScatterPrinter(writer, text).Print();
            else if (text.IsChannelsLast)
                PrintSamples(writer, kernel, plan, text);
            else
                PrintPlanes(writer, kernel, plan, text);
        }
    }

    private static void PrintPlanes(CodeWriter writer, KernelPlan kernel, AdaptiveWindowsPlan plan, AdaptiveText text)
    {
        if (plan.Pass == PoolingPass.Forward)
            new PlaneForwardPrinter(writer, kernel, plan, text).Print();
        else if (plan.Pass == PoolingPass.ForwardTaps)
            new PlaneTapsPrinter(writer, kernel, plan, text).Print();
        else if (kernel.Reduction.HasWinners)
            new PlaneWinnersPrinter(writer, kernel, plan, text).Print();
        else
            new PlaneSharesPrinter(writer, plan, text).Print();
    }

    private static void PrintSamples(CodeWriter writer, KernelPlan kernel, AdaptiveWindowsPlan plan, AdaptiveText text)
    {
        if (plan.Pass != PoolingPass.Backward)
            new PixelForwardPrinter(writer, kernel, plan, text).Print();
        else if (kernel.Reduction.HasWinners)
            new PixelWinnersPrinter(writer, kernel, text).Print();
        else
            new PixelSharesPrinter(writer, plan, text).Print();
    }
}
