using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.FarPixels;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>Decides which passes roll along rows of pixels, and how many vectors of channels fit the registers.</summary>
internal static class RollingPixelsPlanner
{
    private static readonly int[] s_largeGroups = [4, 2];

    // Larger windows want another algorithm: their columns do not fit the registers.
    private const int MostKernel = 9;

    // The columns in flight of all vectors of a group, for both rows: with what is loaded they fit the 32 registers of AVX-512 and ARM64.
    private const int MostCarried = 16;

    // Beyond this, taking every tap of a window costs more than reaching memory out of order.
    private const int MostRunTaps = 25;

    // Beyond this, a run of extremes is left to a walk by pixels, where those of its windows are more than a first-level cache holds. Of 3x3 windows it gains too
    // little for its text: with 832 to 2048 floats 0.8 to 1.1 of the time.
    private const int MostTapsOfRunAlone = 9;

    public static RollingPixelsPlan? Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        if (spec.Layout != TensorLayout.ChannelsLast || spec.Axes.Any(axis => axis.Dilation > 1 || axis.Kernel > MostKernel))
            return null;
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        return pass switch
        {
            PoolingPass.Forward => Sweep(
                spec, reduction, pass, overGradient: false, "neighbouring channels are a vector, and what neighbouring windows share is combined once"),

            // The windows that hold an input element are neighbours too: the same sweep over the gradient, from the other side.
            PoolingPass.Backward when !reduction.HasWinners && height.Stride == 1 && width.Stride == 1 => Sweep(
                spec, reduction, pass, overGradient: true, "an element's gradient is the sum over the neighbouring windows that hold it"),
            _ => null,
        };
    }

    private static RollingPixelsPlan Sweep(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass, bool overGradient, string why)
    {
        (PixelAxis height, PixelAxis width) = (PixelAxis.Of(spec.Axes[0]), PixelAxis.Of(spec.Axes[1]));
        int rows = height is { Stride: 1, Kernel: > 1 } ? 2 : 1;
        int carried = rows * Math.Max(0, width.Kernel - width.Stride);
        int calls = CallsPerVector(height, width, rows);
        bool walksPixels = !overGradient && rows == 1 && width.Kernel <= width.Stride; // by one method, groups and what is left
        // Sums of two rows have clipped rows apart, and their sweeps serve both directions: another group would make the text a quarter longer.
        bool hasOneGroup = walksPixels || (rows == 2 && !reduction.HasWinners);
        int[] groups = s_largeGroups
            .Where(vectors => vectors * carried <= MostCarried && (vectors + (walksPixels ? 1 : 0)) * calls <= PassPlan.LaneCallBudget)
            .Take(hasOneGroup ? 1 : 2)
            .Append(1)
            .ToArray();
        bool hasRuns = height.Stride == 1 && width.Stride == 1 && width.Kernel > 1 && spec.Taps <= MostRunTaps;
        int runCalls = hasRuns ? 2 * (height.Kernel + 1) * width.Kernel + 8 : 0;

        bool clipsRows = overGradient || rows == 2 || spec.Axes[0].Clips;
        var scale = reduction.HasWinners ? PixelScale.None : GradientText.SharesDiffer(spec, pass) ? PixelScale.Counted : PixelScale.Constant;
        int divisor = reduction.HasWinners ? 0 : spec.WholeDivisor;
        var plan = new RollingPixelsPlan(
            pass, Math.Max((walksPixels ? groups.Sum() : groups[0]) * calls, runCalls), why, height, width, overGradient, new(groups), walksPixels, hasRuns,
            ClipsRows: clipsRows, ReplacesRows: clipsRows && reduction.HasWinners, ClipsColumns: overGradient || spec.Axes[1].Clips, scale, divisor, new GradientText(spec, pass).Counted);
        bool isRun = hasRuns && plan.ReplacesRows && spec.Taps > MostTapsOfRunAlone;
        return overGradient || walksPixels || (rows == 2 && !isRun) ? plan : WithFarWalk(plan);
    }

    /// <summary>With a walk where no cache of a core holds the tensors, if one method holds a step.</summary>
    private static RollingPixelsPlan WithFarWalk(RollingPixelsPlan plan)
    {
        (PixelAxis height, PixelAxis width) = (plan.Height, plan.Width);
        var far = new FarWalk(height, width, LeastPixelBytes: 0);
        // A run of neighbours loads the pixels of its windows again for each of them, from a first-level cache if that holds them.
        if (height.Stride == 1 && width.Stride == 1)
            far = far with { LeastPixelBytes = FarWalk.FirstLevelCache / (far.TapRows * width.Kernel) };

        // Rows are asked for, loaded and combined, and each window takes its part.
        int calls = far.Pixels * 3 * (far.TapRows + far.WindowRows * (far.LastWindow + 1)) + 2 * far.WindowRows;
        return calls > PassPlan.LaneCallBudget ? plan : plan with { Far = far, LaneCalls = Math.Max(plan.LaneCalls, calls) };
    }

    /// <summary>The lane operations of a vector: the new columns of a step, their results, and a column before the first step where one is kept.</summary>
    private static int CallsPerVector(PixelAxis height, PixelAxis width, int rows)
    {
        int column = 2 * (height.Kernel + rows) + 2 * rows;
        int results = rows * (width.Kernel + 5);
        int before = width.Kernel > width.Stride ? 1 : 0;
        return (Math.Min(width.Stride, width.Kernel) + before) * column + results;
    }
}
