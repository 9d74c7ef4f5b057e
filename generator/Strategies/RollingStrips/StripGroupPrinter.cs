using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>
/// Prints the method of a group of neighbouring strips. Strips are lettered, rows numbered from the window's top: <c>row0A</c> is the
/// first row of strip A. Rows above the next step are kept; a step loads two rows below them and completes two rows of windows.
/// </summary>
internal sealed class StripGroupPrinter(CodeWriter writer, KernelPlan kernel, RollingStripsPlan plan, SweepText text, int strips)
{
    private IEnumerable<char> Letters => Enumerable.Range(0, strips).Select(strip => (char)('A' + strip));

    /// <summary>The method, with its type parameters but the last.</summary>
    private string Name => $"Strips{strips}<TLanes, TVector, TPlacement{(plan.HasEnds ? ", TStart, TEnd" : "")}";

    private char Last => (char)('A' + strips - 1);

    public void Print()
    {
        writer.Line($"\n/// <summary>{strips} neighbouring strips of columns, from the top of each plane to its bottom.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void {Name}{text.Values}>({text.Parameters})"))
        {
            foreach (string local in text.Locals)
                writer.Line(local);
            writer.Line(text.Outside);
            PrintColumns();
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                foreach (string local in text.PlaneLocals)
                    writer.Line(local);
                PrintFirstRows();
                using (writer.Block("for (int row = 0; row < targetRows; row += 2)"))
                    PrintStep();
                text.PrintOtherValues(writer, Name);
            }
        }
    }

    /// <summary>Where the strips begin. The last one overlaps the one before where the row ends, so that no store is a partial one.</summary>
    private void PrintColumns()
    {
        (_, int behind) = plan.Margin;
        writer.Line($"nint last = targetWidth - TLanes.Count{Text.Signed(-behind)}; // of the strips that are not at the end");
        foreach (char strip in Letters)
        {
            string step = strip switch { 'A' => "", 'B' => " + TLanes.Count", _ => $" + {strip - 'A'} * TLanes.Count" };
            string column = $"nint.Min(column{step}, last)";
            if (plan.HasEnds && strip == 'A')
                column = $"typeof(TStart) == typeof(Rt::AtEnd) ? 0 : {column}";
            if (plan.HasEnds && strip == Last)
                column = $"typeof(TEnd) == typeof(Rt::AtEnd) ? targetWidth - TLanes.Count : {column}";
            writer.Line($"nint column{strip} = {column};");
        }
        writer.Line($"nint ahead = 2 * (column{Last} + TLanes.Count - columnA); // two rows, which follow each other where the group has all strips of a row");
        if (!text.CountsTaps || plan.OverGradient)
            return;
        foreach (char strip in Letters)
            writer.Line($"var share{strip} = TLanes.Load(ref columnShares, column{strip});");
    }

    /// <summary>The rows above the first step: identities before the source, then the source's first rows.</summary>
    private void PrintFirstRows()
    {
        int before = text.KeptRows - text.FirstRows;
        if (text.KeptRows > 0 && text.FirstRows is 1 or 2 && before >= 0 && !text.ScalesRows)
        {
            PrintEachFirstRow(before);
            return;
        }
        if (plan.ChecksForNaN)
            writer.Line(SweepText.Sum("TLanes.Zero", begins: true));
        foreach (char strip in Letters.Where(_ => text.KeptRows > 0))
            writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, text.KeptRows).Select(row => $"row{row}{strip} = identity"))};");
        if (text.FirstRows <= 0)
            return;
        using (writer.Block($"for (int above = 0; above < {text.FirstRows}; above++)"))
        {
            PrintSource("below", "above");
            foreach (char strip in Letters)
            {
                if (text.KeptRows > 1)
                    writer.Line(string.Join(" ", Enumerable.Range(0, text.KeptRows - 1).Select(row => $"row{row}{strip} = row{row + 1}{strip};")));
                writer.Line($"row{text.KeptRows - 1}{strip} = {CombineRow(strip, "below")};");
            }
            PrintSum([text.KeptRows - 1], ["below"], begins: false);
        }
    }

    /// <summary>The source's first rows one by one, where they are few.</summary>
    private void PrintEachFirstRow(int before)
    {
        string[] sources = [.. Enumerable.Range(0, text.FirstRows).Select(above => above == 0 ? "source" : $"source{above}")];
        for (int above = 1; above < text.FirstRows; above++)
            writer.Line($"ref {text.Element} {sources[above]} = {SweepText.Row($"{above}")};");
        foreach (char strip in Letters)
        {
            IEnumerable<string> identities = Enumerable.Range(0, before).Select(row => $"row{row}{strip} = identity");
            IEnumerable<string> rows = sources.Select((source, above) => $"row{before + above}{strip} = {CombineRow(strip, source)}");
            writer.Line($"TVector {string.Join(", ", identities.Concat(rows))};");
        }
        PrintSum([.. Enumerable.Range(before, text.FirstRows)], sources, begins: true);
    }

    /// <summary>Two rows of windows, strip by strip: what a strip keeps stays in registers, and what it is combined from is gone before the next.</summary>
    private void PrintStep()
    {
        writer.Line($"int next = row{Text.Signed(text.FirstRows)};");
        PrintSource("below", "next");
        PrintSource("again", "next + 1");
        writer.Line("TPlacement.PrefetchAhead(ref below, columnA, ahead);");
        writer.Line($"ref {text.Element} above = ref Cs::Unsafe.Add(ref target, row * targetWidth);");
        writer.Line($"ref {text.Element} lower = ref Cs::Unsafe.Add(ref above, row + 1 < targetRows ? targetWidth : 0); // where a row has no partner, what is stored for that is overwritten");
        writer.Line("TPlacement.PrefetchTargetAhead(ref above, columnA, ahead);");
        if (text.CountsTaps && !plan.OverGradient)
        {
            writer.Line("var aboveShare = TLanes.Broadcast(Cs::Unsafe.Add(ref rowShares, row));");
            writer.Line("var lowerShare = TLanes.Broadcast(Cs::Unsafe.Add(ref rowShares, row + 1 < targetRows ? row + 1 : row));");
        }
        foreach (char strip in Letters)
            PrintStrip(strip);
        PrintSum([text.KeptRows, text.KeptRows + 1], ["below", "again"], begins: false);
        foreach (char strip in Letters.Where(_ => text.KeptRows > 0))
            writer.Line(string.Join(" ", Enumerable.Range(0, text.KeptRows).Select(row => $"row{row}{strip} = row{row + 2}{strip};")));
    }

    private void PrintStrip(char strip)
    {
        string Row(int row) => $"row{row}{strip}";
        writer.Line($"var {Row(text.KeptRows)} = {CombineRow(strip, "below")};");
        writer.Line($"var {Row(text.KeptRows + 1)} = {CombineRow(strip, "again")};");

        // Two neighbouring windows share all rows but the first of the one and the last of the other.
        string? shared = text.KeptRows == 0 ? null : Row(1);
        if (text.KeptRows > 1)
        {
            writer.Line($"var shared{strip} = {Enumerable.Range(2, text.KeptRows - 1).Aggregate(Row(1), (joined, row) => text.Combine(joined, Row(row)))};");
            shared = $"shared{strip}";
        }
        PrintStore(strip, "lower", shared is null ? Row(1) : text.Combine(shared, Row(text.KeptRows + 1)));
        PrintStore(strip, "above", shared is null ? Row(0) : text.Combine(Row(0), shared));
    }

    private void PrintStore(char strip, string row, string value) =>
        writer.Line($"{text.Store}({text.Result(value, $"share{strip}", $"{row}Share")}, ref {row}, column{strip});");

    private void PrintSource(string name, string number)
    {
        writer.Line($"ref {text.Element} {name} = {SweepText.Row(number)};");
        if (text.ScalesRows)
            writer.Line($"var {name}Share = {SweepText.RowShare(number)};");
    }

    /// <summary>Combined rows of all strips, for the plane's sum.</summary>
    private void PrintSum(int[] rows, string[] sources, bool begins)
    {
        if (!plan.ChecksForNaN)
            return;
        IEnumerable<string> strips = Letters.Select(strip => Sum(rows.Select(row => $"row{row}{strip}")));
        writer.Line(SweepText.Sum(Sum(strips.Concat(sources.Select(source => RowCombinationPrinter.Margin(plan, source, $"column{Last}")).OfType<string>())), begins));

        static string Sum(IEnumerable<string> terms) => terms.Aggregate((sum, term) => $"TLanes.Add({sum}, {term})");
    }

    private string CombineRow(char strip, string row)
    {
        string place = $"ref {row}, column{strip}{Text.Signed(-plan.Width.Lead)}", share = text.ScalesRows ? $", {row}Share" : "";
        string arguments = $"({place}{(text.ScalesRows ? ", ref columnShares" : "")}{share})";
        if (plan.HasEnds && strip == 'A')
            return $"CombineStart<TLanes, TVector, TStart{text.Values}>{arguments}";
        if (plan.HasEnds && strip == Last)
            return $"CombineEnd<TLanes, TVector, TEnd{text.Values}>{arguments}";
        return $"CombineRow<TLanes, TVector{text.Values}>({place}{share})";
    }
}
