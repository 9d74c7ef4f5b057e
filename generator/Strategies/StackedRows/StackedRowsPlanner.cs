using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.StackedRows;

/// <summary>Decides whether the rows of a window are combined at once, and whether all of that fits the budget.</summary>
internal static class StackedRowsPlanner
{
    // Each row that is combined is an address that a method keeps; beyond this they are loaded again for every vector.
    private const int MostRows = 16;

    // Larger distances load columns one by one, from combined rows.
    private const int MostInterleaved = 4;

    public static StackedRowsPlan? Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool planned = pass is PoolingPass.Forward or PoolingPass.ForwardTaps or PoolingPass.ForwardWinners;
        if (!planned || (!spec.HasDepth && !ServesPlanes(spec)) || spec.Depth.Kernel > MostRows || spec.Height.Kernel > MostRows
            || (spec.Layout == TensorLayout.ChannelsFirst && spec.Width.Stride > Math.Max(MostInterleaved, spec.Width.EffectiveKernel))) // columns between windows would be combined too
        {
            return null;
        }

        // Windows that share nothing read every pixel once as they are, a vector of channels at a time.
        if (spec.Layout == TensorLayout.ChannelsLast && spec.Axes.All(axis => axis.Stride >= axis.EffectiveKernel))
            return null;

        bool shares = SharesRows(spec);
        int[] stacks = shares ? [spec.Depth.Kernel, spec.Height.Kernel] : [spec.Depth.Kernel * spec.Height.Kernel];
        int perRow = pass.HasRecord() ? 4 : 1;
        int stack = stacks.Max() * (1 + perRow);
        int perColumn = spec.Layout == TensorLayout.ChannelsFirst && spec.Width.Stride > 1 ? 4 : 1; // a shuffle, or a strided load
        int columns = spec.Width.Kernel * (pass.HasRecord() ? 2 * perColumn + 4 : perColumn + 1) + 8;
        int calls = Math.Max(stack, columns);
        if (calls > PassPlan.LaneCallBudget)
            return null;

        return new(pass, calls, Why(spec, shares), shares, WindowDivisions.OfOutput(spec, reduction)) { LoadsColumns = spec.Layout == TensorLayout.ChannelsFirst && spec.Width.Stride > MostInterleaved };
    }

    /// <summary>
    /// Whether planes without depth are served: where there are rows to combine. What is left to this strategy are windows that are
    /// dilated, or channels first neighbours along one axis only. Channels last, taps are vectors as they lie: combining rows first must
    /// leave fewer, and few columns between those of windows.
    /// </summary>
    private static bool ServesPlanes(PoolingSpec spec) => spec.Layout == TensorLayout.ChannelsFirst
        ? spec.Height.Kernel > 1
        : spec.Axes.Any(axis => axis.Dilation > 1) && spec.Width.Stride < spec.Width.Kernel && spec.Height.Kernel + spec.Width.Kernel < spec.Taps;

    /// <summary>Whether a row's slices are combined once for all windows that hold the row: where that is fewer loads and stores, or all rows are too many at once.</summary>
    private static bool SharesRows(PoolingSpec spec)
    {
        int rows = spec.Depth.Kernel * spec.Height.Kernel;
        return rows > MostRows || Math.Min(spec.Height.Stride, spec.Height.EffectiveKernel) * (spec.Depth.Kernel + 1) + spec.Height.Kernel < rows;
    }

    private static string Why(PoolingSpec spec, bool shares) => !spec.HasDepth
        ? "the rows of a window are combined into one before the columns are"
        : shares
        ? "slices are combined once for all windows that hold a row, rows then, and columns last"
        : "the rows of all slices are combined into one before the columns are";
}
