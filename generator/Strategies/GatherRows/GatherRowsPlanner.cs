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

        // Not in order: windows of so many taps at a distance win seldom, and looking them up is faster than asking each tap.
        if (pass.HasRecord() && height.Stride > 1)
            return null;

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
    /// Where rows of windows lie apart, most of an input row's gradient comes from few of them, which are read again for each. Memory that is
    /// written from front to back gains more than that costs. At row distance 1 it does where the columns of windows lie apart and there are
    /// records, whose vectors at the ends of rows cost strips the most (4x6 and 3x3 windows at distances 1, 2: 0.3 to 0.6 of the time), or where
    /// strips would have to store single elements, at column distances 3 and 4 (0.1 to 0.3).
    /// </summary>
    private static GatherRowsPlan? InOrder(PoolingSpec spec, PoolingPass pass, TapColumn[] columns, bool aligned)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        bool readsRowsOften = height.Stride == 1 && height.Kernel > 1;
        if (!aligned || (readsRowsOften && width.Stride < (pass.HasRecord() ? 2 : 3)))
            return null;

        var plan = new GatherRowsPlan(
            pass,
            0,
            "an element's gradient is the sum over the windows that hold it, and memory is written from front to back",
            new(columns),
            aligned,
            Groups: new(Array.Empty<int>()),
            InOrder: true);
        int[] calls = [.. Enumerable.Range(0, Math.Min(height.Stride, height.Kernel)).Select(phase => CallsPerRow(spec, pass, plan, GatherRowsPlan.RowsOfWindows(height, phase)))];

        bool apart = calls.Sum() > PassPlan.LaneCallBudget;
        int largest = apart ? calls.Max() : calls.Sum();
        bool runsOn = RunsOn(spec, pass, plan);
        bool follow = !apart && height.Kernel == height.Stride && !height.Clips && !GradientText.SharesDiffer(spec, pass);
        bool joinsPlanes = follow || (!apart && height.Kernel > height.Stride && pass.HasRecord());
        return largest <= PassPlan.LaneCallBudget
            ? plan with
            {
                LaneCalls = largest,
                RowsApart = apart,
                CarriesWindow = CarriesWindow(plan),
                EndsOnce = EndsOnce(spec.Axes[1], plan),
                LeavesColumns = LeavesColumns(spec.Axes[1], plan),
                RunsOn = runsOn,
                JoinsPlanes = joinsPlanes,
                RepeatsPlanes = follow && runsOn,
                MissingRows = new(Enumerable.Range(0, height.Stride).Where(row => height.Kernel > height.Stride || height.Clips || row >= height.Kernel)),
                Packing = PackingPlan.For(spec, pass, joinsPlanes),
            }
            : null;
    }

    /// <summary>
    /// Whether no vector needs masks but a row's last: its first has no window to load before the row, and at most one run has no whole set of
    /// columns and windows.
    /// </summary>
    private static bool EndsOnce(AxisSpec width, GatherRowsPlan plan) =>
        (plan.Windows.Min() >= 0 || CarriesWindow(plan)) && plan.Windows.Max() + (LeavesColumns(width, plan) ? 0 : MostRunsWithoutWindow(width)) <= 1;

    /// <summary>Whether the window before a run's own is the farthest to the left.</summary>
    private static bool CarriesWindow(GatherRowsPlan plan) => plan.Windows.Min() == -1;

    /// <summary>How many more runs than windows a row may have: most with one column in the last run, where the last window ends farthest before it.</summary>
    private static int MostRunsWithoutWindow(AxisSpec width)
    {
        int missing = Math.Max(0, width.Kernel - 1 - width.PaddingBegin - width.PaddingEnd);
        return (width.Rounding == AxisRounding.Ceiling ? missing : missing + width.Stride - 1) / width.Stride;
    }

    /// <summary>
    /// No window reaches a run behind its own, and some extent has more runs than windows: with one column in the last run, another window
    /// would end K - 1 columns behind the input, and the padding holds fewer.
    /// </summary>
    private static bool LeavesColumns(AxisSpec width, GatherRowsPlan plan) =>
        plan.Windows.Min() >= 0 && width.Rounding == AxisRounding.Floor && MostRunsWithoutWindow(width) > 0;

    /// <summary>
    /// The last columns of a row may belong to windows behind the last of theirs, in whose place the next row's first windows stand. These
    /// give nothing to such a column where records say which taps win: they would have to name one in the padding. Where every tap has a
    /// share, there must be no such column.
    /// </summary>
    private static bool RunsOn(PoolingSpec spec, PoolingPass pass, GatherRowsPlan plan) =>
        pass.HasRecord() || (!GradientText.SharesDiffer(spec, pass) && plan.Windows.Max() <= 0);

    /// <summary>The calls of a row that so many rows of windows reach: it is printed for vectors inside and for those at the ends.</summary>
    private static int CallsPerRow(PoolingSpec spec, PoolingPass pass, GatherRowsPlan plan, int rows)
    {
        const int Load = 1, LoadInside = 4, LoadTaps = 3, AddTap = 2, AddBit = 3, Interleave = 2, StoreWhole = 4, StoreEnd = 7, Prefetch = 2;
        (int windows, int taps, int stride) = (plan.Windows.Count(), plan.Columns.Count, spec.Axes[1].Stride);
        bool sharesDiffer = GradientText.SharesDiffer(spec, pass);
        int given = pass.HasRecord()
            ? rows * (windows * LoadTaps + taps * (pass == PoolingPass.BackwardTaps ? AddTap : AddBit))
            : rows * windows * (sharesDiffer ? 2 : 1) + windows + taps;
        int columnShares = sharesDiffer ? windows * Load : 0;
        return 2 * (given + columnShares) + rows * windows * (Load + LoadInside) + stride * (2 * Interleave + StoreWhole + StoreEnd) + 3 * Prefetch;
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
        int loads = windows * (pass.HasRecord() ? 2 : GradientText.SharesDiffer(spec, pass) ? 3 + width.Kernel : 1);
        int adds = pass.HasRecord() ? rows * width.Kernel : width.Kernel + rows * width.Stride + 1;
        int zeros = (carries ? height.Kernel : 1) * width.Stride;
        int stores = (carries ? height.Stride : 1) * 2 * width.Stride;
        int strip = loads + adds + zeros + stores;

        // A row on its own is printed twice: for whole vectors and for its ends.
        return carries ? strip : 2 * strip;
    }
}
