using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Some output rows of a block, as part of what a kernel makes of some of its input rows.</summary>
/// <param name="Geometry">The kernel's: an image of its own, with the padding of the whole.</param>
/// <param name="InputsBefore">The elements of the block's input before the band's.</param>
/// <param name="OutputsBefore">The elements of the block's output before the band's.</param>
/// <param name="FirstRow">The first output row of the geometry that is the band's: those above have padding where the block has rows.</param>
/// <param name="Rows">The band's output rows.</param>
internal readonly record struct RowBand(PoolingGeometry Geometry, nint InputsBefore, nint OutputsBefore, int FirstRow, int Rows);

/// <summary>
/// A block of planes in bands of output rows: what is converted for a band stays in the cache while a kernel reads it, however large the
/// planes are. Neighbouring bands convert again the rows that their windows share. Kernels know their padding when they are compiled, so that a band
/// is padded like the block, and the rows that its padding falsifies are computed again by the next one.
/// </summary>
internal readonly struct RowBands
{
    // A quarter of the second-level cache that most cores have.
    private const int BandBytes = 1 << 18;

    // Bands that are much lower than windows would convert most rows several times.
    private const int LeastWindowsPerBand = 4;

    private readonly PoolingGeometry _block;
    private readonly int _rows;

    private RowBands(in PoolingGeometry block, int rows)
    {
        (_block, _rows) = (block, rows);
        Count = (block.Height.OutputExtent + rows - 1) / rows;
    }

    /// <summary>The bands.</summary>
    public int Count { get; }

    /// <summary>The bands of a block that is computed in elements of a type.</summary>
    /// <param name="block">The block.</param>
    /// <param name="divides">Whether it may be divided; else it is one band.</param>
    public static RowBands Of<TComputed>(in PoolingGeometry block, bool divides)
        where TComputed : unmanaged
    {
        int outputRows = block.Height.OutputExtent;
        long bytes = (block.InputShape.ElementCount + block.OutputShape.ElementCount) * Unsafe.SizeOf<TComputed>();
        if (!divides || bytes <= BandBytes || block.InputShape.Rank != 2 || !block.Height.IsSameOverAnyExtent)
            return new(block, outputRows);
        long least = LeastWindowsPerBand * block.Height.EffectiveKernel;
        return new(block, (int)Math.Min(outputRows, Math.Max(least, outputRows * (long)BandBytes / bytes)));
    }

    /// <summary>A band.</summary>
    public RowBand this[int band]
    {
        get
        {
            if (Count == 1)
                return new(_block, 0, 0, 0, _block.Height.OutputExtent);
            int first = band * _rows, rows = Math.Min(_rows, _block.Height.OutputExtent - first);
            (AxisGeometry height, int inputsBefore, int firstRow) = _block.Height.OfWindows(first, rows);
            return new(
                _block.OfRows(height),
                inputsBefore * (nint)(_block.InputShape.ElementCount / _block.Height.InputExtent),
                first * (nint)(_block.OutputShape.ElementCount / _block.Height.OutputExtent),
                firstRow,
                rows);
        }
    }
}
