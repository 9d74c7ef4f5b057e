using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Neighbouring rows of a plane in scratch memory, with room on both sides of each for the windows that reach over its ends. A large
/// plane is computed band by band, so that what lies in scratch memory stays in the nearest caches.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PaddedBand
{
    // Above the first-level cache and well within the second: smaller bands would compute the rows between them twice more often.
    private const int MostBytes = 48 << 10;

    private const int CacheLine = 64;

    private PaddedBand(int rows, int above, int margin, int stride)
    {
        (Rows, Above, Margin, Stride) = (rows, above, margin, stride);
    }

    /// <summary>The rows that a band adds to the one before.</summary>
    public int Rows { get; }

    /// <summary>The rows above them that it computes again.</summary>
    public int Above { get; }

    /// <summary>The elements before the first column of a row: up to a cache line.</summary>
    public int Margin { get; }

    /// <summary>The elements from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>The elements of a band.</summary>
    public int Length => checked((Rows + Above) * Stride);

    /// <summary>A band of a plane.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="rows">The plane's rows.</param>
    /// <param name="above">The rows above each that belong to a window.</param>
    /// <param name="columns">The columns of a row.</param>
    /// <param name="before">The columns before the first that are read.</param>
    /// <param name="behind">The columns behind the last that are read.</param>
    public static PaddedBand Create<T>(int rows, int above, int columns, int before, int behind)
    {
        int line = CacheLine / Unsafe.SizeOf<T>();
        int margin = (before + line - 1) / line * line;
        int stride = checked((margin + columns + behind + line - 1) / line * line);
        int most = Math.Max(8 * (above + 1), MostBytes / (stride * Unsafe.SizeOf<T>()) - above);
        return new(Math.Min(rows, most), above, margin, stride);
    }
}
