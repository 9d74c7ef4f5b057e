using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Separable;

namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>
/// Prints the method that sweeps a strip two rows at a time. Of the window that ends with either row, the upper and the lower one, all rows but
/// one or two are pairs of neighbours that both windows hold: their extremes and bits are found once, and roll instead of their rows. A pair is
/// called by its second row; the last one ends with the lower window, so that the step that reads its rows can finish it.
/// </summary>
internal sealed class SharedPairsPrinter(CodeWriter writer, KernelPlan kernel, SeparableStripsPlan plan)
{
    private readonly WinnersPrinter _winners = new(writer, kernel);

    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    /// <summary>The rows of a window: the upper one has those from 0 on, the lower one those from 1 on.</summary>
    private int Kernel => plan.Height.Kernel;

    private int Delay => plan.RecordDelay;

    public void Print()
    {
        writer.Line("\n/// <summary>A strip of columns, two rows at a time: neighbouring rows are joined in pairs, which two windows share.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Strips1<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, Rt::PaddedBand band, int first, int next, nint target, nint recorded, nint column)"))
        {
            writer.Line($"ref {Element} padded = ref operands.Scratch;");
            writer.Line($"ref {Element} output = ref operands.Output;");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line("nint width = geometry.Width.OutputExtent;");
            foreach (string line in Groups.Columns(1, "width"))
                writer.Line(line);
            writer.Line($"nint at = band.Margin + column{Text.Signed(-plan.Width.Lead)};");
            PrintRowsAbove();
            writer.Line();
            using (writer.Block("for (int row = first; row < next; row += 2, at += 2 * band.Stride)"))
                PrintRows();
        }
        PrintWindow("Pair", $"The {Noun} of two neighbouring rows, and which of them holds it.", [new Contender("upper", 0), new Contender("lower", 1)], null);
        PrintWindow("Upper", $"The {Noun} of the window that ends with a pair's first row, and the bits of the rows that hold it beside those of columns.", Window(0), "columns");
        PrintWindow("Lower", "The same of the window that ends with the whole pair.", Window(1), "columns");
    }

    private void PrintRowsAbove()
    {
        writer.Line();
        foreach (var (kind, rows) in plan.RollingByTwo.Where(rolling => rolling.Rows.Length > 0))
            writer.Line($"TVector {string.Join(", ", rows.Select(row => $"{kind}{row} = TLanes.Zero"))};");
        if (Kernel % 2 == 0)
        {
            writer.Line($"row{Kernel - 2} = {Columns("at", Delay > 0 ? $"out columns{Kernel - 2}" : "out _")};");
            writer.Line("at += band.Stride;");
        }
        using (writer.Block($"for (int above = {Kernel % 2 ^ 1}; above < {Kernel - 1}; above += 2, at += 2 * band.Stride)"))
        {
            PrintRoll(Kernel - 2);
            writer.Line($"var upper = {Columns("at", Delay > 1 ? $"out columns{Kernel - 3}" : "out _")};");
            writer.Line($"row{Kernel - 2} = {Columns("at + band.Stride", Delay > 0 ? $"out columns{Kernel - 2}" : "out _")};");
            writer.Line($"pair{Kernel - 2} = Pair<TLanes, TVector>(upper, row{Kernel - 2}, out bits{Kernel - 2});");
        }
    }

    private void PrintRows()
    {
        writer.Line($"var row{Kernel - 1} = {Columns("at", $"out var columns{Kernel - 1}")};");
        writer.Line($"var upper = {Call("Upper", 0)};");
        PrintResults("upper", 0);
        using (writer.Indented("if (row + 1 == next)"))
            writer.Line("break;");
        writer.Line($"var row{Kernel} = {Columns("at + band.Stride", $"out var columns{Kernel}")};");
        writer.Line($"var pair{Kernel} = Pair<TLanes, TVector>(row{Kernel - 1}, row{Kernel}, out var bits{Kernel});");
        writer.Line($"var lower = {Call("Lower", 1)};");
        PrintResults("lower", 1);
        PrintRoll(Kernel);
    }

    /// <summary>What a window is, and its records: of the upper one, or the lower one a row below.</summary>
    private void PrintResults(string window, int below)
    {
        string Row(int offset) => offset == 0 ? "row" : $"(row{Text.Signed(offset)})";
        int before = plan.Height.BeforeComplete - below;
        if (Delay == 0)
            PrintRecords(window, $"recorded + {Row(below)} * width + column");
        using (before <= 0 ? null : writer.Block($"if (row >= {before})"))
        {
            writer.Line($"nint {window}At = target + {Row(-before)} * width + column;");
            writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({window}, ref output, {window}At);");
            writer.Line($"TPlacement.PrefetchTargetAhead(ref output, {window}At, TLanes.Count);");
            if (Delay > 0)
                PrintRecords(window, $"{window}At");
        }
    }

    private void PrintRecords(string window, string at)
    {
        writer.Line($"TLanes.StoreTaps({window}Won, ref records, {at});");
        writer.Line($"TPlacement.PrefetchTargetAhead(ref records, {at}, TLanes.Count);");
    }

    /// <summary>Moves on by two rows, as far as they are below a given one.</summary>
    private void PrintRoll(int end)
    {
        foreach (var (kind, rows) in plan.RollingByTwo)
        {
            foreach (int row in rows.Where(row => row + 2 <= end))
                writer.Line($"{kind}{row} = {kind}{row + 2};");
        }
    }

    private void PrintWindow(string name, string summary, IReadOnlyList<Contender> contenders, string? others) =>
        _winners.PrintMethod(name, summary, contenders, others);

    /// <summary>What competes in the window that begins with a row: pairs, and the rows at its ends that are in none.</summary>
    private List<Contender> Window(int first)
    {
        int end = first + Kernel;
        List<Contender> contenders = [];
        for (int row = first; row < end; row++)
        {
            int second = row + 1;
            bool isPair = second < end && second % 2 == Kernel % 2;
            contenders.Add(isPair ? new($"pair{second}", row - first, $"bits{second}") : new($"row{row}", row - first));
            row += isPair ? 1 : 0;
        }
        return contenders;
    }

    private string Call(string name, int first) =>
        $"{name}<TLanes, TVector>({string.Join(", ", Window(first).SelectMany(contender => contender.Operands))}, columns{Kernel - 1 - Delay + first}, out var {name.ToLowerInvariant()}Won)";

    private static string Columns(string at, string won) => $"Columns<TLanes, TVector>(ref padded, {at}, {won})";
}
