using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Some output rows of a block, as part of what a kernel makes of some of its input rows; with three spatial axes, all rows of some slices.</summary>
/// <param name="Geometry">The kernel's: an image or a volume of its own, with the padding of the whole.</param>
/// <param name="InputsBefore">The elements of the block's input before the band's.</param>
/// <param name="OutputsBefore">The elements of the block's output before the band's.</param>
/// <param name="FirstRow">The first output row of the geometry that is the band's: those above have padding where the block has rows.</param>
/// <param name="Rows">The band's output rows, of all blocks.</param>
internal readonly record struct RowBand(PoolingGeometry Geometry, nint InputsBefore, nint OutputsBefore, int FirstRow, int Rows);

/// <summary>
/// A block of planes in bands of output rows, or of slices where there are some: what is converted for a band stays in the cache while a kernel reads it, however large the
/// planes are. Several blocks that are small enough are one band. Neighbouring bands convert again what their windows share. Kernels know their padding when they are compiled, so that a band
/// is padded like the block, and the windows that its padding falsifies are computed again by the next one.
/// </summary>
internal readonly struct RowBands
{
    // A quarter of the second-level cache that most cores have.
    private const int BandBytes = 1 << 18;

    // Bands that are much lower than windows would convert most rows several times.
    private const int LeastWindowsPerBand = 4;

    private readonly PoolingGeometry _block;
    private readonly int _windows;

    private RowBands(in PoolingGeometry block, int windows)
    {
        (_block, _windows) = (block, windows);
        Count = (block.Outermost.OutputExtent + windows - 1) / windows;
    }

    /// <summary>The bands.</summary>
    public int Count { get; }

    /// <summary>The bands of a block that is computed in elements of a type, or of a group of them.</summary>
    /// <param name="block">The block, or the blocks of a group.</param>
    /// <param name="divides">Whether it may be divided; else it is one band.</param>
    public static RowBands Of<TComputed>(in PoolingGeometry block, bool divides)
        where TComputed : unmanaged
    {
        AxisGeometry axis = block.Outermost;
        long bytes = (block.InputShape.ElementCount + block.OutputShape.ElementCount) * Unsafe.SizeOf<TComputed>();
        if (!divides || bytes <= BandBytes || block.InputShape.Rank == 1 || !axis.IsSameOverAnyExtent)
            return new(block, axis.OutputExtent);
        long least = LeastWindowsPerBand * (long)axis.EffectiveKernel;
        return new(block, (int)Math.Min(axis.OutputExtent, Math.Max(least, axis.OutputExtent * (long)BandBytes / bytes)));
    }

    /// <summary>A band.</summary>
    public RowBand this[int band]
    {
        get
        {
            AxisGeometry axis = _block.Outermost;
            int rowsOfWindow = _block.Depth.OutputExtent * _block.Height.OutputExtent / axis.OutputExtent;
            if (Count == 1)
                return new(_block, 0, 0, 0, _block.Blocks * axis.OutputExtent * rowsOfWindow);
            int first = band * _windows, windows = Math.Min(_windows, axis.OutputExtent - first);
            (AxisGeometry part, int inputsBefore, int skipped) = axis.OfWindows(first, windows);
            return new(
                _block.OverOutermost(part),
                inputsBefore * (nint)(_block.InputShape.ElementCount / axis.InputExtent),
                first * (nint)(_block.OutputShape.ElementCount / axis.OutputExtent),
                skipped * rowsOfWindow,
                windows * rowsOfWindow);
        }
    }
}
