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
    private SeparableRecords(int rows, nint unit)
    {
        (Rows, Unit) = (rows, unit);
    }

    /// <summary>The rows of records of a plane.</summary>
    public int Rows { get; }

    /// <summary>The records of a unit: a plane, or a sample with its channels innermost.</summary>
    public nint Unit { get; }

    /// <summary>The records of a call.</summary>
    public static SeparableRecords Of(in PoolingGeometry geometry)
    {
        int rows = geometry.Height.InputExtent + geometry.Height.PaddingEnd;
        nint width = geometry.Width.OutputExtent * (nint)(geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1);
        return new(rows, rows * width);
    }
}
