using PoolGen.Sample.Presentation;
using PoolGen.Sample.WorkedExample;
using Spectre.Console;

namespace PoolGen.Sample.Tests;

public sealed class WorkedExampleTests
{
    private static readonly ExampleRun Max = ExampleRun.Of<SlidingMax3x3>();
    private static readonly ExampleRun Mean = ExampleRun.Of<SlidingMean3x3>();

    [Fact]
    public void Max_gives_the_documents_numbers()
    {
        Assert.Equal([9, 9, 9, 7, 9, 9, 9, 8, 9, 9, 9, 8, 9, 9, 9, 8], Max.Output);
        Assert.Equal([(2 * 6) + 2], Max.Winners(0));
        Assert.Equal([(2 * 6) + 2], Max.Winners(1));
        Assert.Equal(5, Max.Winners(15).Count);
        Assert.Equal([1, 2, 16], Max.Gradients.Select(step => step.Windows));
        Assert.Equal(OnlyAt(cell: (2 * 6) + 2, value: 1), Max.Gradients[0].InputGradient);
        Assert.Equal(OnlyAt(cell: (2 * 6) + 2, value: 3), Max.Gradients[1].InputGradient);
        Assert.Equal(
            [
                0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0,
                0, 0, 54, 0, 0, 4,
                27, 0, 0, 36, 36, 0,
                0, 46, 72, 0, 0, 28,
                0, 0, 0, 16, 16, 0,
            ],
            Max.Gradients[2].InputGradient);
    }

    [Fact]
    public void Mean_gives_the_documents_numbers()
    {
        InNinths([30, 38, 39, 34, 36, 43, 49, 41, 48, 52, 52, 47, 45, 44, 51, 53], Mean.Output);
        InNinths([1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, .. new int[21]], Mean.Gradients[0].InputGradient);
        InNinths([1, 3, 3, 2, 0, 0, 1, 3, 3, 2, 0, 0, 1, 3, 3, 2, .. new int[20]], Mean.Gradients[1].InputGradient);
        InNinths(
            [
                1, 3, 6, 9, 7, 4,
                6, 14, 24, 30, 22, 12,
                15, 33, 54, 63, 45, 24,
                27, 57, 90, 99, 69, 36,
                22, 46, 72, 78, 54, 28,
                13, 27, 42, 45, 31, 16,
            ],
            Mean.Gradients[2].InputGradient);
    }

    [Fact]
    public void Redirected_output_is_plain_and_holds_the_numbers()
    {
        string text = Print(AnsiSupport.No);
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("(0)  (6)  [9]   6    3    7", text, StringComparison.Ordinal);
        Assert.Contains("0   (6)  [9]  (6)   3    7", text, StringComparison.Ordinal);
        Assert.Contains("Window (0,0): max = 9, at (2,2); mean = 30/9 = 3.33.", text, StringComparison.Ordinal);
        Assert.Contains("Window (0,1): max = 9, at (2,2); mean = 38/9 = 4.22.", text, StringComparison.Ordinal);
        Assert.Contains("In 9 of 16 windows", text, StringComparison.Ordinal);
        Assert.Contains("0    0   (1)   0    0    0", text, StringComparison.Ordinal);
        Assert.Contains("0    0   (3)   0    0    0", text, StringComparison.Ordinal);
        Assert.Contains("1   (3)  (3)  (2)   0    0", text, StringComparison.Ordinal);
        Assert.Contains("0   46   72    0    0   28", text, StringComparison.Ordinal);
        Assert.Contains("27   57   90   99   69   36", text, StringComparison.Ordinal);
        Assert.Contains("sum to 335 where the upstream gradient sums to 136", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_gets_colour() => Assert.Contains("\u001b[", Print(AnsiSupport.Yes), StringComparison.Ordinal);

    private static string Print(AnsiSupport ansi)
    {
        var writer = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi,
            ColorSystem = ColorSystemSupport.Standard,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 400;
        new WorkedExampleView(console, Max, Mean).Print();
        return writer.ToString();
    }

    private static float[] OnlyAt(int cell, float value) => [.. Enumerable.Range(0, 36).Select(index => index == cell ? value : 0)];

    private static void InNinths(int[] ninths, IReadOnlyList<float> actual)
    {
        Assert.Equal(ninths.Length, actual.Count);
        Assert.All(ninths.Zip(actual), pair => Assert.Equal(pair.First / 9.0, pair.Second, 1e-5));
    }
}
