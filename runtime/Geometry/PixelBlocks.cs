using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// How a band of rows of windows is divided where channels lie innermost and its rows are combined in scratch memory: into blocks of some
/// vectors of channels, and wide rows into tiles, so that scratch rows stay in a cache, and what is read of a pixel is still some lines.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PixelBlocks
{
    // Measured (Zen 5, windows of 9 and 13 columns over 13 to 160): reads of four lines a pixel take the least time from memory and from the
    // last-level cache, and as long as any from nearer, but that two vectors' scratch rows stay in a first-level cache of 32 or 48 KB.
    private const int MostVectors = 4;
    private const int LeastVectors = 2;
    private const int MostBytes = 56 << 10;

    // All scratch rows of a tile: a part of a second-level cache of 256 KB and more. What tiles combine twice, since windows reach into the next, is a
    // small part of this many windows.
    private const int MostTileBytes = 128 << 10;
    private const int LeastWindows = 64;

    // What a second-level cache holds beside as many results.
    private const long NearBytes = 1 << 20;

    private readonly int _channels;
    private readonly int _step;
    private readonly int _elementSize;

    private PixelBlocks(int channels, int count, int step, int most, int tiles, int windows, int rowLength, int length, int elementSize)
    {
        (_channels, _step, _elementSize) = (channels, step, elementSize);
        (Count, Most, Tiles, Windows, RowLength, Length) = (count, most, tiles, windows, rowLength, length);
    }

    /// <summary>The blocks of channels.</summary>
    public int Count { get; }

    /// <summary>The tiles of a row of windows.</summary>
    public int Tiles { get; }

    /// <summary>The windows of a tile; the last may have fewer.</summary>
    public int Windows { get; }

    /// <summary>The channels of the largest block, which are also the elements from one pixel of a scratch row to the next.</summary>
    public int Most { get; }

    /// <summary>The elements from one scratch row to the next.</summary>
    public int RowLength { get; }

    /// <summary>The elements of all scratch rows, and what vectors reach behind the last.</summary>
    public int Length { get; }

    /// <summary>The bytes of them.</summary>
    public int ScratchLength => checked(Length * _elementSize);

    /// <summary>The cut for a kernel over the input, at distance 1.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="geometry">The call's geometry.</param>
    /// <param name="kernel">The columns of a window.</param>
    /// <param name="rows">The scratch rows.</param>
    public static PixelBlocks Of<T>(in PoolingGeometry geometry, int kernel, int rows)
        where T : unmanaged
    {
        AxisGeometry columns = geometry.Width;
        int unread = Math.Max(0, columns.PaddingBegin + columns.InputExtent - (columns.OutputExtent + kernel - 1));
        bool isNear = geometry.InputShape.ElementCount * Unsafe.SizeOf<T>() <= NearBytes;
        return Of(geometry.Channels, columns.OutputExtent, kernel - 1 + unread, rows, Unsafe.SizeOf<T>(), StripWidth.Widest<T>(), isNear);
    }

    /// <summary>The same for some windows, and columns that a tile has beside one for each, of elements of a size and vectors of so many.</summary>
    internal static PixelBlocks Of(int channels, int windows, int beside, int rows, int elementSize, int vector, bool isNear)
    {
        long leastBytes = (long)rows * (windows + beside) * LeastVectors * vector * elementSize;
        int mostVectors = isNear && leastBytes <= MostBytes ? LeastVectors : MostVectors;
        int vectors = Math.Max(1, channels / vector), count = (vectors + mostVectors - 1) / mostVectors;
        int step = (vectors + count - 1) / count * vector;

        // The last block takes the channels that are no whole vector, too.
        int most = count == 1 ? channels : Math.Max(step, channels - (count - 1) * step);

        int taken = (int)Math.Clamp(MostTileBytes / ((long)rows * most * elementSize) - beside, Math.Min(LeastWindows, windows), windows);
        int tiles = (windows + taken - 1) / taken;
        taken = (windows + tiles - 1) / tiles; // of one size
        tiles = (windows + taken - 1) / taken;

        // A line more than the pixels: rows that begin a power of two apart would share their places in the cache.
        int rowLength = checked((taken + beside) * most + vector);
        return new(channels, count, step, most, tiles, taken, rowLength, checked(rows * rowLength + vector), elementSize);
    }

    /// <summary>The first channel of a block.</summary>
    public int Begin(int block) => block * _step;

    /// <summary>The channels of a block: a vector or more, or all.</summary>
    public int Channels(int block) => block == Count - 1 ? _channels - Begin(block) : _step;
}
