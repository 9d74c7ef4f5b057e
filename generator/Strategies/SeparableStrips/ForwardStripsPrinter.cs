using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>Prints the method that sweeps a group of strips through a band, or the exact one of a single strip.</summary>
internal sealed class ForwardStripsPrinter(CodeWriter writer, KernelPlan kernel, SeparableStripsPlan plan, int strips, bool isExact)
{
    private readonly IReadOnlyList<char> _letters = [.. Groups.Letters(strips)];

    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    private SeparableAxis Height => plan.Height;

    private SeparableAxis Width => plan.Width;

    private int Above => Height.Kernel - 1;

    private int Delay => plan.RecordDelay;

    public void Print()
    {
        writer.Line(isExact
            ? "\n/// <summary>A strip of columns that may hold any values.</summary>"
            : $"\n/// <summary>{(strips == 1 ? "A strip" : $"{strips} neighbouring strips")} of columns, row by row: each row is combined once, and kept while windows need it.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void {(isExact ? "ExactStrip" : $"Strips{strips}")}<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, Rt::PaddedBand band, int first, int next, nint target, nint recorded, nint column)"))
        {
            writer.Line($"ref {Element} padded = ref operands.Scratch;");
            writer.Line($"ref {Element} output = ref operands.Output;");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line("nint width = geometry.Width.OutputExtent;");
            foreach (string line in Groups.Columns(strips, "width"))
                writer.Line(line);
            writer.Line($"nint at = band.Margin{Text.Signed(-Width.Lead)};");
            if (isExact)
                PrintInside();
            PrintRowsAbove();
            writer.Line();
            using (writer.Block("for (int row = first; row < next; row++, at += band.Stride)"))
                PrintRow();
        }
    }

    /// <summary>The bits of those columns of each window that lie inside the input.</summary>
    private void PrintInside()
    {
        for (int tap = 0; tap < Width.Kernel; tap++)
        {
            string bit = $"TLanes.SelectInside(column{Text.Signed(tap - Width.Lead)}, geometry.Width.InputExtent, TLanes.TapNumber(1 << {Height.Kernel + tap}))";
            writer.Line(tap == 0 ? $"var inside = {bit};" : $"inside = TLanes.Or(inside, {bit});");
        }
    }

    private void PrintRowsAbove()
    {
        writer.Line();
        foreach (char strip in _letters)
        {
            writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, Above).Select(row => $"row{row}{strip} = TLanes.Zero"))};");
            if (Delay > 0)
                writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, Delay).Select(row => $"columns{row}{strip} = TLanes.Zero"))};");
        }
        using (writer.Block($"for (int above = 0; above < {Above}; above++, at += band.Stride)"))
        {
            foreach (char strip in _letters)
            {
                if (Above > 1)
                    writer.Line(Groups.Roll("row", strip, Above - 1));
                if (Delay > 1)
                    writer.Line(Groups.Roll("columns", strip, Delay - 1));
                writer.Line($"row{Above - 1}{strip} = {Columns(strip, Delay == 0 ? "out _" : $"out columns{Delay - 1}{strip}")};");
            }
        }
    }

    private void PrintRow()
    {
        foreach (char strip in _letters)
            writer.Line($"var row{Above}{strip} = {Columns(strip, $"out var columns{(Delay == 0 ? "" : $"{Delay}")}{strip}")};");
        if (isExact)
            writer.Line($"var taps = row < {Height.BeforeComplete} ? default : geometry.Height.Taps(row{Text.Signed(-Height.BeforeComplete)});");
        foreach (char strip in _letters)
        {
            string rows = string.Join(", ", Enumerable.Range(0, Height.Kernel).Select(row => $"row{row}{strip}"));
            string inside = isExact ? "TLanes.TapNumber((1 << taps.End) - (1 << taps.First)), " : "";
            writer.Line($"var {Noun}{strip} = {(isExact ? "ExactRows" : "Rows")}<TLanes, TVector>({rows}, columns{(Delay == 0 ? "" : "0")}{strip}, {inside}out var won{strip});");
        }
        if (Delay == 0)
            PrintRecords("recorded + row * width");
        using (Height.BeforeComplete == 0 ? null : writer.Block($"if (row >= {Height.BeforeComplete})"))
        {
            writer.Line($"nint to = target + {(Height.BeforeComplete == 0 ? "row" : $"(row - {Height.BeforeComplete})")} * width;");
            foreach (char strip in _letters)
            {
                string value = $"{Noun}{strip}";
                if (isExact && kernel.Reduction.NaNIsEmpty)
                    value = $"TLanes.SelectEqual({value}, {value}, {value}, TLanes.Broadcast({kernel.Reduction.Identity}))";
                writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({value}, ref output, to + {Groups.Column(strip)});");
            }
            writer.Line($"TPlacement.PrefetchTargetAhead(ref output, to + column, {Groups.Span(strips)});");
            if (Delay > 0)
                PrintRecords("to");
        }
        foreach (char strip in _letters)
        {
            writer.Line(Groups.Roll("row", strip, Above));
            if (Delay > 0)
                writer.Line(Groups.Roll("columns", strip, Delay));
        }
    }

    private void PrintRecords(string row)
    {
        foreach (char strip in _letters)
            writer.Line($"TLanes.StoreTaps(won{strip}, ref records, {row} + {Groups.Column(strip)});");
        writer.Line($"TPlacement.PrefetchTargetAhead(ref records, {row} + column, {Groups.Span(strips)});");
    }

    private string Columns(char strip, string won) => isExact
        ? $"ExactColumns<TLanes, TVector>(ref padded, at + {Groups.Column(strip)}, inside, {won})"
        : $"Columns<TLanes, TVector>(ref padded, at + {Groups.Column(strip)}, {won})";
}
