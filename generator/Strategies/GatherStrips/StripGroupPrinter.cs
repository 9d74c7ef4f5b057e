using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherStrips;

/// <summary>
/// Prints the method that gathers a group of neighbouring strips of the input gradient from top to bottom: inside the rows, or a strip at
/// one of their ends, where windows and columns may lie outside.
/// </summary>
internal sealed class StripGroupPrinter(CodeWriter writer, KernelPlan kernel, GatherStripsPlan plan, GradientText text, GatherBlock block, int strips, bool atEnd)
{
    private readonly RollingSums _sums = new(
        writer,
        "row",
        kernel.Spec.Axes[0].Kernel,
        kernel.Spec.Axes[0].Stride,
        [.. from strip in Enumerable.Range(0, strips) from phase in Enumerable.Range(0, block.Stride) select Letter(strip) + block.Phase(phase)]);

    private AxisSpec Height => kernel.Spec.Axes[0];

    private AxisSpec Width => kernel.Spec.Axes[1];

    /// <summary>Whether windows may have fewer tap columns than others: inside the rows, all have all.</summary>
    private bool CountsColumns => text.CountsTaps && atEnd;

    private string Element => kernel.Spec.Element.Keyword;

    /// <summary>The name of a method.</summary>
    public static string Name(int strips, bool atEnd) => atEnd ? "EndStrip" : $"Strips{strips}";

    public void Print()
    {
        writer.Line(atEnd
            ? "\n/// <summary>The same at the ends of the rows: windows outside give nothing, and columns outside are not written.</summary>"
            : $"\n/// <summary>{(strips == 1 ? "A strip" : $"{strips} neighbouring strips")} of the input gradient from top to bottom: each row of windows adds to the rows of the input that it covers.</summary>");
        string records = !text.HasRecords ? "" : atEnd ? ", nint first, nint count" : "";
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void {Name(strips, atEnd)}<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, nint source, nint target, nint column{records})"))
        {
            PrintLocals();
            writer.Line();
            _sums.PrintCarried();
            string end = Height.Stride == 1 ? "rows.PaddingBegin + rows.InputExtent" : $"(rows.PaddingBegin + rows.InputExtent + {Height.Stride - 1}) / {Height.Stride}";
            writer.Line($"int steps = {end}; // the rows of windows, and as many more as the input has rows below them");
            using (writer.Block("for (int window = 0; window < steps; window++)"))
            {
                _sums.PrintFresh();
                using (writer.Block("if (window < rows.OutputExtent)"))
                    PrintWindows();
                writer.Line();
                PrintStores();
                _sums.PrintRoll();
            }
        }
    }

    private void PrintLocals()
    {
        writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
        writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
        if (text.HasRecords)
            writer.Line($"ref TRecord {text.Records} = ref {(atEnd ? "Cs::Unsafe.Add(ref operands.Records<TRecord>(), first)" : "operands.Records<TRecord>()")};");
        writer.Line("var rows = geometry.Height;");
        writer.Line("nint sourceWidth = geometry.Width.OutputExtent, targetWidth = geometry.Width.InputExtent;");
        if (!plan.Aligned)
            writer.Line("nint padding = geometry.Width.PaddingBegin;");
        for (int strip = 1; strip < strips; strip++)
            writer.Line($"nint {Column(strip)} = column + {Text.Times(strip, "TLanes.Count")};");
        if (atEnd)
        {
            int window = 0;
            foreach (int offset in plan.Windows)
                writer.Line($"var inside{window++} = TLanes.Inside(column{Text.Signed(offset)}, sourceWidth);");
        }
        if (text.HasRecords)
            return;

        if (!text.CountsTaps)
            writer.Line($"var share = TLanes.Broadcast({text.Reciprocal});");
        if (!CountsColumns)
            return;
        for (int strip = 0; strip < strips; strip++)
        {
            int number = 0;
            foreach (int window in plan.Windows)
                writer.Line($"var share{number++}{Letter(strip)} = ColumnShares<TLanes, TVector>({Column(strip)}{Text.Signed(window)}, geometry.Width);");
        }
    }

    private void PrintWindows()
    {
        writer.Line("nint start = source + window * sourceWidth;");
        writer.Line($"ref {Element} gradients = ref Cs::Unsafe.Add(ref outputGradient, start);");
        if (text.HasRecords)
            writer.Line($"nint recorded = start{(atEnd ? " - first" : "")};");
        else if (text.CountsTaps)
            writer.Line($"var share = TLanes.Broadcast({text.CountedShare("rows", "window")}{(CountsColumns || Width.Kernel == 1 ? "" : $" / {Width.Kernel}")});");

        for (int strip = 0; strip < strips; strip++)
        {
            string letter = Letter(strip);
            if (text.HasRecords)
                block.PrintTaps(letter, Column(strip), clipped: atEnd, (tap, gradient, records) => PrintAdds(letter, tap, gradient, records));
            else
                PrintShares(letter, Column(strip));
        }
    }

    private void PrintAdds(string strip, TapColumn tap, string gradient, string records)
    {
        string line = strip + block.Phase(tap.Phase);
        for (int row = 0; row < Height.Kernel; row++)
        {
            writer.Line($"{_sums.Name(row, line)} = {text.Add(_sums.Begun(row, line), records, $"{row * Width.Kernel + tap.Column}", gradient)};");
            _sums.Begin(row, line);
        }
    }

    /// <summary>All rows of a window receive the same.</summary>
    private void PrintShares(string strip, string column)
    {
        var windows = plan.Windows.ToList();
        var sums = block.PrintShares(strip, column, clipped: atEnd, CountsColumns ? window => $"share{windows.IndexOf(window)}{strip}" : null);
        for (int phase = 0; phase < sums.Count; phase++)
        {
            if (sums[phase] is not { } sum)
                continue;
            writer.Line($"{sum} = TLanes.Multiply({sum}, share);");
            string line = strip + block.Phase(phase);
            for (int row = 0; row < Height.Kernel; row++)
            {
                writer.Line($"{_sums.Name(row, line)} = {(_sums.Begun(row, line) is { } begun ? $"TLanes.Add({begun}, {sum})" : sum)};");
                _sums.Begin(row, line);
            }
        }
    }

    /// <summary>The rows that no later window reaches. Memory is written in order: a row of the group, then the next.</summary>
    private void PrintStores()
    {
        writer.Line($"int row = {Text.Times(Height.Stride, "window")} - rows.PaddingBegin;");
        for (int place = 0; place < Height.Stride; place++)
        {
            string row = $"row{Text.Signed(place)}";
            using (writer.Block($"if (unchecked((uint){(place == 0 ? row : $"({row})")}) < (uint)rows.InputExtent)"))
            {
                writer.Line($"ref {Element} complete = ref Cs::Unsafe.Add(ref inputGradient, target + {(place == 0 ? row : $"({row})")} * targetWidth);");
                for (int strip = 0; strip < strips; strip++)
                {
                    string letter = Letter(strip);
                    block.PrintStore(
                        "complete",
                        Column(strip),
                        clipped: atEnd,
                        [.. Enumerable.Range(0, block.Stride).Select(phase => _sums.Complete(place, letter + block.Phase(phase)))]);
                }
            }
        }
    }

    private static string Letter(int strip) => $"{(char)('a' + strip)}";

    private static string Column(int strip) => strip == 0 ? "column" : $"column{char.ToUpperInvariant(Letter(strip)[0])}";
}
