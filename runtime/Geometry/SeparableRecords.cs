using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// Where records of separable winners lie: rows as wide as the output. The record at a row and a window column has a bit for each column of the
/// window that holds the extreme of that input row, and a bit for each row that holds the extreme of one window: of the window that
/// ends at that row, and there are rows for the padding behind the input too; but where planes have as many windows as elements, of the window
/// of that row, so that records lie as the elements do.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SeparableRecords
{
    private SeparableRecords(int rows, int delay, nint unit)
    {
        (Rows, Delay, Unit) = (rows, delay, unit);
    }

    /// <summary>The rows of records of a plane.</summary>
    public int Rows { get; }

    /// <summary>How many rows before a window's last one its record lies.</summary>
    public int Delay { get; }

    /// <summary>The records of a unit: a plane, or a sample with its channels innermost.</summary>
    public nint Unit { get; }

    /// <summary>The records of a call.</summary>
    public static SeparableRecords Of(in PoolingGeometry geometry)
    {
        int delay = KeepsExtents(geometry) ? geometry.Height.PaddingEnd : 0;
        int rows = geometry.Height.InputExtent + geometry.Height.PaddingEnd - delay;
        nint width = geometry.Width.OutputExtent * (nint)(geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1);
        return new(rows, delay, rows * width);
    }

    private static bool KeepsExtents(in PoolingGeometry geometry) =>
        geometry.Layout == TensorLayout.ChannelsFirst
        && geometry.Height.OutputExtent == geometry.Height.InputExtent
        && geometry.Width.OutputExtent == geometry.Width.InputExtent;
}
