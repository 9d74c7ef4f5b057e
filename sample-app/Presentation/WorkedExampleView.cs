using PoolGen.Sample.WorkedExample;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PoolGen.Sample.Presentation;

/// <summary>Prints the worked example: forward, who wins, and how the gradient gathers, for the maximum and the mean.</summary>
internal sealed class WorkedExampleView(IAnsiConsole console, ExampleRun max, ExampleRun mean)
{
    private const int Taps = ExampleData.Kernel * ExampleData.Kernel;

    public void Print()
    {
        console.Write(new Rule("[bold]The worked example[/]: 6x6, kernel 3, stride 1").LeftJustified());
        PrintWindows();
        PrintOutputs();
        PrintMaxGradient();
        PrintMeanGradient();
    }

    private void PrintWindows()
    {
        Say("Forward. A window of 3x3 moves by one cell at a time; a number in (round) brackets lies in the window, "
            + "one in [square] brackets is its maximum.");
        Row(WindowGrid(0), WindowGrid(1));
        foreach (int window in (int[])[0, 1])
        {
            float sum = ExampleData.WindowCells(window).Sum(cell => ExampleData.Input[cell]);
            Say($"Window {Position(window)}: max = {max.Output[window]:0}, at {Cells(max.Winners(window))}; "
                + $"mean = {sum:0}/{Taps} = {mean.Output[window]:0.00}.");
        }
    }

    private void PrintOutputs()
    {
        Row(
            CellGrid.Create("z, max", ExampleData.OutputExtent, max.Output),
            CellGrid.Create("z, mean", ExampleData.OutputExtent, mean.Output, format: "0.0"));
        int[] tied = [.. Enumerable.Range(0, max.Output.Count).Where(window => max.Winners(window).Count > 1)];
        int last = max.Output.Count - 1;
        Say($"In {tied.Length} of {max.Output.Count} windows the maximum occurs more than once: "
            + $"{string.Join(' ', tied.Select(window => Position(window)))}. The last one has {max.Winners(last).Count} winners:");
        Row(WindowGrid(last));
    }

    private void PrintMaxGradient()
    {
        Say("Backward, max. The upstream gradient is 1 for the first window, 2 for the second, ... 16 for the last. "
            + "Each window hands its value to its winners and 0 to all other cells. "
            + "If there is more than one maximum, every one of them receives the value (TieRule.All).");
        Row([.. max.Gradients.Select(step => GradientGrid(step, scale: 1, "∂L/∂x", ReceivedFromMax))]);
        int winner = max.Winners(0)[0];
        Say($"Windows {Position(0)} and {Position(1)} share their winner {Position(winner, ExampleData.InputExtent)}: "
            + $"1, then 1 + 2 = {max.Gradients[1].InputGradient[winner]:0}; "
            + $"in the end {max.Gradients[2].InputGradient[winner]:0}, from all the windows that it wins.");
        Say($"The cells sum to {max.Gradients[2].InputGradient.Sum():0} where the upstream gradient sums to "
            + $"{ExampleData.OutputGradient.Sum():0}: ties multiply. TieRule.First and TieRule.Split do not.");
    }

    private void PrintMeanGradient()
    {
        Say($"Backward, mean. Each window hands 1/{Taps} of its value to every one of its {Taps} cells, and overlaps add up. "
            + "The grids count in ninths.");
        Row([.. mean.Gradients.Select(step => GradientGrid(step, scale: Taps, "∂L/∂x · 9", ExampleData.WindowCells))]);
        Say($"Nothing is lost: the cells sum to {mean.Gradients[2].InputGradient.Sum():0}, as the upstream gradient does.");
        console.WriteLine();
    }

    private IRenderable WindowGrid(int window)
    {
        IReadOnlyList<int> winners = max.Winners(window);
        int[] cells = [.. ExampleData.WindowCells(window)];
        return CellGrid.Create($"x, window {Position(window)}", ExampleData.InputExtent, ExampleData.Input, Mark);

        CellMark Mark(int cell) => winners.Contains(cell) ? CellMark.Winner : cells.Contains(cell) ? CellMark.Window : CellMark.None;
    }

    /// <summary>The gradient so far; while windows are still taken one by one, the cells that the latest has added to stand out.</summary>
    private static IRenderable GradientGrid(GradientStep step, int scale, string name, Func<int, IEnumerable<int>> received)
    {
        bool atEnd = step.Windows == ExampleData.OutputGradient.Count;
        int[] latest = atEnd ? [] : [.. received(step.Windows - 1)];
        string title = atEnd ? $"{name}, all windows" : $"{name}, {step.Windows} window{(step.Windows == 1 ? "" : "s")}";
        return CellGrid.Create(
            title,
            ExampleData.InputExtent,
            [.. step.InputGradient.Select(value => value * scale)],
            cell => latest.Contains(cell) ? CellMark.Window : CellMark.None);
    }

    private IEnumerable<int> ReceivedFromMax(int window) => max.Winners(window);

    private void Row(params IRenderable[] items) => console.Write(new Columns(items).Collapse());

    private void Say(string text)
    {
        console.WriteLine();
        console.WriteLine(text);
    }

    private static string Cells(IEnumerable<int> cells) => string.Join(' ', cells.Select(cell => Position(cell, ExampleData.InputExtent)));

    private static string Position(int window) => Position(window, ExampleData.OutputExtent);

    private static string Position(int index, int columns) => $"({index / columns},{index % columns})";
}
