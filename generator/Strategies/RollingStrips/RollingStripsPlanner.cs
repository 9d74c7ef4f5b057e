using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>Decides which passes are sweeps over neighbouring windows, and how many strips fit the registers.</summary>
internal static class RollingStripsPlanner
{
    private static readonly int[] s_groupSizes = [4, 2, 1];

    // Larger windows want another algorithm: the work of a row grows with the window's width.
    private const int MostKernel = 9;

    // The rows in flight of all strips of a group must fit the 32 registers of AVX-512 and ARM64.
    private const int MostRowsInFlight = 20;

    public static RollingStripsPlan? Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        if (spec.Layout != TensorLayout.ChannelsFirst || !spec.Axes.All(IsNeighbouring))
            return null;

        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        return pass switch
        {
            PoolingPass.Forward => Sweep(
                spec, reduction, pass, Sweep(height), Sweep(width), overGradient: false,
                "neighbouring windows share all but one row and column"),

            // The windows that hold an input element are neighbours too: the same sweep over the gradient, from the other side.
            PoolingPass.Backward when !reduction.HasWinners && Scale(spec, reduction) != StripScale.TapCount => Sweep(
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

    private static RollingStripsPlan Sweep(
        PoolingSpec spec, ReductionPlan reduction, PoolingPass pass, SweepAxis height, SweepAxis width, bool overGradient, string why)
    {
        int[] sizes = s_groupSizes
            .Where(strips => strips == 1 || (strips * (height.Kernel + 1) <= MostRowsInFlight && Calls(height, width, strips) <= PassPlan.LaneCallBudget))
            .ToArray();
        var groups = sizes.Select(strips => new StripGroup($"Inner{strips}", StripKind.Inner, strips)).ToList();
        if (width.ReachesOver)
            groups.Insert(0, new("Ends", StripKind.Left, 2));
        groups.Add(new("Narrow", StripKind.Narrow, 1));
        var scale = Scale(spec, reduction);
        int divisor = scale != StripScale.Constant ? 0 : spec.Divisor.Kind == DivisorKind.Fixed ? spec.Divisor.Value : spec.Taps;
        return new(pass, Calls(height, width, Math.Max(2, sizes[0])), why, height, width, overGradient, scale, divisor, new(groups));
    }

    private static StripScale Scale(PoolingSpec spec, ReductionPlan reduction) =>
        reduction.HasWinners || spec.Divisor is { Kind: DivisorKind.Fixed, Value: 1 } ? StripScale.None :
        spec.Divisor.Kind == DivisorKind.Taps && spec.Clips ? StripScale.TapCount : StripScale.Constant;

    /// <summary>The lane operations of a group: filling the registers, a step of two rows, and steps of one row before and after.</summary>
    private static int Calls(SweepAxis height, SweepAxis width, int strips)
    {
        int row = 2 * width.Kernel;
        int oneRow = row + height.Kernel + 2;
        int twoRows = 2 * row + height.Kernel + 4;
        return strips * (row + twoRows + 2 * oneRow);
    }
}
