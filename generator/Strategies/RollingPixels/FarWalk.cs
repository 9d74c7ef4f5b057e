namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>
/// How windows that share columns are walked where no cache of a core holds the tensors: pixel by pixel, each added to all windows that hold it. A group of
/// vectors along the whole row would read a part of each pixel.
/// </summary>
/// <remarks>
/// Measured with 3x3 windows at distance 2 (Zen 4, 96 to 256 channels, 12 to 40 MB), two rows of windows at a time: 0.54 to 0.82 of the time of a walk in
/// which each window has all of its taps before the next channels, and 0.69 to 0.96 of that of one that combines the pixels of each window again; with
/// 5x5 to 9x9 windows at distances 2 to 4, 0.54 to 0.97 of the time of groups along the row. Against a run that takes every tap of neighbouring windows, 5x5
/// take 0.4 to 0.85 of the time with 256 floats and more, and 1.0 to 2 with 96 and fewer; 4x4 0.8 with 512, and as long with 256.
/// </remarks>
/// <param name="Height">The rows of a window.</param>
/// <param name="Width">The columns of a window.</param>
/// <param name="HasEmptyRows">Whether sums take rows outside the source from a pixel of zeros. Extremes have the nearest row instead.</param>
/// <param name="HasEmptyColumns">The same of columns.</param>
internal sealed record FarWalk(PixelAxis Height, PixelAxis Width, bool HasEmptyRows, bool HasEmptyColumns)
{
    // Nearly all of a first-level cache of 32 KB, in bytes.
    private const int PixelsOfCache = 30 << 10;

    /// <summary>The rows of windows at a time: two where they share rows. They are a step of the whole kernel, and the last one may be alone.</summary>
    public int WindowRows => Height.Kernel > Height.Stride ? 2 : 1;

    /// <summary>The rows of taps of all of them.</summary>
    public int TapRows => Height.Kernel + (WindowRows - 1) * Height.Stride;

    /// <summary>Which window, counted from the one that a step ends, begins in that step.</summary>
    public int LastWindow => (Width.Kernel - 1) / Width.Stride;

    /// <summary>The windows of a row that hold a pixel and the next one: what is kept between them.</summary>
    public int KeptWindows => (Width.Kernel + Width.Stride - 2) / Width.Stride;

    /// <summary>
    /// The bytes of the smallest pixel to walk by. A run loads the pixels of its windows again for each of them, from a first-level cache if that holds them.
    /// </summary>
    public int LeastPixelBytes => Height.Stride > 1 || Width.Stride > 1 ? 0 : PixelsOfCache / (TapRows * Width.Kernel);

    /// <summary>Whether there is a pixel that is empty.</summary>
    public bool HasEmptyPixel => HasEmptyRows || HasEmptyColumns;

    /// <summary>The lane operations of a step: rows are asked for, loaded and combined, and each window takes its part.</summary>
    public int LaneCalls => Width.Stride * 3 * (TapRows + WindowRows * (LastWindow + 1)) + 2 * WindowRows;
}
