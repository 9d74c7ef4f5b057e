using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>Decides which gradients are gathered row by row, and how.</summary>
internal static class GatherRowsPlanner
{
    /// <summary>
    /// Where rows of windows lie apart, most of an input row's gradient comes from few of them, which are read again for each. Memory that is
    /// written from front to back gains more than that costs. At row distance 1 it does where the columns of windows lie apart and there are
    /// records, whose vectors at the ends of rows cost strips the most (3x3 windows at distances 1, 2: 0.3 to 0.6 of the time), or where
    /// strips would have to store single elements, at column distances 3 and 4 (0.1 to 0.3).
    /// </summary>
    public static GatherRowsPlan? Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        if (!GatheredPlanes.Serve(spec, reduction, pass))
            return null;
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        bool readsRowsOften = height.Stride == 1 && height.Kernel > 1;
        // Runs of stride columns begin with the input, whatever the padding: it is known here.
        if (width.HasDerivedPadding || (readsRowsOften && width.Stride < (pass.HasRecord() ? 2 : 3)))
            return null;

        EquatableArray<TapColumn> columns = TapColumn.Of(width, width.PaddingBegin);
        int[] calls = [.. Enumerable.Range(0, Math.Min(height.Stride, height.Kernel)).Select(phase => CallsPerRow(spec, pass, columns, GatherRowsPlan.RowsOfWindows(height, phase)))];
        bool apart = calls.Sum() > PassPlan.LaneCallBudget;
        int largest = apart ? calls.Max() : calls.Sum();
        if (largest > PassPlan.LaneCallBudget)
            return null;

        var scattering = ScatteringPlan.For(spec, pass);
        var vectors = RowVectors.Of(spec, pass, columns);
        PlaneOrder planes = apart ? PlaneOrder.OneByOne : Planes(spec, pass, vectors);
        return new(
            pass,
            largest,
            "an element's gradient is the sum over the windows that hold it, and memory is written from front to back",
            columns,
            apart,
            planes,
            MissingRows: new(Enumerable.Range(0, height.Stride).Where(row => height.Kernel > height.Stride || height.Clips || row >= height.Kernel)),
            vectors)
        {
            Scattering = scattering,
            Packing = scattering is null ? PackingPlan.OfGradients(spec, pass, joinsPlanes: planes != PlaneOrder.OneByOne) : null,
        };
    }

    private static PlaneOrder Planes(PoolingSpec spec, PoolingPass pass, RowVectors vectors)
    {
        AxisSpec height = spec.Axes[0];
        if (height.Kernel == height.Stride && !height.Clips && !GradientText.SharesDiffer(spec, pass))
            return vectors.RunsOn ? PlaneOrder.Together : PlaneOrder.Joined;
        return height.Kernel > height.Stride && pass.HasRecord() ? PlaneOrder.Joined : PlaneOrder.OneByOne;
    }

    /// <summary>The calls of a row that so many rows of windows reach: it is printed for vectors inside and for those at the ends.</summary>
    private static int CallsPerRow(PoolingSpec spec, PoolingPass pass, EquatableArray<TapColumn> columns, int rows)
    {
        const int Load = 1, LoadInside = 4, LoadTaps = 3, AddTap = 2, AddBit = 3, Interleave = 2, StoreWhole = 4, StoreEnd = 7, Prefetch = 2;
        (int windows, int taps, int stride) = (columns.Windows().Count(), columns.Count, spec.Axes[1].Stride);
        bool sharesDiffer = GradientText.SharesDiffer(spec, pass);
        int given = pass.HasRecord()
            ? rows * (windows * LoadTaps + taps * (pass == PoolingPass.BackwardTaps ? AddTap : AddBit))
            : rows * windows * (sharesDiffer ? 2 : 1) + windows + taps;
        int columnShares = sharesDiffer ? windows * Load : 0;
        return 2 * (given + columnShares) + rows * windows * (Load + LoadInside) + stride * (2 * Interleave + StoreWhole + StoreEnd) + 3 * Prefetch;
    }
}
