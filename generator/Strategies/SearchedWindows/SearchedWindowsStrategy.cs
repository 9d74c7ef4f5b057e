using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SearchedWindows;

/// <summary>Gradients of planes whose windows have more taps than a record has bits, where every winner counts.</summary>
internal sealed class SearchedWindowsStrategy : Strategy<SearchedWindowsPlan>
{
    // The winners of a window are bits of one number.
    private const int MostTaps = 64;

    // Of a window: a row is loaded, counted into the sum and the extreme, and compared; the lanes are joined at the end.
    private const int CallsPerRow = 12;
    private const int CallsAcross = 20;

    public override SearchedWindowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool serves = pass == PoolingPass.Backward && reduction.HasWinners && spec.Ties is TieRule.All or TieRule.Split && !spec.IsAdaptive;
        int calls = CallsPerRow * spec.Height.Kernel + CallsAcross;
        if (!serves || spec.Layout != TensorLayout.ChannelsFirst || spec.Taps > MostTaps || spec.Width.Dilation > 1 || calls > PassPlan.LaneCallBudget)
            return null;

        return new(pass, calls, "windows have too many taps for a record of all winners: each is searched again, a row in a vector", RowLanes.For(spec.Width.Kernel));
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, SearchedWindowsPlan plan) =>
        new SearchedWindowsPrinter(writer, kernel, plan).Print();
}
