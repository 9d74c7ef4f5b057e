using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Scratch memory of passes over records of winning columns (<see cref="ColumnRecords"/>). It is counted in cells: elements where channels come first,
/// pixels with all of their channels where they come last. Columns count from the first one of the padding.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ColumnScratch
{
    // Channels first, a vector is loaded from where two have just been stored: it waits for both, unless other rows are computed in between.
    private const int LeastCells = 512, MostRows = 8;

    private readonly int _cellBytes;

    private ColumnScratch(in PoolingGeometry geometry, int lanes, int cellBytes)
    {
        (AxisGeometry rows, AxisGeometry columns) = (geometry.Height, geometry.Width);
        (int stride, int windows) = (columns.Stride, columns.OutputExtent);
        int reach = (columns.EffectiveKernel - 1) / stride;
        _cellBytes = cellBytes;
        checked
        {
            int width = columns.PaddingBegin + columns.InputExtent;
            Reached = windows + reach;
            Runs = (width + stride - 1) / stride;
            Margin = Align(reach, lanes);
            Row = Align(Math.Max(windows, Runs), lanes);
            Phase = Align(Align(windows, lanes) + reach, lanes);
            Line = stride * Math.Max(Phase, Row);
            Band = lanes == 1 ? 1 : Math.Max(1, Math.Min(LeastCells / Line, MostRows));
            Before = (rows.EffectiveKernel - 1) / rows.Stride;
            Lines = Before + Band;
            Windows = Margin + Row;
            Kept = 2 * Band * Windows;
        }
        Records = ColumnRecords.Of(geometry);
    }

    /// <summary>The columns of one place in a stride that belong to the windows of a row.</summary>
    public int Reached { get; }

    /// <summary>How many times the stride a row of the input and the padding before it are long, the last time perhaps not whole.</summary>
    public int Runs { get; }

    /// <summary>The cells before the first window of a row, which no window has.</summary>
    public int Margin { get; }

    /// <summary>The cells of a row of windows, as many as vectors of any width touch.</summary>
    public int Row { get; }

    /// <summary>The cells from one place in a stride to the next, of a row of columns that is taken apart.</summary>
    public int Phase { get; }

    /// <summary>The cells of a row of columns.</summary>
    public int Line { get; }

    /// <summary>The rows of windows that go through each step together.</summary>
    public int Band { get; }

    /// <summary>How many rows of windows before its own the first row of a row of windows may be in.</summary>
    public int Before { get; }

    /// <summary>The lines of sums of columns that rows of the input may need: of a band, and of the rows of windows before it.</summary>
    public int Lines { get; }

    /// <summary>Where records lie.</summary>
    public ColumnRecords Records { get; }

    /// <summary>Where the columns of a band lie apart: behind their extremes.</summary>
    public int Apart => checked(Band * Line);

    /// <summary>The bytes of a forward pass.</summary>
    public int ForwardBytes => checked(2 * Apart * _cellBytes);

    /// <summary>The cells of what a row of windows gives, and of the bits of the columns that take it, margin included.</summary>
    public int Windows { get; }

    /// <summary>Where sums of columns lie: behind what a band's windows give, and these bits.</summary>
    public int Kept { get; }

    /// <summary>The bytes of a backward pass.</summary>
    public int BackwardBytes => checked((Kept + Lines * Line) * _cellBytes);

    /// <summary>The scratch memory of a call.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <exception cref="OverflowException">It exceeds what an array holds.</exception>
    public static ColumnScratch Of<T>(in PoolingGeometry geometry)
        where T : unmanaged => geometry.Layout == TensorLayout.ChannelsLast
            ? new(geometry, lanes: 1, checked(geometry.Channels * Unsafe.SizeOf<T>()))
            : new(geometry, CacheSize.Line / Unsafe.SizeOf<T>(), Unsafe.SizeOf<T>());

    /// <summary>The line of sums for the next row of windows, before that of the last: before the first line, the last.</summary>
    public int Next(int line) => line == 0 ? (Lines - 1) * Line : line - Line;

    /// <summary>The line of sums of the row of windows before: behind the last line, the first.</summary>
    public int Behind(int line) => line + Line == Lines * Line ? 0 : line + Line;

    private static int Align(int count, int lanes) => checked((count + lanes - 1) / lanes * lanes);
}
