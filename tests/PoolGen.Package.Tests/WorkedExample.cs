using System.Globalization;
using Xunit;

namespace PoolGen.Package.Tests;

/// <summary>
/// What the consumer program must print: the founding document's worked example, a 6x6 input with 3x3 windows at distance 1 and the
/// output gradient 1 to 16. Means and their gradients are given in ninths, which are whole.
/// </summary>
internal static class WorkedExample
{
    /// <summary>The consumer program.</summary>
    public static string Program { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Consumers", "WorkedExample.cs"));

    private static readonly double[] s_max =
    [
        9, 9, 9, 7,
        9, 9, 9, 8,
        9, 9, 9, 8,
        9, 9, 9, 8,
    ];

    private static readonly double[] s_gradientOfAll =
    [
        0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0,
        0, 0, 54, 0, 0, 4,
        27, 0, 0, 36, 36, 0,
        0, 46, 72, 0, 0, 28,
        0, 0, 0, 16, 16, 0,
    ];

    private static readonly double[] s_gradientOfFirst =
    [
        0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0,
        0, 0, 54, 0, 0, 4,
        13, 0, 0, 36, 0, 0,
        0, 14, 15, 0, 0, 0,
        0, 0, 0, 0, 0, 0,
    ];

    // Row-major in the 6x6 plane, the first of the windows' maxima.
    private static readonly double[] s_indices =
    [
        14, 14, 14, 17,
        14, 14, 14, 21,
        14, 14, 14, 21,
        18, 25, 26, 21,
    ];

    private static readonly double[] s_mean = Ninths(
        30, 38, 39, 34,
        36, 43, 49, 41,
        48, 52, 52, 47,
        45, 44, 51, 53);

    private static readonly double[] s_gradientOfMean = Ninths(
        1, 3, 6, 9, 7, 4,
        6, 14, 24, 30, 22, 12,
        15, 33, 54, 63, 45, 24,
        27, 57, 90, 99, 69, 36,
        22, 46, 72, 78, 54, 28,
        13, 27, 42, 45, 31, 16);

    /// <summary>Compares a run of the consumer program with the worked example.</summary>
    public static void AssertPrinted(string output)
    {
        Dictionary<string, string> printed = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim());

        foreach (string name in new[] { "max", "first", "mean", "struct", "record" })
        {
            (double[] forward, double[] backward) = name switch
            {
                "mean" => (s_mean, s_gradientOfMean),
                "first" => (s_max, s_gradientOfFirst),
                _ => (s_max, s_gradientOfAll),
            };
            Assert.Equal("1x1x4x4", printed[name + " shape"]);
            AssertNear(forward, printed[name + " forward"]);
            AssertNear(backward, printed[name + " backward"]);
            AssertNear(forward, printed[name + " training forward"]);
            AssertNear(backward, printed[name + " training backward"]);
            if (name is "struct" or "record")
                continue;
            AssertNear(forward, printed[name + " layer forward"]);
            AssertNear(backward, printed[name + " layer backward"]);
        }

        AssertNear(s_max, printed["static forward"]);
        AssertNear(s_indices, printed["max indices"]);
        AssertNear(s_indices, printed["first indices"]);
        Assert.Equal("True", printed["threads agree"]);
    }

    private static void AssertNear(double[] expected, string printed)
    {
        // Whole numbers of this size are exact in float; ninths are rounded a few times.
        const double relative = 1e-6;
        double[] actual = [.. printed.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, relative * Math.Abs(pair.First)));
    }

    private static double[] Ninths(params int[] values) => [.. values.Select(value => value / 9d)];
}
