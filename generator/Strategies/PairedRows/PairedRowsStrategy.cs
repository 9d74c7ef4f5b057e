using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Direct;

namespace PoolGen.Generator.Strategies.PairedRows;

/// <summary>Training forward of small windows that share rows of taps, channels last.</summary>
internal sealed class PairedRowsStrategy : Strategy<PairedRowsPlan>
{
    // Its pixels and those of the other row of windows fit the 32 registers of AVX-512 and ARM64.
    private const int MostTaps = 16;

    public override PairedRowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        // Tap numbers beside bits of winners serve indices only: they are not worth the longer text.
        bool trains = pass == PoolingPass.ForwardWinners || (pass == PoolingPass.ForwardTaps && spec.Ties is TieRule.First or TieRule.Last);
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        if (!trains || spec.Layout != TensorLayout.ChannelsLast || spec.Taps > MostTaps || spec.Axes.Any(axis => axis.Dilation > 1)
            || height.Kernel <= height.Stride || width.Kernel < 2)
        {
            return null;
        }

        int calls = Calls(height, width, pass);
        if (calls > PassPlan.LaneCallBudget)
            return null;

        PassPlan otherwise = StrategyRegistry.PlanBehind(this, spec, reduction, pass) with { KernelSuffix = "Exact" };
        if (otherwise is DirectPlan direct)
            otherwise = direct with { ChecksNumbers = false };
        return new(
            pass,
            Math.Max(calls, otherwise.LaneCalls),
            "rows of taps that two rows of windows share are combined once, and neighbouring windows share their pixels in registers",
            otherwise);
    }

    private static int Calls(AxisSpec height, AxisSpec width, PoolingPass pass)
    {
        // A tap that is compared: the extreme, the comparison with what it calls, and a constant.
        int perTap = pass == PoolingPass.ForwardTaps ? 3 : 4;
        int perRow = pass == PoolingPass.ForwardTaps ? 2 : 4;
        int loads = PairedRowsPlan.TapRows(height) * (width.Kernel + width.Stride);
        int columns = PairedRowsPlan.TapRows(height) * (1 + perTap * width.Kernel);
        return loads + columns + 2 * (1 + perRow * height.Kernel) + (height.Kernel - height.Stride) + 2 * 7;
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, PairedRowsPlan plan)
    {
        new PairedRowsPrinter(writer, kernel, plan).Print();
        writer.Line();
        StrategyRegistry.Print(writer, kernel, plan.Otherwise);
    }
}
