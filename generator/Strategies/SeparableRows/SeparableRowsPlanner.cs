using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.SeparableRows;

/// <summary>Decides which passes are separable sweeps over rows of pixels.</summary>
internal static class SeparableRowsPlanner
{
    // One more row than this, two scratch rows and two offsets fit the general registers of x64.
    private const int MostUnrolled = 7;

    public static SeparableRowsPlan? Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        if (spec.Layout != TensorLayout.ChannelsLast || spec.Axes.Any(axis => axis.Dilation > 1))
            return null;
        return pass switch
        {
            PoolingPass.Forward when width.Kernel > width.Stride => Sweep(
                spec, reduction, pass, overGradient: false, "windows share columns, so that each column of a row of windows is combined once"),

            // The windows that hold an input element are neighbours too: the same sweep over the gradient, from the other side.
            PoolingPass.Backward when !reduction.HasWinners && height.Stride == 1 && width.Stride == 1 => Sweep(
                spec, reduction, pass, overGradient: true, "an element's gradient is the sum over the neighbouring windows that hold it"),
            _ => null,
        };
    }

    private static SeparableRowsPlan Sweep(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass, bool overGradient, string why)
    {
        SeparableAxis height = Axis(spec.Axes[0]), width = Axis(spec.Axes[1]);
        var scale = reduction.HasWinners ? RowScale.None : GradientText.SharesDiffer(spec, pass) ? RowScale.Counted : RowScale.Constant;
        int divisor = reduction.HasWinners ? 0 : spec.WholeDivisor;
        return new(
            pass, Math.Max(Calls(height), Calls(width)), why, height, width, overGradient, PairsRows: height.Stride == 1,
            scale, divisor, new GradientText(spec, pass).Counted);
    }

    private static SeparableAxis Axis(AxisSpec axis) => new(axis.Kernel, axis.Stride, axis.Kernel <= MostUnrolled);

    /// <summary>The lane operations of two neighbouring results: loads, combinations, what is done to each result, prefetches.</summary>
    private static int Calls(SeparableAxis axis) => (axis.IsUnrolled ? 2 * axis.Kernel : 4) + 16;
}
