namespace PoolGen.Runtime;

/// <summary>Where separable records and the numbers of winners that they tell lie: all of them follow each other.</summary>
internal readonly struct WinnerPlaces
{
    /// <summary>The rows whose bits a byte holds.</summary>
    public const int RowsOfByte = 8;

    // What a vector writes or reads behind the last.
    private const int Vector = CacheSize.Line;

    private readonly int _recordBytes;

    /// <param name="geometry">Some blocks.</param>
    /// <param name="recordBytes">The size of a record.</param>
    public WinnerPlaces(in PoolingGeometry geometry, int recordBytes)
    {
        var records = SeparableRecords.Of(geometry);
        AxisGeometry rows = geometry.Height;
        _recordBytes = recordBytes;
        Kernel = rows.Kernel;
        ColumnBits = ((1 << geometry.Width.Kernel) - 1) << Kernel;
        Row = geometry.Width.OutputExtent * (nint)(geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1);
        RowsBefore = Kernel - 1 - records.Delay;
        FirstWindow = (RowsBefore - rows.PaddingBegin) * Row;
        (Planes, PlaneRecords, PlaneInputs, PlaneWindows) = (geometry.Blocks, records.Rows * Row, rows.InputExtent * Row, rows.OutputExtent * Row);
    }

    /// <summary>The rows of a window.</summary>
    public int Kernel { get; }

    /// <summary>The bits of a record that stand for rows.</summary>
    public int RowBits => (1 << Kernel) - 1;

    /// <summary>The bits of a record that stand for columns.</summary>
    public int ColumnBits { get; }

    /// <summary>The records of a row.</summary>
    public nint Row { get; }

    /// <summary>How many rows a window has before that of its record.</summary>
    public int RowsBefore { get; }

    /// <summary>The record of a plane's first window.</summary>
    public nint FirstWindow { get; }

    /// <summary>The planes, or the samples with their channels innermost.</summary>
    public nint Planes { get; }

    /// <summary>The records of a plane.</summary>
    public nint PlaneRecords { get; }

    /// <summary>The records of a plane's rows that are no padding.</summary>
    public nint PlaneInputs { get; }

    /// <summary>The windows of a plane.</summary>
    public nint PlaneWindows { get; }

    /// <summary>The records of all planes.</summary>
    public nint Records => Planes * PlaneRecords;

    /// <summary>The bytes of each record whose bits stand for rows, that are taken apart from it; none where a record is a byte.</summary>
    public int RowPlanes => _recordBytes == 1 ? 0 : (Kernel + RowsOfByte - 1) / RowsOfByte;

    /// <summary>From the bytes of all records to their next ones.</summary>
    public nint RowPlane => Records + Vector;

    /// <summary>The numbers of winners of all windows, in bytes of scratch memory.</summary>
    public nint SumsLength => Records + Vector;

    /// <summary>The numbers of columns that each row won: of a window's rows, some lie before or behind those that are there.</summary>
    public nint ColumnsLength => Records + (Kernel - 1) * Row + Vector;

    /// <summary>The bytes of scratch memory.</summary>
    /// <exception cref="OverflowException">They exceed what an array holds.</exception>
    public int ScratchLength => ThreadScratch.Align(checked(SumsLength + ColumnsLength + RowPlanes * RowPlane));
}
