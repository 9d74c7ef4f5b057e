using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>The vectors of a row of the input gradient: which of them are whole ones, and what one takes from the vector before.</summary>
/// <param name="CarriesWindow">
/// Whether the window before a run's own is taken from the vector before and not loaded, so that a row's first vector is as any other.
/// </param>
/// <param name="EndsOnce">Whether all vectors of a row are whole ones but at most the last; else some at its ends are not.</param>
/// <param name="LeavesColumns">
/// Whether a row's last columns may lie behind its windows, runs of them that no window reaches: they are cleared, not gathered.
/// </param>
/// <param name="RunsOn">Whether the last vector of a row may be a whole one where the extents allow, although it runs on into what belongs to the next row.</param>
internal sealed record RowVectors(bool CarriesWindow, bool EndsOnce, bool LeavesColumns, bool RunsOn)
{
    /// <summary>Whether the masks of a row's last vector are made once for all rows. Without a carried window most rows run on and need none.</summary>
    public bool SharesMasks => CarriesWindow && EndsOnce;

    /// <summary>The vectors of the rows of a pass.</summary>
    public static RowVectors Of(PoolingSpec spec, PoolingPass pass, EquatableArray<TapColumn> columns)
    {
        AxisSpec width = spec.Axes[1];
        (int first, int last) = (columns.Windows().First(), columns.Windows().Last());
        bool carries = first == -1;

        // No window reaches a run behind its own, and some extent has more runs than windows: with one column in the last run, another window
        // would end K - 1 columns behind the input, and the padding holds fewer.
        bool leavesColumns = first >= 0 && width.Rounding == AxisRounding.Floor && MostRunsWithoutWindow(width) > 0;
        return new(
            carries,
            EndsOnce: (first >= 0 || carries) && last + (leavesColumns ? 0 : MostRunsWithoutWindow(width)) <= 1,
            leavesColumns,
            RunOn(spec, pass, last));
    }

    /// <summary>How many more runs than windows a row may have: most with one column in the last run, where the last window ends farthest before it.</summary>
    private static int MostRunsWithoutWindow(AxisSpec width)
    {
        int missing = Math.Max(0, width.Kernel - 1 - width.PaddingBegin - width.PaddingEnd);
        return (width.Rounding == AxisRounding.Ceiling ? missing : missing + width.Stride - 1) / width.Stride;
    }

    /// <summary>
    /// The last columns of a row may belong to windows behind the last of theirs, in whose place the next row's first windows stand. These
    /// give nothing to such a column where records say which taps win: they would have to name one in the padding. Where every tap has a
    /// share, there must be no such column.
    /// </summary>
    private static bool RunOn(PoolingSpec spec, PoolingPass pass, int lastWindow) =>
        pass.HasRecord() || (!GradientText.SharesDiffer(spec, pass) && lastWindow <= 0);
}
