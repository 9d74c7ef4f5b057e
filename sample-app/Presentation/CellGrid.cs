using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PoolGen.Sample.Presentation;

/// <summary>How a cell stands out.</summary>
internal enum CellMark
{
    None,
    Window,
    Winner,
}

/// <summary>
/// A framed grid of numbers. Marked cells carry brackets as well as colour, because a redirected output has no colour:
/// <c>(3)</c> lies in the window, <c>[9]</c> wins.
/// </summary>
internal static class CellGrid
{
    private const int NumberWidth = 4;

    /// <param name="title">The text in the frame.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="values">The cells, row-major.</param>
    /// <param name="mark">How the cell of an index stands out.</param>
    /// <param name="format">The .NET format of a cell.</param>
    public static IRenderable Create(
        string title, int columns, IReadOnlyList<float> values, Func<int, CellMark>? mark = null, string format = "0.##")
    {
        var text = new StringBuilder();
        for (int cell = 0; cell < values.Count; cell++)
        {
            if (cell > 0 && cell % columns == 0)
            {
                text.Append('\n');
            }

            text.Append(Cell(values[cell].ToString(format, CultureInfo.InvariantCulture), mark?.Invoke(cell) ?? CellMark.None));
        }

        return new Panel(new Markup(text.ToString())).Header($" {Markup.Escape(title)} ").RoundedBorder();
    }

    private static string Cell(string number, CellMark mark) => mark switch
    {
        CellMark.Window => $"[black on grey82]{$"({number})",NumberWidth + 1}[/]",
        CellMark.Winner => $"[bold black on yellow]{$"[[{number}]]",NumberWidth + 3}[/]",
        _ => $"{number + " ",NumberWidth + 1}",
    };
}
