using PoolGen.Generator.Model;

namespace PoolGen.Generator.Strategies.StackedRows;

/// <summary>The rows of a window as generated code refers to them, and what several printers ask of a plan.</summary>
internal sealed class StackedRowsText(PoolingSpec spec, StackedRowsPlan plan, WinnerText winners)
{
    public AxisSpec Depth => spec.Depth;

    public AxisSpec Height => spec.Height;

    public AxisSpec Width => spec.Width;

    public string Element => spec.Element.Keyword;

    public bool IsChannelsLast => spec.Layout == TensorLayout.ChannelsLast;

    /// <summary>Whether divisors differ between the windows of a row.</summary>
    public bool CountsColumns => plan.CountsTaps && Width.Clips;

    /// <summary>How many taps of a range the divisor counts.</summary>
    public string Counted(string range) => $"{range}.{(spec.Divisor.Kind == DivisorKind.PaddedTaps ? "PaddedCount" : "Count")}";

    /// <summary>Whether pixels are computed one by one: else the channels of all of a row's windows are one run of neighbours.</summary>
    public bool ByPixel => IsChannelsLast && (Width.Stride > 1 || CountsColumns);

    /// <summary>Whether a vector may reach over a row of records: what it writes there belongs to the next one.</summary>
    public bool StoresEnds => winners.Records && !IsChannelsLast && !plan.LoadsColumns;

    /// <summary>The rows of the input that one shared row is combined of.</summary>
    public StackedRow[] Slices => [.. Enumerable.Range(0, Depth.Kernel).Select(slice => new StackedRow(
        $"{slice}", "first" + Step(slice, "sliceStep"), Depth.Clips ? $"sliceTaps.Contains({slice})" : null, slice * Height.Kernel * Width.Kernel))];

    /// <summary>The shared rows of a window.</summary>
    public StackedRow[] SharedRows => [.. Enumerable.Range(0, Height.Kernel).Select(row => new StackedRow(
        $"{row}",
        $"{(row == 0 ? "(top" : $"(top + {row * Height.Dilation}")} & buffers.SharedMask) * (nint)buffers.Pitch",
        Height.Clips ? $"rowTaps.Contains({row})" : null,
        row * Width.Kernel))];

    /// <summary>The rows of a window in all its slices.</summary>
    public StackedRow[] AllRows =>
    [
        .. from slice in Enumerable.Range(0, Depth.Kernel)
           from row in Enumerable.Range(0, Height.Kernel)
           select new StackedRow(
               (Depth.Kernel > 10 || Height.Kernel > 10) ? $"{slice}_{row}" : $"{slice}{row}",
               "first" + Step(slice, "sliceStep") + Step(row, "rowStep"),
               Inside(slice, row),
               (slice * Height.Kernel + row) * Width.Kernel),
    ];

    /// <summary>The number of the tap that wins where all slices are alike: the first inside, or the last.</summary>
    public string? StartOfSlices => !Depth.Clips ? null
        : $"sliceTaps.Count == 0 ? {winners.NoneNumber} : {Outermost("sliceTaps")} * {Height.Kernel * Width.Kernel}";

    /// <summary>The number of the tap that wins where all rows are alike: the first inside, or the last.</summary>
    public string? StartOfAllRows
    {
        get
        {
            if (!Depth.Clips && !Height.Clips)
                return null;
            string slice = Depth.Clips ? Outermost("sliceTaps") : winners.IsLast ? $"{Depth.Kernel - 1}" : "0";
            string row = Height.Clips ? Outermost("rowTaps") : winners.IsLast ? $"{Height.Kernel - 1}" : "0";
            string empty = string.Join(" || ", Ranges.Select(range => $"{range}.Count == 0"));
            return $"{empty} ? {winners.NoneNumber} : ({slice} * {Height.Kernel} + {row}) * {Width.Kernel}";
        }
    }

    /// <summary>A distance of taps as a factor.</summary>
    public static string Times(int factor) => factor == 1 ? "" : $"{factor} * ";

    private IEnumerable<string> Ranges
    {
        get
        {
            if (Depth.Clips)
                yield return "sliceTaps";
            if (Height.Clips)
                yield return "rowTaps";
        }
    }

    private string? Inside(int slice, int row)
    {
        string[] inside = [.. Ranges.Select(range => $"{range}.Contains({(range == "sliceTaps" ? slice : row)})")];
        return inside.Length == 0 ? null : string.Join(" && ", inside);
    }

    private string Outermost(string range) => winners.IsLast ? $"({range}.End - 1)" : $"{range}.First";

    private static string Step(int count, string step) => count == 0 ? "" : count == 1 ? $" + {step}" : $" + {count} * {step}";
}
