using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>
/// Prints the method of a strip that may hang over both ends of a row: every load has a mask, computed once. Its vectors are strips of one plane, or
/// of two planes in each half.
/// </summary>
internal sealed class NarrowStripPrinter(CodeWriter writer, KernelPlan kernel, RollingStripsPlan plan, SweepText text)
{
    private string Masks => string.Join(", ", Enumerable.Range(0, plan.Width.Kernel).Select(tap => $"inside{tap}"));

    public void Print()
    {
        if (plan.NarrowChecksForNaN && plan.PairsPlanes)
            PrintContract();
        writer.Line("\n/// <summary>A strip of columns that may hang over the ends of a row, from the top of each plane to its bottom; of two planes, <paramref name=\"apart\"/> planes apart.</summary>");
        using (KernelFrame.HotMethod(writer, kernel.Spec.Element, $"{(plan.PairsPlanes && !plan.NarrowChecksForNaN ? "public" : "private")} static void Narrow<TLanes, TVector, TRows{text.Values}>({text.Parameters}, int apart)"))
        {
            foreach (string line in text.FillShares)
                writer.Line(line);
            foreach (string local in text.Locals)
                writer.Line(local);
            writer.Line("nint sourceApart = apart * sourcePlane, targetApart = apart * targetPlane;");
            writer.Line($"var inside = {Rows("Inside")}(column, targetWidth);");
            for (int tap = 0; tap < plan.Width.Kernel; tap++)
                writer.Line($"var inside{tap} = {Rows("Inside")}(column{Text.Signed(tap - plan.Width.Lead)}, sourceWidth);");
            if (text.CountsTaps && !plan.OverGradient)
                writer.Line($"var share = {Rows("LoadShared")}(ref columnShares, column, targetWidth, inside);");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                foreach (string local in text.PlaneLocals)
                    writer.Line(local);
                PrintFirstRows();
                using (writer.Block("for (int row = 0; row < targetRows; row++)"))
                    PrintStep();
                text.PrintOtherValues(writer, "Narrow<TLanes, TVector, TRows", ", apart");
            }
        }
        PrintCombination();
    }

    /// <summary>What the runtime calls.</summary>
    private void PrintContract()
    {
        writer.Line();
        KernelFrame.HotCall(
            writer,
            kernel.Spec.Element,
            $"public static void Narrow<TLanes, TVector, TRows>({text.Parameters}, int apart)",
            $"Narrow<TLanes, TVector, TRows{text.Numbers}>(operands, geometry, column, begin, end, apart);");
    }

    private void PrintFirstRows()
    {
        if (text.KeptRows > 0 && text.FirstRows == 1 && !text.ScalesRows)
        {
            PrintOnlyFirstRow();
            return;
        }
        if (plan.NarrowChecksForNaN)
            writer.Line(SweepText.Sum("TLanes.Zero", begins: true));
        if (text.KeptRows == 0)
            return;
        writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, text.KeptRows).Select(row => $"row{row} = identity"))};");
        if (text.FirstRows <= 0)
            return;
        using (writer.Block($"for (int above = 0; above < {text.FirstRows}; above++)"))
        {
            PrintRowShare("above");
            PrintShift(text.KeptRows - 1);
            PrintRow($"row{text.KeptRows - 1}", "above", declares: false);
        }
    }

    /// <summary>The row above the first step; a plane has one.</summary>
    private void PrintOnlyFirstRow()
    {
        if (text.KeptRows > 1)
            writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, text.KeptRows - 1).Select(row => $"row{row} = identity"))};");
        string row = $"row{text.KeptRows - 1}";
        writer.Line($"var {row} = {CombineNarrow("ref source")};");
        if (plan.NarrowChecksForNaN)
            writer.Line(SweepText.Sum(row, begins: true));
    }

    private void PrintShift(int rows)
    {
        if (rows > 0)
            writer.Line(string.Join(" ", Enumerable.Range(0, rows).Select(row => $"row{row} = row{row + 1};")));
    }

    private void PrintRowShare(string number)
    {
        if (text.ScalesRows)
            writer.Line($"var rowShare = {SweepText.RowShare(number)};");
    }

    private string Rows(string operation) => $"TRows.{operation}<TLanes, TVector, {text.Element}>";

    private void PrintStep()
    {
        writer.Line($"int next = row{Text.Signed(text.FirstRows)};");
        PrintRowShare("next");
        PrintRow($"row{text.KeptRows}", "next", declares: true);
        string value = Enumerable.Range(1, text.KeptRows).Aggregate("row0", (joined, row) => text.Combine(joined, $"row{row}"));
        if (text.CountsTaps && !plan.OverGradient)
            writer.Line("var rowShare = TLanes.Broadcast(Cs::Unsafe.Add(ref rowShares, row));");
        writer.Line($"ref {text.Element} above = ref Cs::Unsafe.Add(ref target, row * targetWidth);");
        writer.Line($"{Rows("StoreInside")}({text.Result(value, "share", "rowShare")}, ref above, targetApart, column, targetWidth, inside);");
        PrintShift(text.KeptRows);
    }

    private void PrintRow(string name, string number, bool declares)
    {
        writer.Line($"{(declares ? "var " : "")}{name} = {number} < sourceRows ? {CombineNarrow(SweepText.RowInside(number))} : identity;");
        if (plan.NarrowChecksForNaN)
            writer.Line(SweepText.Sum(name));
    }

    private string CombineNarrow(string row) =>
        $"CombineNarrow<TLanes, TVector, TRows{text.Values}>({row}, sourceApart, column{Text.Signed(-plan.Width.Lead)}, sourceWidth{text.ShareArguments}, {Masks})";

    private void PrintCombination()
    {
        string shares = text.ScalesRows ? $", ref {text.Element} columnShares, TVector rowShare" : "";
        string masks = string.Join(", ", Enumerable.Range(0, plan.Width.Kernel).Select(tap => $"TVector inside{tap}"));
        writer.Line("\n/// <summary>The columns of a window combined, for one row and a vector of windows, or two rows; those outside the row take no part.</summary>");
        using (KernelFrame.InlinedMethod(
            writer, kernel.Spec.Element, $"private static TVector CombineNarrow<TLanes, TVector, TRows{text.Values}>(ref {text.Element} row, nint apart, nint start, nint extent{shares}, {masks})"))
        {
            if (plan.PairsPlanes)
            {
                using (writer.Block("if (typeof(TRows) == typeof(Rt::TwoRows))"))
                    PrintHalves();
            }
            RowCombinationPrinter.PrintReturn(writer, kernel, text, [.. plan.Order(0, plan.Width.Kernel).Select(Load)], text.ScalesRows ? "rowShare" : null);
            string Load(int tap)
            {
                string at = $"start{Text.Signed(tap)}, extent, inside{tap}";
                string fill = kernel.Reduction.Identity == "0" ? "" : $", {text.Identity}";
                string value = $"TLanes.LoadInside(ref row, {at}{fill})";
                return text.ScalesRows ? $"TLanes.Multiply({value}, TLanes.LoadInside(ref columnShares, {at}))" : value;
            }
        }
    }

    private string Noun => kernel.Reduction.Noun;

    /// <summary>A whole row is in half a vector: its columns are shifted in from there, and identities behind them.</summary>
    private void PrintHalves()
    {
        (int before, int behind) = (plan.Width.Lead, plan.Width.Kernel - 1 - plan.Width.Lead);
        string row = "TLanes.LoadHalves(ref row, 0, apart)";
        if (text.ScalesRows)
            row = $"TLanes.Multiply({row}, TLanes.LoadHalves(ref columnShares, 0, 0))";
        writer.Line($"var rows = {(kernel.Reduction.Identity == "0" ? $"TLanes.And({row}, inside{before})" : $"TLanes.Select(inside{before}, {row}, {text.Identity})")};");
        for (int column = 1; column <= before; column++)
            writer.Line($"var before{column} = TLanes.ShiftInHalves({text.Identity}, {(column == 1 ? "rows" : $"before{column - 1}")});");
        for (int column = 1; column <= behind; column++)
            writer.Line($"var behind{column} = TLanes.ShiftOutHalves({(column == 1 ? "rows" : $"behind{column - 1}")}, {text.Identity});");

        // In the order of a single row's: sums do not depend on which planes are pairs.
        IEnumerable<string> columns = plan.Order(0, plan.Width.Kernel).Select(tap => tap < before ? $"before{before - tap}" : tap == before ? "rows" : $"behind{tap - before}");
        string combined = columns.Aggregate(text.Combine);
        writer.Line($"return {(text.ScalesRows ? $"TLanes.Multiply({combined}, rowShare)" : combined)};");
    }
}
