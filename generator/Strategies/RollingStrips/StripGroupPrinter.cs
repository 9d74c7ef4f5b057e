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

    private char Last => (char)('A' + strips - 1);

    public void Print()
    {
        writer.Line($"\n/// <summary>{strips} neighbouring strips of columns, from the top of each plane to its bottom.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Strips{strips}<TLanes, TVector, TPlacement{(plan.HasEnds ? ", TStart, TEnd" : "")}>({text.Parameters})"))
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
        if (text.KeptRows == 0)
            return;
        int before = text.KeptRows - text.FirstRows;
        if (text.FirstRows is 1 or 2 && before >= 0 && !text.ScalesRows)
        {
            PrintEachFirstRow(before);
            return;
        }
        foreach (char strip in Letters)
            writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, text.KeptRows).Select(row => $"row{row}{strip} = identity"))};");
        if (text.FirstRows <= 0)
            return;
        using (writer.Block($"for (int above = 0; above < {text.FirstRows}; above++)"))
        {
            PrintRowLocals("below", "above");
            foreach (char strip in Letters)
            {
                for (int row = 0; row + 1 < text.KeptRows; row++)
                    writer.Line($"row{row}{strip} = row{row + 1}{strip};");
                writer.Line($"row{text.KeptRows - 1}{strip} = {CombineRow(strip, "below")};");
            }
        }
    }

    /// <summary>The source's first rows one by one, where they are few.</summary>
    private void PrintEachFirstRow(int before)
    {
        for (int above = 0; above < text.FirstRows; above++)
        {
            if (above > 0)
                writer.Line($"ref {text.Element} source{above} = {SweepText.Row($"{above}")};");
            foreach (char strip in Letters)
            {
                string identities = above > 0 ? "" : string.Concat(Enumerable.Range(0, before).Select(row => $"row{row}{strip} = identity, "));
                writer.Line($"TVector {identities}row{before + above}{strip} = {CombineRow(strip, above == 0 ? "source" : $"source{above}")};");
            }
        }
    }

    private void PrintRowLocals(string name, string number)
    {
        writer.Line($"{(name == "below" ? "ref " + text.Element + " " : "")}below = {SweepText.Row(number)};");
        if (text.ScalesRows)
            writer.Line($"{(name == "below" ? "var " : "")}rowShare = {SweepText.RowShare(number)};");
    }

    private void PrintStep()
    {
        // Memory is touched in address order: a whole row of the group, then the next.
        writer.Line($"int next = row{Text.Signed(text.FirstRows)};");
        for (int row = 0; row < 2; row++)
        {
            PrintRowLocals(row == 0 ? "below" : "again", row == 0 ? "next" : "next + 1");
            foreach (char strip in Letters)
                writer.Line($"var row{text.KeptRows + row}{strip} = {CombineRow(strip, "below")};");
            if (row == 0)
                writer.Line("TPlacement.PrefetchAhead(ref below, columnA, ahead);");
        }

        // Two neighbouring windows share all rows but the first of the one and the last of the other.
        if (text.KeptRows > 1)
        {
            foreach (char strip in Letters)
                writer.Line($"var shared{strip} = {Enumerable.Range(2, text.KeptRows - 1).Aggregate($"row1{strip}", (joined, row) => text.Combine(joined, $"row{row}{strip}"))};");
        }
        PrintStores("above", "ref Cs::Unsafe.Add(ref target, row * targetWidth)", "row", strip => text.KeptRows switch
        {
            0 => $"row0{strip}",
            1 => text.Combine($"row0{strip}", $"row1{strip}"),
            _ => text.Combine($"row0{strip}", $"shared{strip}"),
        });
        using (writer.Indented("if (row + 1 == targetRows)"))
            writer.Line("break;");
        PrintStores("second", "ref Cs::Unsafe.Add(ref above, targetWidth)", "row + 1", strip => text.KeptRows switch
        {
            0 => $"row1{strip}",
            1 => text.Combine($"row1{strip}", $"row2{strip}"),
            _ => text.Combine($"shared{strip}", $"row{text.KeptRows + 1}{strip}"),
        });
        foreach (char strip in Letters)
        {
            for (int row = 0; row < text.KeptRows; row++)
                writer.Line($"row{row}{strip} = row{row + 2}{strip};");
        }
    }

    private void PrintStores(string name, string reference, string row, Func<char, string> value)
    {
        writer.Line($"ref {text.Element} {name} = {reference};");
        if (text.CountsTaps && !plan.OverGradient)
            writer.Line($"{(name == "above" ? "var " : "")}rowShare = TLanes.Broadcast(Cs::Unsafe.Add(ref rowShares, {row}));");
        foreach (char strip in Letters)
            writer.Line($"{text.Store}({text.Result(value(strip), $"share{strip}")}, ref {name}, column{strip});");
        if (name == "above")
            writer.Line("TPlacement.PrefetchTargetAhead(ref above, columnA, ahead);");
    }

    private string CombineRow(char strip, string row)
    {
        string arguments = $"(ref {row}, column{strip}{Text.Signed(-plan.Width.Lead)}{text.ShareArguments})";
        if (plan.HasEnds && strip == 'A')
            return $"CombineStart<TLanes, TVector, TStart>{arguments}";
        if (plan.HasEnds && strip == Last)
            return $"CombineEnd<TLanes, TVector, TEnd>{arguments}";
        return $"CombineRow<TLanes, TVector>{(text.ScalesRows ? $"(ref {row}, column{strip}{Text.Signed(-plan.Width.Lead)}, rowShare)" : arguments)}";
    }
}
