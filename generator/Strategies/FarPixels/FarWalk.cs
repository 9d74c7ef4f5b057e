using PoolGen.Generator.Model;

namespace PoolGen.Generator.Strategies.FarPixels;

/// <summary>One axis of windows over the source of a pass.</summary>
/// <param name="Kernel">The source elements of a window.</param>
/// <param name="Stride">The distance between windows.</param>
internal sealed record PixelAxis(int Kernel, int Stride)
{
    public static PixelAxis Of(AxisSpec axis) => new(axis.Kernel, axis.Stride);
}

/// <summary>
/// How windows without pixels between them are walked where channels are innermost and no cache of a core holds the tensors: pixel by pixel, each added to all
/// windows that hold it. Whatever takes several pixels of a row at a time reads a part of each.
/// </summary>
/// <param name="Height">The rows of a window.</param>
/// <param name="Width">The columns of a window.</param>
/// <param name="LeastPixelBytes">The bytes of the smallest pixel to walk by.</param>
internal sealed record FarWalk(PixelAxis Height, PixelAxis Width, int LeastPixelBytes)
{
    /// <summary>Nearly all of a first-level cache of 32 KB, in bytes.</summary>
    public const int FirstLevelCache = 30 << 10;

    /// <summary>The bytes of the largest pixel to walk by.</summary>
    public int MostPixelBytes { get; init; } = int.MaxValue;

    /// <summary>The rows of windows at a time: two where they share rows.</summary>
    public int WindowRows => Height.Kernel > Height.Stride ? 2 : 1;

    /// <summary>The rows of taps of all of them.</summary>
    public int TapRows => Height.Kernel + (WindowRows - 1) * Height.Stride;

    /// <summary>The pixels of a step, which ends one window, and begins another.</summary>
    public int Pixels => Width.Stride;

    /// <summary>The column of a window that the first pixel of a step is, which ends it.</summary>
    public int FirstColumn => Width.Kernel - Width.Stride;

    /// <summary>Which window, counted from the one that a step ends, begins in that step.</summary>
    public int LastWindow => (Width.Kernel - 1) / Width.Stride;

    /// <summary>The windows of a row that hold a pixel and the next one: what is kept between them.</summary>
    public int KeptWindows => (Width.Kernel + Width.Stride - 2) / Width.Stride;

    /// <summary>The windows that hold a pixel of a step, counted from the one that the step ends, and which of their columns it is.</summary>
    public IEnumerable<(int Window, int Column)> Windows(int step)
    {
        int column = FirstColumn + step;
        return Enumerable.Range(0, LastWindow + 1).Select(window => (window, column - window * Width.Stride)).Where(held => held.Item2 >= 0);
    }

    /// <summary>Whether a step ends its window with a pixel.</summary>
    public bool Ends(int step) => step == Pixels - 1;

    /// <summary>The number that a window has behind a pixel: all follow the one that ends.</summary>
    public int Kept(int window, int step) => Ends(step) ? window - 1 : window;
}
