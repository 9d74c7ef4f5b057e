using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen.Runtime;

/// <summary>
/// How a row of results is cut where channels lie innermost: into segments of pixels, whose intermediate rows stay in the first-level
/// cache, and where pixels are too large for that, into blocks of channels.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PixelSegments
{
    // Part of the smallest first-level cache in use, 32 KB; through the rest run the tensors' own rows.
    private const int MostBytes = 16 << 10;

    // Fewer results than this per segment spend more on what neighbouring segments share than on results.
    private const int LeastPixels = 4;

    private readonly int _elementSize;
    private readonly int _rows;

    private PixelSegments(int channels, int pixels, int rowLength, int rows, int elementSize)
    {
        (Channels, Pixels, RowLength) = (channels, pixels, rowLength);
        (_rows, _elementSize) = (rows, elementSize);
    }

    /// <summary>The channels of a block: all of them, or a number that every vector divides.</summary>
    public int Channels { get; }

    /// <summary>The results of a segment.</summary>
    public int Pixels { get; }

    /// <summary>The elements from one scratch row to the next.</summary>
    public int RowLength { get; }

    /// <summary>The bytes of all scratch rows.</summary>
    public int ScratchLength => checked(_rows * RowLength * _elementSize);

    /// <summary>The cut for a kernel.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="channels">All channels.</param>
    /// <param name="results">The results of a row.</param>
    /// <param name="kernel">The columns of a window.</param>
    /// <param name="stride">The distance between windows.</param>
    /// <param name="rows">The scratch rows.</param>
    public static PixelSegments Of<T>(int channels, int results, int kernel, int stride, int rows)
        where T : unmanaged
    {
        int elementSize = Unsafe.SizeOf<T>();
        long elements = MostBytes / (rows * elementSize);
        long leastColumns = (Math.Min(LeastPixels, results) - 1L) * stride + kernel;
        int vector = StripWidth.Widest<T>();
        long most = Math.Max(4, elements / leastColumns / vector) * vector;
        int block = channels;
        if (channels > most)
        {
            long blocks = (channels + most - 1) / most;
            block = (int)Math.Min(channels, ((channels + blocks - 1) / blocks + vector - 1) / vector * vector);
        }

        // An even number: neighbours are computed in pairs.
        int pixels = (int)Math.Clamp(((elements / block - kernel) / stride + 1) & ~1L, Math.Min(LeastPixels, results), results);
        long length = ((pixels - 1L) * stride + kernel) * block + 2 * vector;
        return new(block, pixels, checked((int)((length + vector - 1) / vector * vector)), rows, elementSize);
    }

    /// <summary>The element of a scratch row that stands for its first pixel: vectors may hang over before it and behind the last by less than one.</summary>
    public static int RowStart<T>()
        where T : unmanaged => StripWidth.Widest<T>();

    /// <summary>The elements of a row of pixels, the most that vectors can run along.</summary>
    public static int RowExtent(int pixels, int channels) => (int)Math.Min(int.MaxValue, pixels * (long)channels);

    /// <summary>Sets elements of a scratch row.</summary>
    public static void Fill<T>(ref T row, nint from, nint count, T value)
        where T : unmanaged => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref row, from), (int)count).Fill(value);

    /// <summary>Moves elements to the beginning of a scratch row: columns that the next segment needs again.</summary>
    public static void Keep<T>(ref T row, nint from, nint count)
        where T : unmanaged => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref row, from), (int)count).CopyTo(MemoryMarshal.CreateSpan(ref row, (int)count));
}
