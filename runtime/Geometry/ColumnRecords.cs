using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// Where records of winning columns lie. A unit has first, for each row of windows, a record for each column of the input, with a bit for each row of
/// these windows that holds the extreme of that column; and behind all of them a record for each window, with a bit for each of its columns that holds
/// its extreme. A tap wins its window where both bits are set. Of each record, channels lie as they do in the tensors.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ColumnRecords
{
    private ColumnRecords(nint row, nint windows, nint unit)
    {
        (Row, Windows, Unit) = (row, windows, unit);
    }

    /// <summary>From the records of a row of windows' columns to those of the next.</summary>
    public nint Row { get; }

    /// <summary>Where the records of windows begin: channels first, behind a vector that belongs to nothing.</summary>
    public nint Windows { get; }

    /// <summary>The records of a unit: a plane, or a sample with its channels innermost.</summary>
    public nint Unit { get; }

    // A vector of columns is stored whole at the end of a row: what hangs over the last one must not meet what windows have left already.
    private static nint Margin(TensorLayout layout) => layout == TensorLayout.ChannelsLast ? 0 : CacheSize.Line / sizeof(float);

    /// <summary>The records of a call.</summary>
    /// <exception cref="OverflowException">A unit has more than can be counted.</exception>
    public static ColumnRecords Of(in PoolingGeometry geometry)
    {
        nint channels = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1;
        nint row = checked(geometry.Width.InputExtent * channels), windows = checked(geometry.Height.OutputExtent * row + Margin(geometry.Layout));
        return new(row, windows, checked(windows + geometry.OutputPlane * channels));
    }
}
