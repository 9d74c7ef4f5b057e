namespace PoolGen.Runtime;

/// <summary>How windows are divided into tiles whose winners are counted together: so many that counts of the rows they share fit the first-level cache.</summary>
internal readonly struct WinnerTiles
{
    private const int MostCounts = 8192;

    /// <param name="geometry">Some blocks.</param>
    public WinnerTiles(in PoolingGeometry geometry)
    {
        var records = SeparableRecords.Of(geometry);
        AxisGeometry rows = geometry.Height;
        Kernel = rows.Kernel;
        Lead = rows.PaddingBegin;
        Row = geometry.Width.OutputExtent * (nint)(geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1);
        ColumnBits = ((1 << geometry.Width.Kernel) - 1) << Kernel;
        RecordOffset = (Kernel - 1 - records.Delay - Lead) * Row;

        // Where planes have a record for each window, one follows the other: no window says that a row beyond its plane won.
        int joined = records.Rows == rows.OutputExtent && geometry.Layout == TensorLayout.ChannelsFirst ? geometry.Blocks : 1;
        Planes = geometry.Blocks / joined;
        (RecordRows, WindowRows) = (records.Rows * (nint)joined, rows.OutputExtent * (nint)joined);

        // A tile of whole rows is one run; of long rows, it has as many as are counted again for the next.
        nint wide = MostCounts / (2 * Kernel) / CacheSize.Line * CacheSize.Line;
        (Width, Height) = Row <= wide ? (Row, MostCounts / nint.Max(1, Row) - Kernel + 1) : (wide, Kernel);
        Height = nint.Min(Height, WindowRows);
    }

    /// <summary>The planes that are tiled, each by itself.</summary>
    public int Planes { get; }

    /// <summary>The rows of records of a plane.</summary>
    public nint RecordRows { get; }

    /// <summary>The rows of windows of a plane.</summary>
    public nint WindowRows { get; }

    /// <summary>The windows of a row, and its records.</summary>
    public nint Row { get; }

    /// <summary>The windows of a tile's row.</summary>
    public nint Width { get; }

    /// <summary>The rows of a tile's windows.</summary>
    public nint Height { get; }

    /// <summary>The rows of a window.</summary>
    public int Kernel { get; }

    /// <summary>How many rows the first window begins before the first row.</summary>
    public int Lead { get; }

    /// <summary>The bits of a record that stand for columns.</summary>
    public int ColumnBits { get; }

    /// <summary>From a window to its record.</summary>
    public nint RecordOffset { get; }

    /// <summary>The counts of a tile.</summary>
    public long Counts => (Height + Kernel - 1) * (long)Width;
}
