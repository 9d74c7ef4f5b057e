using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A block of planes in bands of output rows, each a geometry of its own: what is converted for a band stays in the cache while a kernel reads
/// it, however large the planes are. Neighbouring bands convert again the rows that their windows share.
/// </summary>
internal readonly struct RowBands
{
    // A quarter of the second-level cache that most cores have.
    private const int BandBytes = 1 << 18;

    // Bands that are much lower than windows would convert most rows several times.
    private const int LeastWindowsPerBand = 4;

    private readonly int _rows;

    private RowBands(in PoolingGeometry block, int rows)
    {
        (Block, _rows) = (block, rows);
        Count = (block.Height.OutputExtent + rows - 1) / rows;
    }

    /// <summary>The whole block.</summary>
    public PoolingGeometry Block { get; }

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
        if (!divides || bytes <= BandBytes || block.InputShape.Rank != 2)
            return new(block, outputRows);
        long least = (long)LeastWindowsPerBand * block.Height.Kernel * block.Height.Dilation;
        return new(block, (int)Math.Min(outputRows, Math.Max(least, outputRows * (long)BandBytes / bytes)));
    }

    /// <summary>A band by itself.</summary>
    public PoolingGeometry this[int band] => Count == 1 ? Block : Block.OfOutputRows(band * _rows, Math.Min(_rows, Block.Height.OutputExtent - band * _rows));

    /// <summary>The elements of the block's input before a band's.</summary>
    public nint InputsBefore(int band) => Math.Max(0, Block.Height.Start(band * _rows)) * InputRow(Block);

    /// <summary>The elements of the block's output before a band's.</summary>
    public nint OutputsBefore(int band) => band * (nint)_rows * (nint)(Block.OutputShape.ElementCount / Block.Height.OutputExtent);

    private static nint InputRow(in PoolingGeometry block) => (nint)(block.InputShape.ElementCount / block.Height.InputExtent);
}
