using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Direct;
using PoolGen.Generator.Strategies.FarPixels;

namespace PoolGen.Generator.Strategies.PixelWindows;

/// <summary>Training forward of small windows, channels last.</summary>
internal sealed class PixelWindowsStrategy : Strategy<PixelWindowsPlan>
{
    // The taps and extremes of two rows of windows fit the 32 registers of AVX-512 and ARM64.
    private const int MostTaps = 16;

    // In bytes: of smaller pixels too little lies side by side.
    private const int LeastFarPixel = 384;

    public override PixelWindowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        // Tap numbers beside bits of winners serve indices only: they are not worth the longer text.
        bool trains = pass == PoolingPass.ForwardWinners || (pass == PoolingPass.ForwardTaps && spec.Ties is TieRule.First or TieRule.Last);
        if (!trains || spec.Layout != TensorLayout.ChannelsLast || spec.Taps is < 2 or > MostTaps || spec.Axes.Any(axis => axis.Dilation > 1))
            return null;

        (AxisSpec height, AxisSpec width) = (spec.Height, spec.Width);
        int windowRows = height.Kernel > height.Stride ? 2 : 1;
        PassPlan otherwise = StrategyRegistry.PlanBehind(this, spec, reduction, pass) with { KernelSuffix = "Exact" };
        if (otherwise is DirectPlan direct)
            otherwise = direct with { ChecksNumbers = false };
        string why = "pixels are read in the order of memory, all channels of one before the next, and a NaN is looked for once a sample";
        if (windowRows == 2)
            why += "; two rows of windows combine the rows of taps that they share once";

        var plan = new PixelWindowsPlan(pass, otherwise.LaneCalls, why, windowRows, otherwise);
        int calls = Calls(plan, height, width);
        if (calls > PassPlan.LaneCallBudget)
            return null;

        FarWalk? far = width.Kernel > 1 && width.Kernel >= width.Stride ? Far(PixelAxis.Of(height), PixelAxis.Of(width)) : null;
        int farCalls = far is null ? 0 : CallsOf(far, height, width);
        if (farCalls > PassPlan.LaneCallBudget)
            (far, farCalls) = (null, 0);
        return plan with { Far = far, LaneCalls = Math.Max(Math.Max(calls, farCalls), otherwise.LaneCalls) };
    }

    // A first-level cache holds the pixels that are read, and what is kept of windows and written: their extremes and records. Where it does not (3x3 at distance
    // 2 with 768 floats), a walk takes up to twice as long as windows one by one.
    private static FarWalk Far(PixelAxis height, PixelAxis width)
    {
        var far = new FarWalk(height, width, LeastFarPixel);
        return far with { MostPixelBytes = FarWalk.FirstLevelCache / (far.TapRows + far.WindowRows * 2 * (far.KeptWindows + 1)) };
    }

    /// <summary>The lane operations of a step of a walk by pixels.</summary>
    private static int CallsOf(FarWalk far, AxisSpec height, AxisSpec width)
    {
        const int Sums = 4, Results = 3, Numbers = 2;
        int column = 3 * far.TapRows + far.WindowRows * (4 * height.Kernel + 1);
        const int Joined = 11; // a window with one more column: what it has so far, both records, the extreme, who holds it, and what is kept
        int windows = Enumerable.Range(0, far.Pixels).Sum(step => far.Windows(step).Count());
        return 3 * Sums + far.WindowRows * Numbers * height.Kernel + far.Pixels * column + far.WindowRows * (Joined * windows + Results);
    }

    private static int Calls(PixelWindowsPlan plan, AxisSpec height, AxisSpec width)
    {
        // A tap that is compared: the extreme, the comparison with what it calls, and a constant.
        bool hasTaps = plan.Pass == PoolingPass.ForwardTaps;
        int perTap = hasTaps ? 3 : 4;
        int perRow = hasTaps ? 2 : 4;
        int tapRows = plan.TapRows(height);
        int perTapRow = 2 * width.Kernel + 1 + perTap * width.Kernel;
        int sums = 3 * tapRows;
        int prefetches = tapRows * width.Kernel;
        const int RecordSetRight = 2; // where taps lie outside the input
        return tapRows * perTapRow + sums + prefetches + plan.WindowRows * (8 + RecordSetRight + perRow * height.Kernel);
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, PixelWindowsPlan plan)
    {
        new PixelWindowsPrinter(writer, kernel, plan).Print();
        writer.Line();
        StrategyRegistry.Print(writer, kernel, plan.Otherwise);
    }
}
