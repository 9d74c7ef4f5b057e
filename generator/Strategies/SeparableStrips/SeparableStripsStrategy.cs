using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>Training passes of maxima and minima at distance 1, channels first.</summary>
internal sealed class SeparableStripsStrategy : Strategy<SeparableStripsPlan>
{
    // A pair serves the widths of small images; backward, where less is computed for each strip, it gains too little for its lines.
    private static readonly int[] s_forwardGroupSizes = [4, 2, 1];
    private static readonly int[] s_backwardGroupSizes = [4, 1];

    // Two rows of a strip take the registers that two strips would.
    private static readonly int[] s_pairGroupSizes = [1];

    // What rolls from row to row, of all strips of a group: with what is loaded it fits the 32 registers of AVX-512 and ARM64.
    private const int MostRolling = 16;

    // In percent of the widest vector. Strips leave lanes of each row idle, runs only the last of a plane; but runs take loads more, of masks and of
    // what strips keep in registers. Measured with 16 lanes and 3x3 and 5x5 windows.
    private const int WidestFlatRows = 135;

    // Where every winner counts, each row is compared with the extreme of each window that holds it: pairs are fewer. Measured with 16 lanes: of
    // windows of 5 to 10 rows they save 5 to 15 % of the time, of 4 nothing.
    private const int LeastRowsOfPairs = 5;

    // What rolls by two rows, of one strip. Of more, what two windows compute spills: 16 took 1.06 of the time of strips without pairs, 24 1.6.
    private const int MostRollingOfPairs = 14;

    public override SeparableStripsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        if (pass is not (PoolingPass.ForwardSeparable or PoolingPass.BackwardSeparable) || spec.Layout != TensorLayout.ChannelsFirst
            || SeparableAxis.TryCreate(spec.Axes[0]) is not { } height || SeparableAxis.TryCreate(spec.Axes[1]) is not { } width)
        {
            return null;
        }

        bool keepsExtents = height.KeepsExtent && width.KeepsExtent;
        int delayed = keepsExtents && pass == PoolingPass.ForwardSeparable ? height.Trail : 0;
        int rolling = height.Kernel - 1 + delayed;
        int calls = Calls(pass, height.Kernel, width.Kernel);
        int[] sizes = pass == PoolingPass.ForwardSeparable ? s_forwardGroupSizes : s_backwardGroupSizes;
        int[] groups = sizes.Where(strips => strips == 1 || (strips * rolling <= MostRolling && strips * calls <= PassPlan.LaneCallBudget)).ToArray();
        string why = pass == PoolingPass.ForwardSeparable
            ? "a row's winning columns are found once for all windows that hold it"
            : "a row's gradient is summed over the windows that it won before its columns take their parts";
        SeparableStripsPlan plan = new(pass, groups[0] * calls, why, height, width, new(groups))
        {
            WidestFlat = keepsExtents && pass == PoolingPass.ForwardSeparable ? WidestFlatRows : 0,
            Packing = PackingPlan.OfWholeRows(spec, pass),
        };
        return pass == PoolingPass.ForwardSeparable && spec.Ties is TieRule.All or TieRule.Split ? WithPairs(plan) : plan;
    }

    /// <summary>The forward plan with pairs of rows that windows share, where they save something and fit.</summary>
    private static SeparableStripsPlan WithPairs(SeparableStripsPlan plan)
    {
        int rows = plan.Height.Kernel, calls = CallsOfPairs(rows, plan.Width.Kernel);
        return rows >= LeastRowsOfPairs && plan.RollingByTwo.Sum(rolling => rolling.Rows.Length) <= MostRollingOfPairs && calls <= PassPlan.LaneCallBudget
            ? plan with { LaneCalls = calls, Groups = new(s_pairGroupSizes), SharesPairs = true }
            : plan;
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, SeparableStripsPlan plan)
    {
        if (plan.Pass == PoolingPass.ForwardSeparable)
            new ForwardPrinter(writer, kernel, plan).Print();
        else if (plan.KeepsExtents)
            new FlatBackwardPrinter(writer, kernel, plan).Print();
        else
            new BackwardPrinter(writer, kernel, plan).Print();
    }

    /// <summary>The lane operations of one strip: forward, the rows above, a row's columns and a window's rows; backward, the larger of both sums.</summary>
    private static int Calls(PoolingPass pass, int height, int width) => pass == PoolingPass.ForwardSeparable
        ? 2 * 4 * width + 4 * height + 2
        : Math.Max(2 * height + 4, 3 * width + 1);

    /// <summary>
    /// The lane operations of one strip where windows share pairs: the columns of a pair above, of a pair and, where windows have an even number of
    /// rows, of one more; both pairs, and two windows of half as many contenders.
    /// </summary>
    private static int CallsOfPairs(int height, int width) => (4 + (height % 2 ^ 1)) * 4 * width + 2 * 8 + 2 * 4 * (height / 2 + 1) + 4;
}
