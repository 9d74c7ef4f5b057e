using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A plane in scratch memory, laid out so that its elements can be compared with the extremes of the windows that hold them, a vector at a time:
/// every row apart by its columns' places in a stride (phases), and the windows of a row beside it, with margins on both sides.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ComparedPlane
{
    private ComparedPlane(int runs, int reached, int margin, int rowLength, int stride, int rows, int rowsOfWindows)
    {
        (Runs, Reached, Margin, Row) = (runs, reached, margin, rowLength);
        checked
        {
            Columns = rows * stride * rowLength;
            Counts = Columns + stride * rowLength;
            Extremes = Counts + stride * rowLength;
            Gradients = Extremes + rowsOfWindows * rowLength;
            Length = Gradients + rowsOfWindows * rowLength;
        }
    }

    /// <summary>How many times the stride a row and the padding before it are long, the last time perhaps not whole.</summary>
    public int Runs { get; }

    /// <summary>The runs of columns that belong to a row or to the windows over it, which may reach behind it.</summary>
    public int Reached { get; }

    /// <summary>The elements before the first window of a row.</summary>
    public int Margin { get; }

    /// <summary>The elements from one phase of a row, or one row of windows, to the next: whole vectors of any width.</summary>
    public int Row { get; }

    /// <summary>Where the extremes of a row of columns lie. Before them are the phases of all rows.</summary>
    public int Columns { get; }

    /// <summary>Where the numbers of rows lie that hold their column's extreme.</summary>
    public int Counts { get; }

    /// <summary>Where the extremes of the windows lie.</summary>
    public int Extremes { get; }

    /// <summary>Where the gradients of the windows lie.</summary>
    public int Gradients { get; }

    /// <summary>The elements of it all.</summary>
    public int Length { get; }

    /// <summary>The layout of a call's planes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="geometry">The call.</param>
    /// <param name="kernel">The columns of a window.</param>
    /// <param name="stride">The columns from one window to the next.</param>
    /// <exception cref="OverflowException">It exceeds what an array holds.</exception>
    public static ComparedPlane Create<T>(in PoolingGeometry geometry, int kernel, int stride)
    {
        int lanes = CacheSize.Line / Unsafe.SizeOf<T>();
        int runs = checked((geometry.Width.PaddingBegin + geometry.Width.InputExtent + stride - 1) / stride);
        int reach = (kernel - 1) / stride, reached = checked(Math.Max(runs, geometry.Width.OutputExtent + reach));
        int margin = Align(reach, lanes), row = checked(Align(reached, lanes) + margin);
        return new(runs, reached, margin, row, stride, geometry.Height.InputExtent, geometry.Height.OutputExtent);
    }

    private static int Align(int count, int lanes) => checked((count + lanes - 1) / lanes * lanes);
}
