using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Separable;

namespace PoolGen.Generator.Strategies.ColumnWinners;

/// <summary>Prints how windows are found from a row of their columns, which is taken apart first where columns of neighbouring windows lie apart.</summary>
internal sealed class WindowColumnsPrinter(CodeWriter writer, KernelPlan kernel, ColumnWinnersPlan plan, ColumnText text)
{
    private int Stride => plan.Width.Stride;

    private int Columns => plan.Width.Kernel;

    private string Element => text.Element;

    private string Noun => text.Noun;

    /// <summary>Whether a row is taken apart, by a method of its own.</summary>
    public bool IsApart => !text.OfPixels && Stride > 1;

    private bool HasOneWinner => plan.Winner is not null;

    public void Print()
    {
        if (IsApart)
            PrintApart();
        writer.Line($"\n/// <summary>A row of windows from their columns, and the bits of those that hold the {Noun}.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void CombineColumns<TLanes, TVector, TPlacement, TValues>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, in Rt::ColumnScratch scratch, int line, nint target, nint recorded, nint recordedRows{text.Ends})"))
        {
            text.PrintExtents(writer, input: false);
            writer.Line($"ref {Element} {Line} = ref Cs::Unsafe.Add(ref operands.Scratch, {text.Cells(IsApart ? "scratch.Apart + line" : "line")});");
            writer.Line($"ref {Element} output = ref operands.Output;");
            writer.Line("ref TRecord records = ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), recorded);");
            if (IsApart)
                writer.Line("nint phase = scratch.Phase;");
            if (HasOneWinner)
                writer.Line("var others = TLanes.Zero; // bits of columns that hold a winner too");
            PrintWindows();
            if (HasOneWinner)
                PrintChoice();
        }
    }

    private string Line => IsApart ? "apart" : "combined";

    private void PrintApart()
    {
        writer.Line("\n/// <summary>A row of columns, apart by their places in a stride: neighbouring windows find each of their columns side by side.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void TakeApart<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::ColumnScratch scratch, int line)"))
        {
            writer.Line($"ref {Element} combined = ref Cs::Unsafe.Add(ref operands.Scratch, line);");
            writer.Line($"ref {Element} apart = ref Cs::Unsafe.Add(ref combined, scratch.Apart);");
            if (!plan.IsVectorised)
            {
                writer.Line($"Rt::ColumnsApart.Take(ref combined, ref apart, {Stride}, scratch);");
                return;
            }
            writer.Line("nint phase = scratch.Phase;");
            using (writer.Block("for (nint run = 0; run < scratch.Reached; run += TLanes.Count)"))
            {
                for (int part = 0; part < Stride; part++)
                    writer.Line($"var part{part} = TLanes.Load(ref combined, {Stride} * run{Text.Signed(part, "TLanes.Count")});");
                for (int phase = 0; phase < Stride; phase++)
                    writer.Line($"TLanes.Store({StrideText.Apart(Stride, phase, part => $"part{part}")}, ref apart, run{Text.Signed(phase, "phase")});");
            }
        }
    }

    private void PrintWindows()
    {
        var (body, first) = text.EachWindow(writer, "windows", IsApart ? 1 : Stride);
        using (body)
        {
            for (int tap = 0; tap < Columns; tap++)
                writer.Line($"var column{tap} = TLanes.Load(ref {Line}, {Place(first, tap)});");
            string columns = string.Join(", ", Enumerable.Range(0, Columns).Select(tap => $"column{tap}"));
            writer.Line($"TVector {Noun}, won;");
            using (writer.Block("if (typeof(TValues) == typeof(Rt::Numbers))"))
            {
                writer.Line($"{Noun} = Columns<TLanes, TVector>({columns}, out won);");
            }
            using (writer.Block("else"))
            {
                PrintInside();
                writer.Line($"{Noun} = ExactColumns<TLanes, TVector>({columns}, inside, out won);");
                if (kernel.Reduction.NaNIsEmpty)
                    writer.Line($"{Noun} = TLanes.SelectEqual({Noun}, {Noun}, {Noun}, TLanes.Broadcast({kernel.Reduction.Identity}));");
            }
            if (HasOneWinner)
                writer.Line($"others = TLanes.Or(others, {Others});");
            if (text.OfPixels)
            {
                writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({Noun}, ref output, target + at);");
                writer.Line("TLanes.StoreTaps(won, ref records, at);");
            }
            else
            {
                writer.Line($"Rt::RowAccess.StoreEnd<TLanes, TVector, TPlacement, {Element}>({Noun}, ref output, target + at, outputEnd, outputEnd); // behind the row stands the next, which comes later");
                writer.Line($"Rt::RowAccess.StoreTapsEnd<TLanes, TVector, TRecord, {Element}>(won, ref records, at, recordEnd - recorded);");
            }
        }
    }

    private string Others => text.OfPixels ? "TLanes.And(won, TLanes.AddToTaps(won, -1))" : "TLanes.SelectInside(at, windows, TLanes.And(won, TLanes.AddToTaps(won, -1)))";

    private void PrintChoice()
    {
        string name = kernel.Spec.Ties == TieRule.First ? "First" : "Last";
        using (writer.Indented("if (TLanes.LanesOf(TLanes.SelectTap(others, 0, TLanes.TapNumber(-1))) != ulong.MaxValue >> (64 - TLanes.Count)) // some window has several"))
            writer.Line($"Rt::ColumnChoice.{name}(ref records, ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), recordedRows), geometry);");
    }

    /// <summary>Where a column of the vector of windows at <c>at</c> lies.</summary>
    private string Place(string first, int tap)
    {
        int offset = tap * plan.Width.Dilation;
        return text.OfPixels ? $"{first}{text.Beside(offset)}" : $"{first}{Text.Signed(offset % Stride, "phase")}{Text.Signed(offset / Stride)}";
    }

    /// <summary>The bits of those columns of each window that lie inside the input.</summary>
    private void PrintInside()
    {
        if (!plan.Width.Clips)
        {
            writer.Line($"var inside = TLanes.TapNumber({(1L << Columns) - 1});");
            return;
        }
        if (text.OfPixels)
        {
            writer.Line("var taps = geometry.Width.Taps((int)(pixel / channels));");
            writer.Line($"var inside = {WinnersPrinter.Inside("taps", 0)};");
            return;
        }
        writer.Line($"nint left = {Text.Times(Stride, "at")} - geometry.Width.PaddingBegin;");
        for (int tap = 0; tap < Columns; tap++)
        {
            string bit = $"TLanes.SelectInsideStrided(left{Text.Signed(tap * plan.Width.Dilation)}, {Stride}, geometry.Width.InputExtent, TLanes.TapNumber(1 << {tap}))";
            writer.Line(tap == 0 ? $"var inside = {bit};" : $"inside = TLanes.Or(inside, {bit});");
        }
    }
}
