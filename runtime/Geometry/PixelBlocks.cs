using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// How the channels are divided where they lie innermost and rows of windows are combined in scratch memory: into blocks of some vectors,
/// so that their scratch rows stay in a cache, and what is read of a pixel is still some lines.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PixelBlocks
{
    // Measured (Zen 5, windows of 9 and 13 columns over 13 to 160): reads of four lines a pixel take the least time from memory and from the
    // last-level cache, and as long as any from nearer, but that two vectors' scratch rows stay in a first-level cache of 32 or 48 KB.
    private const int MostVectors = 4;
    private const int LeastVectors = 2;
    private const int MostBytes = 56 << 10;

    // What a second-level cache holds beside as many results.
    private const long NearBytes = 1 << 20;

    private readonly int _channels;
    private readonly int _step;
    private readonly int _elementSize;

    private PixelBlocks(int channels, int count, int step, int most, int rowLength, int length, int elementSize)
    {
        (_channels, _step, _elementSize) = (channels, step, elementSize);
        (Count, Most, RowLength, Length) = (count, most, rowLength, length);
    }

    /// <summary>The blocks.</summary>
    public int Count { get; }

    /// <summary>The channels of the largest block, which are also the elements from one pixel of a scratch row to the next.</summary>
    public int Most { get; }

    /// <summary>The elements from one scratch row to the next.</summary>
    public int RowLength { get; }

    /// <summary>The elements of all scratch rows, and what vectors reach behind the last.</summary>
    public int Length { get; }

    /// <summary>The bytes of them.</summary>
    public int ScratchLength => checked(Length * _elementSize);

    /// <summary>The cut for a kernel over the input.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="geometry">The call's geometry.</param>
    /// <param name="pixels">The pixels of a scratch row.</param>
    /// <param name="rows">The scratch rows.</param>
    public static PixelBlocks Of<T>(in PoolingGeometry geometry, int pixels, int rows)
        where T : unmanaged =>
        Of(geometry.Channels, pixels, rows, Unsafe.SizeOf<T>(), StripWidth.Widest<T>(), isNear: geometry.InputShape.ElementCount * Unsafe.SizeOf<T>() <= NearBytes);

    /// <summary>The same for elements of a size and vectors of so many.</summary>
    internal static PixelBlocks Of(int channels, int pixels, int rows, int elementSize, int vector, bool isNear)
    {
        bool fits = (long)rows * pixels * LeastVectors * vector * elementSize <= MostBytes;
        int mostVectors = isNear && fits ? LeastVectors : MostVectors;
        int vectors = Math.Max(1, channels / vector), count = (vectors + mostVectors - 1) / mostVectors;
        int step = (vectors + count - 1) / count * vector;

        // The last block takes the channels that are no whole vector, too.
        int most = count == 1 ? channels : Math.Max(step, channels - (count - 1) * step);

        // A line more than the pixels: rows that begin a power of two apart would share their places in the cache.
        int rowLength = checked(pixels * most + vector);
        return new(channels, count, step, most, rowLength, checked(rows * rowLength + vector), elementSize);
    }

    /// <summary>The first channel of a block.</summary>
    public int Begin(int block) => block * _step;

    /// <summary>The channels of a block: a vector or more, or all.</summary>
    public int Channels(int block) => block == Count - 1 ? _channels - Begin(block) : _step;
}
