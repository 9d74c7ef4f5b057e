using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparablePixels;

/// <summary>Training passes of maxima and minima at distance 1, channels last.</summary>
internal sealed class SeparablePixelsStrategy : Strategy<SeparablePixelsPlan>
{
    private static readonly int[] s_groupSizes = [4, 2, 1];

    // What rolls from pixel to pixel, of all vectors of a group: with what is loaded it fits the 32 registers of AVX-512 and ARM64.
    private const int MostRolling = 8;

    public override SeparablePixelsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        if (pass is not (PoolingPass.ForwardSeparable or PoolingPass.BackwardSeparable) || spec.Layout != TensorLayout.ChannelsLast
            || SeparableAxis.TryCreate(spec.Axes[0]) is not { } height || SeparableAxis.TryCreate(spec.Axes[1]) is not { } width)
        {
            return null;
        }

        bool isForward = pass == PoolingPass.ForwardSeparable;
        int calls = isForward ? 7 * width.Kernel + 6 * height.Kernel + 5 : (CountsWinners(spec, pass) ? 12 : 4) * height.Kernel + 3 * width.Kernel + 3;
        int[] groups = s_groupSizes
            .Where(vectors => vectors == 1 || (!CountsWinners(spec, pass) && vectors * (width.Kernel - 1) <= MostRolling && vectors * calls <= PassPlan.LaneCallBudget))
            .ToArray();
        // The largest group, and single vectors for what is left of the channels.
        groups = [.. groups.Take(1).Union([1])];
        string why = isForward
            ? "a row's winning columns are found once for all windows that hold it"
            : "a row's gradient is summed over the windows that it won before its columns take their parts";
        return new(pass, groups[0] * calls, why, height, width, new(groups));
    }

    /// <summary>Whether the winners of each window are counted, which is as many operations again for each row.</summary>
    private static bool CountsWinners(PoolingSpec spec, PoolingPass pass) => spec.Ties == TieRule.Split && pass == PoolingPass.BackwardSeparable;

    protected override void Print(CodeWriter writer, KernelPlan kernel, SeparablePixelsPlan plan)
    {
        if (plan.Pass == PoolingPass.ForwardSeparable)
            new ForwardPrinter(writer, kernel, plan).Print();
        else
            new BackwardPrinter(writer, kernel, plan).Print();
    }
}
