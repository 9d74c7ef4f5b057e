using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>The shares of windows (<see cref="TapShares"/>) in scratch memory, for kernels that gather gradients: on both sides of them are zeros, for windows that are not there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WindowShares
{
    private readonly int _start;

    private WindowShares(int start, int columns, int rows, int end)
    {
        (_start, Columns, Rows, End) = (start, columns, rows, end);
    }

    /// <summary>Where the share of the first column of windows lies, in elements.</summary>
    public int Columns { get; }

    /// <summary>Where the share of the first row of windows lies.</summary>
    public int Rows { get; }

    /// <summary>Where the shares end.</summary>
    public int End { get; }

    /// <summary>The shares of a call.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="geometry">The shapes.</param>
    /// <param name="start">The elements of scratch memory before them.</param>
    /// <param name="reach">How many windows before the first and behind the last may be asked for.</param>
    public static WindowShares Of<T>(in PoolingGeometry geometry, int start, int reach)
        where T : unmanaged
    {
        int columns = checked(start + reach);
        int rows = checked(columns + Windows(geometry.Width) + StripWidth.Widest<T>() + 2 * reach);
        return new(start, columns, rows, checked(rows + Windows(geometry.Height) + reach));
    }

    /// <summary>Writes them.</summary>
    /// <param name="operands">Whose scratch memory it is.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="padding">Whether declared padding counts as well.</param>
    public void Fill<T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, bool padding)
        where T : unmanaged, INumber<T>
    {
        operands.FillScratch(_start, End - _start, default);
        TapShares.Fill(ref Unsafe.Add(ref operands.Scratch, Columns), geometry.Width, padding);
        TapShares.Fill(ref Unsafe.Add(ref operands.Scratch, Rows), geometry.Height, padding);
    }

    /// <summary>As many as there are, or as begin before the input's end.</summary>
    private static int Windows(in AxisGeometry axis) => Math.Max(axis.OutputExtent, (axis.PaddingBegin + axis.InputExtent) / Math.Max(1, axis.Distance) + 1);
}
