using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Runtime;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>The strategy that serves every adaptive configuration, and where extents are known, tiles of planes that are too far apart for others.</summary>
internal sealed class AdaptiveWindowsStrategy : Strategy<AdaptiveWindowsPlan>
{
    // Of the largest methods: windows that are written out, and blocks of sixteen vectors of channels.
    private const int PlaneCalls = 96;
    private const int SampleCalls = 96;

    // Beside a value, its record takes a register, and a comparison others.
    private const int PixelVectors = 16;
    private const int RecordingPixelVectors = 4;

    // One column after the other costs less than folding vectors that it does not fill.
    private const int MostWrittenColumns = 8;
    private const int MostWrittenTaps = 64;

    public override bool ServesDepth => true;

    public override AdaptiveWindowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool serves = pass is PoolingPass.Forward or PoolingPass.ForwardTaps or PoolingPass.Backward or PoolingPass.BackwardTaps;
        bool leavesRest = pass == PoolingPass.Backward && !reduction.HasWinners && !spec.HasDepth && spec.Layout == TensorLayout.ChannelsFirst && !KnownTiles.Cover(spec);
        if (!serves || !(spec.IsAdaptive || (KnownTiles.In(spec) && (KnownTiles.Cover(spec) || leavesRest))))
            return null;

        bool isPlane = spec.Layout == TensorLayout.ChannelsFirst;
        return new(
            pass,
            isPlane ? PlaneCalls : SampleCalls,
            pass == PoolingPass.BackwardTaps ? "each window has one winner, which is looked up"
                : isPlane && pass == PoolingPass.Backward && !reduction.HasWinners ? "what a row of windows gives to each column is worked out once, for all rows of the windows"
                : isPlane ? "as extents follow from the input's, the rows of windows are combined together, then the columns of each"
                : "as extents follow from the input's, vectors of channels go through the taps of each window",
            spec.HasDepth || spec.Height != AxisSpec.Absent,
            spec.Kind == PoolingKind.Average,
            new(isPlane && pass == PoolingPass.Forward ? KnownColumns(spec.Width) : []))
        {
            Vectors = pass == PoolingPass.ForwardTaps ? RecordingPixelVectors : PixelVectors,
            LeavesRest = leavesRest && !spec.IsAdaptive,
        };
    }

    /// <summary>The windows of a row that are written out column by column: those whose extents are known, differ, and do not fill a vector.</summary>
    private static KnownWindow[] KnownColumns(AxisSpec axis)
    {
        if (axis is not { IsAdaptive: true, InputExtent: { } extent })
            return [];
        AxisGeometry windows = KnownExtents.Windows(axis, extent);
        KnownWindow[] columns = [.. Enumerable.Range(0, windows.OutputExtent).Select(window => new KnownWindow(windows.Start(window), windows.End(window)))];
        return windows.MostTaps <= MostWrittenColumns && columns.Sum(window => window.End - window.First) <= MostWrittenTaps ? columns : [];
    }

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
