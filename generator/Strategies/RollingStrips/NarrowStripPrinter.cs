using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>Prints the method of a strip that may hang over both ends of a row: every load and store has a mask, computed once.</summary>
internal sealed class NarrowStripPrinter(CodeWriter writer, KernelPlan kernel, RollingStripsPlan plan, SweepText text)
{
    private string Masks => string.Join(", ", Enumerable.Range(0, plan.Width.Kernel).Select(tap => $"inside{tap}"));

    public void Print()
    {
        writer.Line("\n/// <summary>A strip of columns that may hang over the ends of a row, from the top of each plane to its bottom.</summary>");
        using (KernelFrame.HotMethod(writer, kernel.Spec.Element, $"private static void Narrow<TLanes, TVector>({text.Parameters})"))
        {
            foreach (string local in text.Locals)
                writer.Line(local);
            writer.Line("var inside = TLanes.Inside(column, targetWidth);");
            for (int tap = 0; tap < plan.Width.Kernel; tap++)
                writer.Line($"var inside{tap} = TLanes.Inside(column{Text.Signed(tap - plan.Width.Lead)}, sourceWidth);");
            if (text.CountsTaps && !plan.OverGradient)
                writer.Line("var share = TLanes.LoadInside(ref columnShares, column, targetWidth, inside);");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                foreach (string local in text.PlaneLocals)
                    writer.Line(local);
                PrintFirstRows();
                using (writer.Block("for (int row = 0; row < targetRows; row++)"))
                    PrintStep();
            }
        }
        PrintCombination();
    }

    private void PrintFirstRows()
    {
        if (text.KeptRows == 0)
            return;
        writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, text.KeptRows).Select(row => $"row{row} = identity"))};");
        if (text.FirstRows <= 0)
            return;
        using (writer.Block($"for (int above = 0; above < {text.FirstRows}; above++)"))
        {
            PrintRowLocals("above");
            for (int row = 0; row + 1 < text.KeptRows; row++)
                writer.Line($"row{row} = row{row + 1};");
            writer.Line($"row{text.KeptRows - 1} = {CombineRow};");
        }
    }

    private void PrintRowLocals(string number)
    {
        writer.Line($"ref {text.Element} below = {SweepText.Row(number)};");
        if (text.ScalesRows)
            writer.Line($"var rowShare = {SweepText.RowShare(number)};");
    }

    private void PrintStep()
    {
        writer.Line($"int next = row{Text.Signed(text.FirstRows)};");
        PrintRowLocals("next");
        writer.Line($"var row{text.KeptRows} = {CombineRow};");
        string value = Enumerable.Range(1, text.KeptRows).Aggregate("row0", (joined, row) => text.Combine(joined, $"row{row}"));
        if (text.CountsTaps && !plan.OverGradient)
            writer.Line("var rowShare = TLanes.Broadcast(Cs::Unsafe.Add(ref rowShares, row));");
        writer.Line($"ref {text.Element} above = ref Cs::Unsafe.Add(ref target, row * targetWidth);");
        writer.Line($"TLanes.StoreInside({text.Result(value, "share")}, ref above, column, targetWidth, inside);");
        for (int row = 0; row < text.KeptRows; row++)
            writer.Line($"row{row} = row{row + 1};");
    }

    private string CombineRow => $"CombineNarrow<TLanes, TVector>(ref below, column{Text.Signed(-plan.Width.Lead)}, sourceWidth{text.ShareArguments}, {Masks})";

    private void PrintCombination()
    {
        string noun = kernel.Reduction.Noun;
        string shares = text.ScalesRows ? $", ref {text.Element} columnShares, TVector rowShare" : "";
        string masks = string.Join(", ", Enumerable.Range(0, plan.Width.Kernel).Select(tap => $"TVector inside{tap}"));
        writer.Line("\n/// <summary>The columns of a window combined, for one row and a vector of windows; those outside the row take no part.</summary>");
        using (KernelFrame.InlinedMethod(
            writer, kernel.Spec.Element, $"private static TVector CombineNarrow<TLanes, TVector>(ref {text.Element} row, nint start, nint extent{shares}, {masks})"))
        {
            for (int tap = 0; tap < plan.Width.Kernel; tap++)
            {
                string at = $"start{Text.Signed(tap)}, extent, inside{tap}";
                string fill = kernel.Reduction.Identity == "0" ? "" : $", {text.Identity}";
                string value = $"TLanes.LoadInside(ref row, {at}{fill})";
                if (text.ScalesRows)
                    value = $"TLanes.Multiply({value}, TLanes.LoadInside(ref columnShares, {at}))";
                writer.Line(tap == 0 ? $"var {noun} = {value};" : $"{noun} = {text.Combine(noun, value)};");
            }
            writer.Line(text.ScalesRows ? $"return TLanes.Multiply({noun}, rowShare);" : $"return {noun};");
        }
    }
}
