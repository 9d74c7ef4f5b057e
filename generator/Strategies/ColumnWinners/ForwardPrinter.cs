using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Separable;

namespace PoolGen.Generator.Strategies.ColumnWinners;

/// <summary>
/// Prints the forward pass. Rows are added up as they are first needed: where a unit has anything but numbers, it is gone through again by exact operations.
/// </summary>
internal sealed class ForwardPrinter(CodeWriter writer, KernelPlan kernel, ColumnWinnersPlan plan)
{
    private const string EachRow = "for (int row = first, line = 0; row < behind; row++, line += scratch.Line)";

    private readonly ColumnText _text = new(kernel);
    private readonly WindowColumnsPrinter _columns = new(writer, kernel, plan, new(kernel));

    // Which of several columns holds the one winner, their rows tell: until then, all count.
    private readonly WinnersPrinter _winners = new(writer, kernel with { Spec = kernel.Spec with { Ties = TieRule.All } });

    private int Rows => plan.Height.Kernel;

    private string Element => _text.Element;

    private string Noun => _text.Noun;

    private string Parameters => $"in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, in Rt::ColumnScratch scratch";

    public void Print()
    {
        string extent = _text.OfPixels ? "geometry.Channels" : "geometry.Width.InputExtent";
        string written = _text.OfPixels ? "geometry.Channels" : "geometry.Width.OutputExtent";
        using (KernelFrame.Struct(writer, kernel, plan, extent, rowExtent: written))
        {
            writer.Line();
            writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => Rt::ColumnScratch.Of<{Element}>(geometry).ForwardBytes;");
            PrintRun();
            PrintWindows();
            PrintCombineRows();
            _columns.Print();
            foreach (bool isExact in (bool[])[false, true])
                PrintWinners(isExact);
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line($"var scratch = Rt::ColumnScratch.Of<{Element}>(geometry);");
            writer.Line($"operands.FillScratch(0, {_text.CellCount("scratch.Apart")}, {kernel.Reduction.Identity}); // also what stands for columns of padding");
            if (!_text.OfPixels)
                writer.Line("nint outputEnd = end * geometry.OutputPlane, recordEnd = end * scratch.Records.Unit;");
            _text.PrintUnits(writer, (input, output, record) =>
            {
                string arguments = $"(operands, geometry, scratch, {input}, {output}, {record}{_text.EndArguments})";
                using (writer.Indented($"if (!Windows<TLanes, TVector, TPlacement, Rt::Numbers>{arguments})"))
                    writer.Line($"Windows<TLanes, TVector, TPlacement, Rt::AnyValues>{arguments};");
            });
        }
    }

    private IDisposable Method(string signature, string parameters) => KernelFrame.HotMethod(writer, kernel.Spec.Element, $"private static {signature}({Parameters}, {parameters})");

    private void PrintWindows()
    {
        writer.Line($"\n/// <summary>A {_text.Unit}, row of windows by row of windows. Whether all of its elements are numbers that {(kernel.Reduction.IsMaximum ? "exceed" : "fall below")} the {Noun} of nothing.</summary>");
        using (Method("bool Windows<TLanes, TVector, TPlacement, TValues>", $"nint source, nint target, nint recorded{_text.Ends}"))
        {
            writer.Line("var rows = geometry.Height;");
            writer.Line("var records = scratch.Records;");
            if (!_text.OfPixels)
                writer.Line("records.ClearOverhang(ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), recorded));");
            _text.PrintExtents(writer);
            PrintFirstSum();
            using (writer.Block("for (int first = 0; first < rows.OutputExtent; first += scratch.Band)"))
            {
                writer.Line("int behind = global::System.Math.Min(first + scratch.Band, rows.OutputExtent);");
                using (writer.Indented(EachRow))
                    writer.Line("sum = CombineRows<TLanes, TVector, TPlacement, TValues>(operands, geometry, scratch, line, row, source, recorded + row * records.Row, sum);");
                if (_columns.IsApart)
                {
                    using (writer.Indented(EachRow))
                        writer.Line("TakeApart<TLanes, TVector>(operands, scratch, line);");
                }
                using (writer.Indented(EachRow))
                    writer.Line($"CombineColumns<TLanes, TVector, TPlacement, TValues>(operands, geometry, scratch, line, target + row * windows, recorded + records.Windows + row * windows, recorded + row * records.Row{_text.EndArguments});");
            }
            writer.Line($"return {_winners.AreNumbers("sum")};");
        }
    }

    /// <summary>The sum of what is not added up while it is combined: of the first windows' rows, those that windows above them would have.</summary>
    private void PrintFirstSum()
    {
        writer.Line("var sum = TLanes.Zero;");
        if (plan is { AddsWhileCombining: true, FirstNewRow: 0 })
            return;
        string rows = plan.AddsWhileCombining ? $"global::System.Math.Clamp(rows.Start(0) + {plan.FirstNewRow}, 0, rows.InputExtent)" : "rows.InputExtent";
        using (writer.Indented("if (typeof(TValues) == typeof(Rt::Numbers))"))
            writer.Line($"sum = Rt::ElementSums.Add<TLanes, TVector, {Element}>(ref Cs::Unsafe.Add(ref operands.Input, source), {rows} * width);");
    }

