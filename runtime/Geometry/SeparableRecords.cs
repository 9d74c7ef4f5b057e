using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// Where records of separable winners lie: rows as wide as the output, one for each row of the input and of its padding behind. The record
/// at a row and a window column has a bit for each column of the window that holds the extreme of that input row, and a bit for each row
/// that holds the extreme of the window that ends at that row.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SeparableRecords
{
    private SeparableRecords(int rows, int margin, nint unit)
    {
        (Rows, Margin, Unit) = (rows, margin, unit);
    }

    /// <summary>The rows of records of a plane.</summary>
    public int Rows { get; }

    /// <summary>The records before the first unit's and behind the last one's: the columns of windows beyond the ends of a row are read, though not used.</summary>
    public int Margin { get; }

    /// <summary>The records of a unit: a plane, or a sample with its channels innermost.</summary>
    public nint Unit { get; }

    /// <summary>The records of a call.</summary>
    public static SeparableRecords Of(in PoolingGeometry geometry)
    {
        int rows = geometry.Height.InputExtent + geometry.Height.PaddingEnd;
        nint width = geometry.Width.OutputExtent * (nint)(geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1);
        return new(rows, geometry.Width.Kernel - 1, rows * width);
    }

    /// <summary>How many records some units have, margins included.</summary>
    internal long Count(long units) => units == 0 ? 0 : checked(units * Unit + 2 * Margin);
}
