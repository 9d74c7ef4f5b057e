namespace PoolGen.Sample.WorkedExample;

/// <summary>
/// The founding document's example: a 6x6 input, windows of 3x3 that move by 1. Its text fixes rows 0 to 2 of columns 0 to 3; the
/// other cells are free.
/// </summary>
internal static class ExampleData
{
    public const int InputExtent = 6;
    public const int Kernel = 3;
    public const int OutputExtent = InputExtent - Kernel + 1;

    /// <summary>x.</summary>
    public static IReadOnlyList<float> Input { get; } =
    [
        1, 2, 3, 1, 4, 4,
        2, 2, 5, 4, 4, 1,
        0, 6, 9, 6, 3, 7,
        9, 1, 2, 8, 8, 0,
        3, 9, 9, 2, 5, 8,
        7, 4, 1, 8, 8, 6,
    ];

    /// <summary>∂L/∂z: 1 for the first window to 16 for the last, so that every contribution can be told apart.</summary>
    public static IReadOnlyList<float> OutputGradient { get; } =
        [.. Enumerable.Range(1, OutputExtent * OutputExtent).Select(value => (float)value)];

    /// <summary>The shape of x: one sample, one channel.</summary>
    public static PoolingShape Shape { get; } = new(batch: 1, channels: 1, height: InputExtent, width: InputExtent);

    /// <summary>The cells of x, flat, under a window.</summary>
    /// <param name="window">The window, flat in z.</param>
    public static IEnumerable<int> WindowCells(int window)
    {
        (int top, int left) = Math.DivRem(window, OutputExtent);
        for (int row = top; row < top + Kernel; row++)
        {
            for (int column = left; column < left + Kernel; column++)
            {
                yield return (row * InputExtent) + column;
            }
        }
    }
}
