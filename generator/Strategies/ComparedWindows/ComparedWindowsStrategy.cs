using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ComparedWindows;

/// <summary>Gradients of overlapping windows of many taps, where every winner counts.</summary>
internal sealed class ComparedWindowsStrategy : Strategy<ComparedWindowsPlan>
{
    // Rows are taken apart by their columns' places in a stride, and put together again: there are lane operations for so many.
    private const int MostStride = 4;

    public override ComparedWindowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool serves = pass == PoolingPass.Backward && reduction.HasWinners && spec.Ties is TieRule.All or TieRule.Split && !spec.IsAdaptive
            && spec.Axes.All(axis => axis.Dilation == 1);
        int calls = Calls(spec);
        if (!serves || calls > PassPlan.LaneCallBudget || (spec.Layout == TensorLayout.ChannelsFirst && spec.Width.Stride > MostStride))
            return null;

        return new(
            pass,
            calls,
            "windows have too many taps for a record of all winners: each element is compared with the extremes of its windows",
            Splits: spec.Ties == TieRule.Split);
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, ComparedWindowsPlan plan)
    {
        if (kernel.Spec.Layout == TensorLayout.ChannelsFirst)
            new ComparedRowsPrinter(writer, kernel, plan).Print();
        else
            new ComparedPixelsPrinter(writer, kernel, plan).Print();
    }

    /// <summary>The lane operations of the largest method, in which a window's columns are written out.</summary>
    private static int Calls(PoolingSpec spec)
    {
        const int Load = 1, Compare = 3, Interleave = 4;
        return spec.Width.Kernel * (2 * Load + Compare) + spec.Width.Stride * Interleave;
    }
}
