using System.Globalization;
using System.Text.RegularExpressions;

namespace PoolGen.CallSites.Tests.Documentation;

/// <summary>The drawings and the table of <c>options.md</c> are what generated poolings do.</summary>
public sealed partial class OptionsPageTests
{
    private static readonly DocumentPage s_page = DocumentPage.Read("options.md");

    public static TheoryData<string, string[]> Drawings
    {
        get
        {
            TheoryData<string, string[]> data = [];
            foreach ((string mark, string[] lines) in s_page.MarkedBlocks)
                data.Add(mark, lines);
            return data;
        }
    }

    [GeneratedRegex(@"^windows: (?<arguments>.*Kernel = (?<kernel>\d+).*); input (?<input>\d+)$")]
    private static partial Regex Title { get; }

    [GeneratedRegex(@"^\| `(?<arguments>[^`]+)` \| (?<height>\d+)x(?<width>\d+) \| (?<outputs>\d+x\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Rows { get; }

    [Theory]
    [MemberData(nameof(Drawings))]
    public void A_drawing_shows_the_taps(string mark, string[] lines)
    {
        Match title = Title.Match(mark);
        int kernel = Number(title, "kernel"), extent = Number(title, "input");
        CompiledPooling pooling = CompiledPooling.CompileAll([$"Kind = Average, CountIncludePad = true, {title.Groups["arguments"].Value}"])[0];
        string header = lines[0];
        int outputs = pooling.OutputExtents(extent, extent).Width;

        Assert.Equal(Enumerable.Range(0, extent), header.Where(char.IsAsciiDigit).Select(digit => digit - '0'));
        Assert.Equal(Enumerable.Range(0, outputs).Select(window => $"window {window}"), lines.Skip(1).Select(line => line[..8]));
        for (int window = 0; window < outputs; window++)
        {
            (int[] inside, int counted) = Taps(pooling, extent, window, outputs);
            string line = lines[window + 1];
            Assert.Equal(inside, Columns(line, '#').Select(column => header[column] - '0'));
            Assert.All(Columns(line, '.'), column => Assert.Equal('.', header[column]));
            Assert.All(Columns(line, '~'), column => Assert.True(column >= header.Length));
            Assert.Equal(counted, inside.Length + Columns(line, '.').Length);
            Assert.Equal(kernel, counted + Columns(line, '~').Length);
        }
    }

    [Fact]
    public void The_table_gives_the_outputs_extents()
    {
        Match[] rows = Rows.Matches(s_page.Text).ToArray();
        IReadOnlyList<CompiledPooling> poolings = CompiledPooling.CompileAll([.. rows.Select(row => "Kind = Max, " + row.Groups["arguments"].Value)]);

        Assert.Equal(13, rows.Length);
        Assert.All(rows.Zip(poolings), pair =>
        {
            (int height, int width) = pair.Second.OutputExtents(Number(pair.First, "height"), Number(pair.First, "width"));
            Assert.Equal(pair.First.Groups["outputs"].Value, $"{height}x{width}");
        });
    }

    // Asked of the gradient of one window on the diagonal: it is spread over the taps inside, in parts of all that count.
    private static (int[] Inside, int Counted) Taps(CompiledPooling pooling, int extent, int window, int outputs)
    {
        float[] outputGradient = new float[outputs * outputs];
        outputGradient[window * outputs + window] = 1;
        float[] gradient = pooling.Backward(outputGradient, new float[extent * extent], extent, extent);
        int[] inside = [.. Enumerable.Range(0, extent).Where(column => Enumerable.Range(0, extent).Any(row => gradient[row * extent + column] != 0))];
        return (inside, (int)Math.Round(1 / Math.Sqrt(gradient.Max())));
    }

    private static int[] Columns(string line, char mark) => [.. Enumerable.Range(0, line.Length).Where(column => line[column] == mark)];

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
