using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparablePixels;

/// <summary>Training passes of maxima and minima at distance 1, channels last.</summary>
internal sealed class SeparablePixelsStrategy : Strategy<SeparablePixelsPlan>
{
    private static readonly int[] s_groupSizes = [4, 2, 1];

    private static readonly int[] s_oneVector = [1];

    // What rolls from pixel to pixel, of all vectors of a group: with what is loaded it fits the 32 registers of AVX-512 and ARM64.
    private const int MostRolling = 8;

    // Four cache lines of each pixel, as a group of neighbouring vectors reads; of windows with more rows, what is computed takes longer than the lines.
    private const int FarVectorsApart = 4, MostRowsOfFarVectors = 8;

    // Pixels that are taken whole, in bytes.
    private const int FewColumns = 3, LeastPixelOfFewColumns = 640, LeastPixel = 256;

    // From so many rows on, loading each window's gradient for every one of them costs more than sums in scratch memory. Measured.
    private const int LeastApart = 5;

    public override SeparablePixelsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        if (pass is not (PoolingPass.ForwardSeparable or PoolingPass.BackwardSeparable) || spec.Layout != TensorLayout.ChannelsLast
            || SeparableAxis.TryCreate(spec.Axes[0]) is not { } height || SeparableAxis.TryCreate(spec.Axes[1]) is not { } width)
        {
            return null;
        }

        if (pass == PoolingPass.BackwardSeparable && height.Kernel >= LeastApart)
            return Apart(height, width);

        bool isForward = pass == PoolingPass.ForwardSeparable;
        int calls = isForward ? 7 * width.Kernel + 6 * height.Kernel + 5 : 4 * height.Kernel + 3 * width.Kernel + 3;
        int[] groups = s_groupSizes
            .Where(vectors => vectors == 1 || (vectors * (width.Kernel - 1) <= MostRolling && vectors * calls <= PassPlan.LaneCallBudget))
            .ToArray();
        // Single vectors for what is left of the channels; forward, the next smaller group too. Measured with 17 to 32 floats: forward 0.75 to 0.95 of the
        // time, backward as long.
        groups = [.. groups.Take(isForward ? 2 : 1).Union([1])];
        string why = isForward
            ? "a row's winning columns are found once for all windows that hold it"
            : "a row's gradient is summed over the windows that it won before its columns take their parts";
        var plan = new SeparablePixelsPlan(pass, groups[0] * calls, why, height, width, new(groups));
        if (!isForward)
            return plan;

        int rowCalls = calls + width.Kernel; // a window loads all of its columns
        return rowCalls > PassPlan.LaneCallBudget
            ? plan
            : plan with { LeastWholePixel = width.Kernel <= FewColumns ? LeastPixelOfFewColumns : LeastPixel, LaneCalls = Math.Max(plan.LaneCalls, rowCalls) };
    }

    private static SeparablePixelsPlan Apart(SeparableAxis height, SeparableAxis width)
    {
        const int Load = 2, AddBit = 3, Store = 2;
        int columns = Load + AddBit * height.Kernel + Store, rows = Load + AddBit * width.Kernel + Store;
        return new(
            PoolingPass.BackwardSeparable,
            Math.Max(columns, rows),
            "down the columns a window's gradient is loaded once for all rows that it may be given to, and along the rows a sum once for all columns",
            height,
            width,
            Groups: new(s_oneVector),
            SumsApart: true)
        {
            FarVectors = height.Kernel <= MostRowsOfFarVectors ? FarVectorsApart : 1,
        };
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, SeparablePixelsPlan plan)
    {
        if (plan.Pass == PoolingPass.ForwardSeparable)
            new ForwardPrinter(writer, kernel, plan).Print();
        else if (plan.SumsApart)
            new ApartBackwardPrinter(writer, kernel, plan).Print();
        else
            new BackwardPrinter(writer, kernel, plan).Print();
    }
}
