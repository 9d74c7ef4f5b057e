using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>Decides which forward passes take windows from combined rows, and how.</summary>
internal static class DeinterleavedRowsPlanner
{
    // Larger windows hold more rows than registers.
    private const int MostRows = 8;
    private const int MostStride = 4;

    // What a masked load and a strided regrouping inline.
    private const int CallsPerClippedLoad = 3;
    private const int CallsPerThird = 3;

    public static DeinterleavedRowsPlan? Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        if (!pass.IsForward() || spec.Layout != TensorLayout.ChannelsFirst || height.Kernel > MostRows || width.Stride is < 2 or > MostStride
            || spec.Axes.Any(axis => axis.Dilation > 1))
        {
            return null;
        }

        WinnerRecord record = pass switch
        {
            PoolingPass.ForwardTaps => spec.Ties == TieRule.Last ? WinnerRecord.LastTap : WinnerRecord.FirstTap,
            PoolingPass.ForwardWinners => WinnerRecord.Bits,
            _ => WinnerRecord.None,
        };
        var columns = Enumerable.Range(0, width.Kernel).Select(tap => Seen(tap, width)).ToArray();
        int vector = CallsPerVector(spec, reduction, record, columns, clipped: true);
        bool callsColumns = CallsPerRow(spec, record, columns, callsColumns: false) + vector > PassPlan.LaneCallBudget;
        int clipped = CallsPerRow(spec, record, columns, callsColumns) + vector;
        if (clipped > PassPlan.LaneCallBudget)
            return null;

        int both = clipped + CallsPerVector(spec, reduction, record, columns, clipped: false);

        // Tap numbers beside bits of winners serve indices only: they are not worth the longer text.
        bool servesIndices = pass == PoolingPass.ForwardTaps && spec.Ties is not (TieRule.First or TieRule.Last);
        bool hasWholeLoop = both <= PassPlan.LaneCallBudget && !servesIndices;

        int replaced = both + CallsPerVector(spec, reduction, record, columns, clipped: false) + (record == WinnerRecord.None ? 2 : 4) * width.Stride;
        bool onlyLastOverhangs = width.ClipsAtEnd && BeginsInside(width, columns) && OnlyLastVectorOverhangs(width);
        bool replacesOverhang = hasWholeLoop && replaced <= PassPlan.LaneCallBudget && onlyLastOverhangs;
        bool endsOnce = hasWholeLoop && (onlyLastOverhangs || (!width.ClipsAtEnd && BeginsInside(width, columns)));

        // A window that begins above its plane, or is higher than its distance, reaches into another one; a divisor that counts taps asks for the row in its plane.
        var division = WindowDivisions.OfOutput(spec, reduction);
        bool follow = height is { PaddingBegin: 0, HasDerivedPadding: false } && height.Kernel <= height.Stride && division == WindowDivision.Uniform;
        bool pairsRows = hasWholeLoop && PairsRows(spec, reduction, division, columns);
        return new(
            pass,
            replacesOverhang ? replaced : hasWholeLoop ? both : clipped,
            "the rows of a window are combined as they lie in memory, and the columns of taps are taken from the result",
            new(columns),
            record,
            division,
            hasWholeLoop,
            endsOnce,
            replacesOverhang,
            callsColumns,
            JoinsPlanes: follow && !height.Clips)
        {
            PairsRows = pairsRows,
            PairsNeighbours = follow,
            Packing = pairsRows ? null : PackingPlan.OfWholeRows(spec, pass),
        };
    }

    /// <summary>
    /// Whether two rows of windows can be taken in one vector. A row of the input is a vector of its own then, of which half the elements are
    /// left, so columns lie two apart. Of the columns before them, only the row's first may lie in the input. Rows that are replaced must be
    /// the same in both rows of windows, which masks and shares of a row would have to be too.
    /// </summary>
    private static bool PairsRows(PoolingSpec spec, ReductionPlan reduction, WindowDivision division, WindowColumn[] columns)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        int before = columns.Count(column => column.Shift > 0) - width.PaddingBegin;
        return width is { Stride: 2, HasDerivedPadding: false } && before is 0 or 1
            && !height.HasDerivedPadding && (reduction.HasWinners || !height.Clips) && division == WindowDivision.Uniform;
    }

    /// <summary>The last columns of a window, as many as the stride, are a vector's own; what comes before them is shifted in.</summary>
    private static WindowColumn Seen(int tap, AxisSpec width)
    {
        int ahead = Math.Max(0, width.Kernel - width.Stride) - tap;
        int shift = ahead <= 0 ? 0 : (ahead + width.Stride - 1) / width.Stride;
        return new(tap, shift * width.Stride - ahead, shift, BeginsOutside: shift > 0 && !width.HasDerivedPadding && tap < width.PaddingBegin);
    }

    /// <summary>Whether a row's first vector loads nothing before the row: what lies there is what is shifted in.</summary>
    private static bool BeginsInside(AxisSpec width, WindowColumn[] columns) =>
        !width.HasDerivedPadding && width.PaddingBegin <= columns.Count(column => column.Shift > 0);

    /// <summary>
    /// Whether no vector before the last loads from behind a row where windows reach beyond its end. It loads as far as to the columns of the
    /// last window which that shares with the one before. The window begins inside the row, so one such column is inside too; more are where the
    /// padding is no wider than the columns it does not share.
    /// </summary>
    private static bool OnlyLastVectorOverhangs(AxisSpec width) =>
        width.Kernel - width.Stride <= 1 || (width.Rounding == AxisRounding.Floor && width.PaddingEnd <= width.Stride);

    private static int CallsPerRow(PoolingSpec spec, WinnerRecord record, WindowColumn[] columns, bool callsColumns)
    {
        int rows = spec.Axes[0].Kernel, perColumn = (record == WinnerRecord.None ? 2 : 4) * (callsColumns ? 1 : rows);
        return 2 * rows + columns.Where(column => column.Shift > 0).Sum(column => column.BeginsOutside ? 2 : perColumn);
    }

    private static int CallsPerVector(PoolingSpec spec, ReductionPlan reduction, WinnerRecord record, WindowColumn[] columns, bool clipped)
    {
        (int rows, int vectors) = (spec.Axes[0].Kernel, spec.Axes[1].Stride);
        bool masks = !reduction.HasWinners && spec.Axes[0].Clips;
        bool records = record != WinnerRecord.None;
        int carried = columns.Count(column => column.Shift > 0);

        int loads = rows * vectors * ((clipped ? CallsPerClippedLoad + 1 : 1) + (masks ? 1 : 0)) + (clipped ? vectors : 0);
        int regroup = vectors switch { 2 => 2, 3 => 3 * CallsPerThird, _ => 8 };
        int values = vectors * (rows - 1) + regroup + carried + columns.Length;
        int winners = records ? vectors * (2 * rows + 1) + regroup + carried + 4 * columns.Length + rows * vectors + carried + 6 : 0;
        return loads + values + winners + spec.Axes[0].Stride * vectors + 8;
    }
}
