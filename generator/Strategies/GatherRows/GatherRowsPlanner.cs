using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>Decides which gradients are gathered, and how.</summary>
internal static class GatherRowsPlanner
{
    // A larger window's strip, with what its loads and sums inline, is more than the JIT takes.
    private const int MostKernel = 9;

    // Wider strides leave most lanes of a strided store to single elements.
    private const int MostStride = 4;

    // Sums that wait for the next row of windows, of all strips of a group: with what is loaded they fit the 16 registers of AVX2.
    private const int MostCarriedSums = 6;

    private static readonly int[] s_groupSizes = [2, 1];

    public static GatherRowsPlan? Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        bool gradientSuffices = pass.HasRecord() || !reduction.HasWinners;
        if (pass.IsForward() || !gradientSuffices || spec.Axes.Any(axis => axis.Kernel > MostKernel) || spec.Layout != TensorLayout.ChannelsFirst
            || spec.Axes.Any(axis => axis.Dilation > 1 || axis.Stride > MostStride))
        {
            return null;
        }

        bool aligned = !width.HasDerivedPadding;
        var columns = Enumerable.Range(0, width.Kernel).Select(column => Seen(column, width.Stride, aligned ? width.PaddingBegin : 0)).ToArray();
        bool carries = height.Kernel > height.Stride;
        if (InOrder(spec, pass, columns, aligned) is { } inOrder)
            return inOrder;

        int calls = CallsPerStrip(spec, pass, columns, carries);
        if (calls > PassPlan.LaneCallBudget)
            return null;

        int carried = (height.Kernel - height.Stride) * width.Stride;
        int[] groups = !carries ? [] : s_groupSizes
            .Where(strips => strips == 1 || (strips * carried <= MostCarriedSums && strips * calls <= PassPlan.LaneCallBudget))
            .ToArray();
        string why = carries
            ? "an element's gradient is the sum over its windows; sums that the next row of windows adds to stay in registers"
            : "an element's gradient comes from the one row of windows that holds it";
        return new(pass, calls * (carries ? groups[0] : 1), why, new(columns), aligned, new(groups), InOrder: false);
    }

    /// <summary>
    /// Where windows lie apart, most of an input row's gradient comes from few rows of windows, which are read again for each. Memory that is
    /// written from front to back gains more than that costs; at distance 1 it does not.
    /// </summary>
    private static GatherRowsPlan? InOrder(PoolingSpec spec, PoolingPass pass, TapColumn[] columns, bool aligned)
    {
        AxisSpec height = spec.Axes[0];
        if (!aligned || (height.Stride == 1 && height.Kernel > 1))
            return null;

        var plan = new GatherRowsPlan(
            pass,
            0,
            "an element's gradient is the sum over the windows that hold it, and memory is written from front to back",
            new(columns),
            aligned,
            Groups: new(Array.Empty<int>()),
            InOrder: true);
        int windows = plan.Windows.Count(), calls = 10;
        for (int phase = 0; phase < height.Stride; phase++)
        {
            int rows = GatherRowsPlan.RowsOfWindows(height, phase);
            if (rows == 0)
                continue;
            int perWindow = pass.HasRecord() ? spec.Ties == TieRule.Split ? 8 : 6 : GradientText.SharesDiffer(spec, pass) ? 7 : 6;
            int shares = pass.HasRecord() ? 0 : windows * (GradientText.SharesDiffer(spec, pass) ? 3 + spec.Axes[1].Kernel : 2);
            calls += rows * (2 + windows * perWindow + (pass.HasRecord() ? columns.Length : 0)) + windows + shares + columns.Length + 9 * spec.Axes[1].Stride;
        }
        return calls <= PassPlan.LaneCallBudget ? plan with { LaneCalls = calls } : null;
    }

    /// <summary>Where a tap's column lies, seen from the run of stride columns that it is in.</summary>
    private static TapColumn Seen(int column, int stride, int padding)
    {
        int phase = ((column - padding) % stride + stride) % stride;
        return new(column, phase, (phase + padding - column) / stride);
    }

    private static int CallsPerStrip(PoolingSpec spec, PoolingPass pass, TapColumn[] columns, bool carries)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        int windows = columns.Select(tap => tap.Window).Distinct().Count();
        int rows = carries ? height.Kernel : 1;
        int loads = windows * (pass.HasRecord() ? spec.Ties == TieRule.Split ? 4 : 2 : GradientText.SharesDiffer(spec, pass) ? 3 + width.Kernel : 1);
        int adds = pass.HasRecord() ? rows * width.Kernel : width.Kernel + rows * width.Stride + 1;
        int zeros = (carries ? height.Kernel : 1) * width.Stride;
        int stores = (carries ? height.Stride : 1) * 2 * width.Stride;
        int strip = loads + adds + zeros + stores;

        // A row on its own is printed twice: for whole vectors and for its ends.
        return carries ? strip : 2 * strip;
    }
}
