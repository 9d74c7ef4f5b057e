using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// The bits of the taps of a clipped window that lie inside the input, of a window of at most 32 taps: that of row <c>r</c> and column <c>c</c> has bit
/// <c>r * width + c</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TapBits
{
    /// <summary>The bits of the rows inside.</summary>
    /// <param name="start">The input's row at which the window begins; negative before the input.</param>
    /// <param name="extent">The input's rows.</param>
    /// <param name="height">The rows of a window.</param>
    /// <param name="width">The columns of a window.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Rows(int start, int extent, int height, int width) => unchecked((int)Between(Before(start, height) * width, Behind(start, extent, height) * width));

    /// <summary>The bits of the columns inside, in every row.</summary>
    /// <param name="start">The input's column at which the window begins; negative before the input.</param>
    /// <param name="extent">The input's columns.</param>
    /// <param name="height">The rows of a window.</param>
    /// <param name="width">The columns of a window.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Columns(int start, int extent, int height, int width)
    {
        long everyRow = Between(0, height * width) / Between(0, width); // a bit for the first column of each
        return unchecked((int)(Between(Before(start, width), Behind(start, extent, width)) * everyRow));
    }

    private static int Before(int start, int taps) => Math.Clamp(-start, 0, taps);

    private static int Behind(int start, int extent, int taps) => Math.Clamp(extent - start, 0, taps);

    private static long Between(int first, int end) => (1L << end) - (1L << first);
}
