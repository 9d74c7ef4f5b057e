using System.Globalization;
using System.Text.RegularExpressions;

namespace PoolGen.CallSites.Tests.Documentation;

/// <summary>The worked example of <c>ties.md</c> is what generated poolings compute.</summary>
public sealed partial class TiesPageTests
{
    private const int Extent = 6, Outputs = 4, Kernel = 3;

    private static readonly DocumentPage s_page = DocumentPage.Read("ties.md");

    private static readonly Dictionary<string, double[]> s_example =
        s_page.MarkedBlocks.ToDictionary(block => block.Mark, block => Numbers(block.Lines));

    [GeneratedRegex(@"The sum is (?<sum>\d+)[^`]*<!-- example: (?<rule>\w+) -->")]
    private static partial Regex Sums { get; }

    [Fact]
    public void Nine_windows_have_more_than_one_maximum()
    {
        double[] input = s_example["example: input"];
        var windows =
            from row in Enumerable.Range(0, Outputs)
            from column in Enumerable.Range(0, Outputs)
            select (
                from tapRow in Enumerable.Range(row, Kernel)
                from tapColumn in Enumerable.Range(column, Kernel)
                select input[tapRow * Extent + tapColumn]).ToArray();

        Assert.Contains("Nine of the sixteen windows have more than one maximum.", s_page.Text, StringComparison.Ordinal);
        Assert.Equal((9, 16), (windows.Count(window => window.Count(value => value == window.Max()) > 1), windows.Count()));
    }

    [Theory]
    [InlineData("All")]
    [InlineData("First")]
    [InlineData("Last")]
    [InlineData("Split")]
    public void A_rule_gives_the_gradient_of_the_page(string rule)
    {
        CompiledPooling pooling = CompiledPooling.CompileAll([$"Kind = Max, Kernel = {Kernel}, Stride = 1, Ties = TieRule.{rule}"])[0];
        float[] input = Floats("example: input"), outputGradient = Floats("example: output gradient");
        double[] expected = s_example[$"example: {rule}"];

        Assert.Equal(s_example["example: output"], pooling.Forward(input, Extent, Extent).Select(value => (double)value));
        float[] gradient = pooling.Backward(outputGradient, input, Extent, Extent);

        Assert.Equal(Extent * Extent, expected.Length);
        // Thirds and fifths are rounded a few times.
        Assert.All(expected.Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        string sum = Sums.Matches(s_page.Text).Single(match => match.Groups["rule"].Value == rule).Groups["sum"].Value;
        Assert.Equal(int.Parse(sum, CultureInfo.InvariantCulture), expected.Sum(), 1e-9);
    }

    private static float[] Floats(string mark) => [.. s_example[mark].Select(value => (float)value)];

    private static double[] Numbers(string[] lines) =>
        [.. lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Number)];

    // A whole number or a fraction.
    private static double Number(string text)
    {
        int[] parts = [.. text.Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return parts.Length == 1 ? parts[0] : parts[0] / (double)parts[1];
    }
}
