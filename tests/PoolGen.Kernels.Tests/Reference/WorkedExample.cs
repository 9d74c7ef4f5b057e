using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// The worked example of the founding document, completed: 6x6, kernel 3, stride 1. Nine of its sixteen windows have more than one
/// maximum. Fractions stand as such, with a common denominator.
/// </summary>
internal static class WorkedExample
{
    public static PoolingShape InputShape { get; } = new(1, 1, 6, 6);

    public static double[] Input { get; } =
    [
        1, 2, 3, 1, 4, 4,
        2, 2, 5, 4, 4, 1,
        0, 6, 9, 6, 3, 7,
        9, 1, 2, 8, 8, 0,
        3, 9, 9, 2, 5, 8,
        7, 4, 1, 8, 8, 6,
    ];

    public static double[] MaxOutput { get; } =
    [
        9, 9, 9, 7,
        9, 9, 9, 8,
        9, 9, 9, 8,
        9, 9, 9, 8,
    ];

    /// <summary>The first and the last maximum of each window.</summary>
    public static int[] FirstIndices { get; } =
    [
        14, 14, 14, 17,
        14, 14, 14, 21,
        14, 14, 14, 21,
        18, 25, 26, 21,
    ];

    public static int[] LastIndices { get; } =
    [
        14, 14, 14, 17,
        18, 14, 14, 22,
        26, 26, 26, 29,
        26, 26, 26, 34,
    ];

    public static double[] MeanOutput { get; } = Over(9,
    [
        30, 38, 39, 34,
        36, 43, 49, 41,
        48, 52, 52, 47,
        45, 44, 51, 53,
    ]);

    /// <summary>Upstream 1, 2, 3, ..., 16.</summary>
    public static double[] OneToSixteen { get; } = [.. Enumerable.Range(1, 16).Select(number => (double)number)];

    /// <summary>Upstream 1, 2, 4, ..., 32768: a sum shows each of its addends.</summary>
    public static double[] PowersOfTwo { get; } = [.. Enumerable.Range(0, 16).Select(exponent => Math.Pow(2, exponent))];

    public static double[] MaxGradient(TieRule ties, bool powersOfTwo) => (ties, powersOfTwo) switch
    {
        (TieRule.All, false) => Rows2To5(1, [0, 0, 54, 0, 0, 4], [27, 0, 0, 36, 36, 0], [0, 46, 72, 0, 0, 28], [0, 0, 0, 16, 16, 0]),
        (TieRule.First, false) => Rows2To5(1, [0, 0, 54, 0, 0, 4], [13, 0, 0, 36, 0, 0], [0, 14, 15, 0, 0, 0], [0, 0, 0, 0, 0, 0]),
        (TieRule.Last, false) => Rows2To5(1, [0, 0, 19, 0, 0, 4], [5, 0, 0, 0, 8, 0], [0, 0, 72, 0, 0, 12], [0, 0, 0, 0, 16, 0]),
        (TieRule.Split, false) => Rows2To5(60,
            [0, 0, 1955, 0, 0, 240], [545, 0, 0, 672, 672, 0], [0, 1015, 2245, 0, 0, 432], [0, 0, 0, 192, 192, 0]),
        (TieRule.All, true) => Rows2To5(1,
            [0, 0, 1911, 0, 0, 8], [4368, 0, 0, 34944, 34944, 0], [0, 13056, 30464, 0, 0, 34816], [0, 0, 0, 32768, 32768, 0]),
        (TieRule.First, true) => Rows2To5(1,
            [0, 0, 1911, 0, 0, 8], [4096, 0, 0, 34944, 0, 0], [0, 8192, 16384, 0, 0, 0], [0, 0, 0, 0, 0, 0]),
        (TieRule.Last, true) => Rows2To5(1,
            [0, 0, 103, 0, 0, 8], [16, 0, 0, 0, 128, 0], [0, 0, 30464, 0, 0, 2048], [0, 0, 0, 0, 32768, 0]),
        (_, true) => Rows2To5(15,
            [0, 0, 12865, 0, 0, 120], [21560, 0, 0, 109504, 109504, 0], [0, 85440, 338880, 0, 0, 108544], [0, 0, 0, 98304, 98304, 0]),
        _ => throw new ArgumentOutOfRangeException(nameof(ties)),
    };

    public static double[] MeanGradient(bool powersOfTwo) => powersOfTwo
        ? Over(9,
        [
            1, 3, 7, 14, 12, 8,
            17, 51, 119, 238, 204, 136,
            273, 819, 1911, 3822, 3276, 2184,
            4368, 13104, 30576, 61152, 52416, 34944,
            4352, 13056, 30464, 60928, 52224, 34816,
            4096, 12288, 28672, 57344, 49152, 32768,
        ])
        : Over(9,
        [
            1, 3, 6, 9, 7, 4,
            6, 14, 24, 30, 22, 12,
            15, 33, 54, 63, 45, 24,
            27, 57, 90, 99, 69, 36,
            22, 46, 72, 78, 54, 28,
            13, 27, 42, 45, 31, 16,
        ]);

    public static double[] Upstream(bool powersOfTwo) => powersOfTwo ? PowersOfTwo : OneToSixteen;

    public static ReferenceSpec Spec(PoolingKind kind, TieRule ties = TieRule.All) => new(kind, [3, 3]) { Stride = [1, 1], Ties = ties };

    // No window has a maximum in the first two rows.
    private static double[] Rows2To5(double denominator, params double[][] rows) =>
        Over(denominator, [.. new double[12], .. rows.SelectMany(row => row)]);

    private static double[] Over(double denominator, double[] numerators) => [.. numerators.Select(numerator => numerator / denominator)];
}