    private void PrintCombineRows()
    {
        writer.Line($"\n/// <summary>The {Noun} of each column of a row of windows, and the bits of the rows that hold it. Returns the sum, and the rows that no row of windows before has added to it.</summary>");
        using (Method("TVector CombineRows<TLanes, TVector, TPlacement, TValues>", "int line, int row, nint source, nint recorded, TVector sum"))
        {
            bool clips = plan.Height.Clips;
            _text.PrintExtents(writer, output: false);
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line($"ref {Element} combined = ref Cs::Unsafe.Add(ref operands.Scratch, {_text.Cells("line + geometry.Width.PaddingBegin")});");
            if (clips)
            {
                writer.Line("var taps = geometry.Height.Taps(row); // others lie outside: one that does not is taken twice, and does not win");
                writer.Line($"var inside = {WinnersPrinter.Inside("taps", 0)};");
                if (plan.Height.Dilation > 1)
                    PrintEmpty();
            }
            string first = $"source + geometry.Height.Start(row) * width";
            for (int tap = 0; tap < Rows; tap++)
            {
                string at = !clips
                    ? tap == 0 ? $"ref operands.Input, {first}" : $"ref row{tap - 1}, {Text.Times(plan.Height.Dilation, "width")}"
                    : $"ref operands.Input, {first} + {(plan.Height.Dilation == 1 ? "" : $"{plan.Height.Dilation} * ")}taps.Nearest({tap}) * width";
                writer.Line($"ref {Element} row{tap} = ref Cs::Unsafe.Add({at});");
            }
            using (ColumnText.EachElement(writer, "width"))
            {
                string taps = string.Join(", ", Enumerable.Range(0, Rows).Select(tap => $"tap{tap}"));
                foreach (int tap in Enumerable.Range(0, Rows))
                    writer.Line($"var tap{tap} = TLanes.Load(ref row{tap}, at);");
                writer.Line($"TVector {Noun}, won;");
                using (writer.Block("if (typeof(TValues) == typeof(Rt::Numbers))"))
                {
                    writer.Line($"{Noun} = Rows<TLanes, TVector>({taps}, out won);");
                    if (plan.AddsWhileCombining)
                        writer.Line($"sum = TLanes.Add(sum, {NewRows.Select(tap => $"tap{tap}").Aggregate((left, right) => $"TLanes.Add({left}, {right})")});");
                }
                using (writer.Indented("else"))
                    writer.Line($"{Noun} = ExactRows<TLanes, TVector>({taps}, {(clips ? "inside" : $"TLanes.TapNumber({(1L << Rows) - 1})")}, out won);");
                if (plan.AddsWhileCombining)
                {
                    foreach (int tap in NewRows)
                        writer.Line($"TPlacement.Prefetch(ref row{tap}, at + {Text.Times(plan.Height.Stride, "width")}, TLanes.Count);");
                }
                writer.Line($"TLanes.Store({Noun}, ref combined, at);");
                string winners = clips ? "TLanes.And(won, inside)" : "won";
                writer.Line($"TLanes.StoreTaps({(plan.Winner is { } winner ? $"TLanes.{winner}({winners})" : winners)}, ref records, recorded + at);");
            }
            writer.Line("return sum;");
        }
    }

    /// <summary>Dilated windows of padding may have no tap inside.</summary>
    private void PrintEmpty()
    {
        using (writer.Block("if (taps.Count == 0)"))
        {
            using (ColumnText.EachElement(writer, "width"))
            {
                writer.Line($"TLanes.Store(TLanes.Broadcast({kernel.Reduction.Identity}), ref combined, at);");
                writer.Line("TLanes.StoreTaps(TLanes.Zero, ref records, recorded + at);");
            }
            writer.Line("return sum;");
        }
    }

    private IEnumerable<int> NewRows => Enumerable.Range(plan.FirstNewRow, Rows - plan.FirstNewRow);

    private void PrintWinners(bool isExact)
    {
        _winners.PrintMethod(
            isExact ? "ExactRows" : "Rows",
            isExact ? "The same for any values, where only some rows are inside the input." : $"The {Noun} of a column from its rows, and the bits of those that hold it.",
            "row",
            Rows,
            firstBit: 0,
            others: null,
            isExact);
        _winners.PrintMethod(
            isExact ? "ExactColumns" : "Columns",
            isExact ? "The same for any values, where only some columns are inside the input." : $"The {Noun} of a window from those of its columns, and the bits of those that hold it.",
            "column",
            plan.Width.Kernel,
            firstBit: 0,
            others: null,
            isExact);
    }
}
