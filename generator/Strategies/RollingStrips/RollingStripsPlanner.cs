using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>Decides which passes are sweeps over neighbouring windows, and how many strips fit the registers.</summary>
internal static class RollingStripsPlanner
{
    // Larger windows want another algorithm: the work of a row grows with the window's width.
    private const int MostKernel = 9;

    // Of extremes, which runs that overlap make up: windows of as many rows and columns take 0.6 to 0.95 of the time as large windows.
    private const int LeastLargeKernel = 8;

    // Of the largest group: more strips are longer code, and rows of more strips are cut into groups anyway. Large windows gain most from
    // groups that cover the row.
    private static int MostStrips(SweepAxis height) => height.Kernel < 5 ? 4 : 5;

    // The rows of all strips of a group, those kept and those of a step, in the 32 registers of AVX-512 and ARM64; the last are used as soon as they are there.
    private const int MostRows = 35;

    public static RollingStripsPlan? Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        if (spec.Layout != TensorLayout.ChannelsFirst || !spec.Axes.All(IsNeighbouring) || (reduction.HasWinners && spec.Axes.All(axis => axis.Kernel >= LeastLargeKernel)))
            return null;

        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        return pass switch
        {
            PoolingPass.Forward => Sweep(
                spec, reduction, pass, Sweep(height), Sweep(width), overGradient: false,
                "neighbouring windows share all but one row and column"),

            // The windows that hold an input element are neighbours too: the same sweep over the gradient, from the other side.
            PoolingPass.Backward when !reduction.HasWinners => Sweep(
                spec, reduction, pass, Transposed(height), Transposed(width), overGradient: true,
                "an element's gradient is the sum over the neighbouring windows that hold it"),
            _ => null,
        };
    }

    private static bool IsNeighbouring(AxisSpec axis) =>
        axis is { Stride: 1, Dilation: 1, HasDerivedPadding: false } && axis.Kernel <= MostKernel;

    private static SweepAxis Sweep(AxisSpec axis) => new(axis.Kernel, axis.PaddingBegin, axis.PaddingEnd);

    private static SweepAxis Transposed(AxisSpec axis) =>
        new(axis.Kernel, axis.Kernel - 1 - axis.PaddingBegin, axis.Kernel - 1 - axis.PaddingEnd);

    private static RollingStripsPlan? Sweep(
        PoolingSpec spec, ReductionPlan reduction, PoolingPass pass, SweepAxis height, SweepAxis width, bool overGradient, string why)
    {
        var scale = Scale(spec, reduction);
        int most = Math.Min(MostStrips(height), MostRows / (height.Kernel + 2));
        bool checks = reduction.GainsFromNumbers && !reduction.NaNIsEmpty; // who ignores NaN expects some, and would pay for most planes twice
        while (Calls(height, width, scale, overGradient, checks, most) > PassPlan.LaneCallBudget)
            most--;
        if (most < 3)
            return null;

        int divisor = scale != StripScale.Constant ? 0 : spec.WholeDivisor;
        return new(pass, Calls(height, width, scale, overGradient, checks, most), why, height, width, overGradient, scale, divisor, new(Enumerable.Range(2, most - 1)))
        {
            ChecksForNaN = checks,
        };
    }

    private static StripScale Scale(PoolingSpec spec, ReductionPlan reduction) =>
        reduction.HasWinners || spec.Divisor is { Kind: DivisorKind.Fixed, Value: 1 } ? StripScale.None :
        spec.Divisor.Kind == DivisorKind.Taps && spec.Clips ? StripScale.TapCount : StripScale.Constant;

    /// <summary>The lane operations of a group: a row of the first, and a step of two rows and two outputs.</summary>
    private static int Calls(SweepAxis height, SweepAxis width, StripScale scale, bool overGradient, bool checksForNaN, int strips)
    {
        bool scalesRows = overGradient && scale == StripScale.TapCount;
        int rows = height.Kernel - 1 > height.Lead ? 3 : 2;
        int perRow = 2 * width.Kernel + (scalesRows ? 2 : 0) + (checksForNaN ? 1 : 0);
        int perStrip = rows * perRow + height.Kernel + 2 * (1 + (scale == StripScale.None ? 1 : 2));

        // At the ends, columns are shifted in; and where divisors differ, every column has its own.
        int perEnd = rows * (width.Reach + (scalesRows ? 2 * width.Kernel : 0));
        return strips * perStrip + 2 * perEnd;
    }
}
