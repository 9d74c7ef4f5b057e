using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Prints forward passes over planes, with or without the tap numbers of winners.</summary>
internal sealed class PlaneForwardPrinter(CodeWriter writer, KernelPlan kernel, AdaptiveWindowsPlan plan, AdaptiveText text)
{
    private readonly PlaneRowsPrinter _rows = new(writer, kernel, text);

    private string Element => text.Element;

    private bool IsLast => kernel.Spec.Ties == TieRule.Last;

    private bool HasNumbers => text.RecordsTaps && plan.CombinesRows;

    // Rows combined, their numbers, the windows' columns.
    private const int ScratchRows = 3;

    public void Print()
    {
        writer.Line("\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    checked(Rt::WindowBounds.ScratchLength<{Element}>(geometry.Width, {ScratchRows}) + Rt::StripWidth.SquareLength<{Element}>());");
        PrintRun();
        if (plan.CombinesRows)
            _rows.PrintCombineRows(HasNumbers, IsLast);
        _rows.PrintWindows(plan.Divides);
        if (text.RecordsTaps)
        {
            PrintWinners();
            PrintWinner();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, text.Type))
        {
            writer.Line("var rows = geometry.Height;");
            writer.Line("var columns = geometry.Width;");
            writer.Line("nint width = columns.InputExtent;");
            writer.Line("int windows = columns.OutputExtent;");
            writer.Line("ref int bounds = ref Rt::WindowBounds.Fill(operands, columns);");
            if (plan.CombinesRows)
                writer.Line("ref var combined = ref Rt::WindowBounds.Row(operands, columns, 0);");
            if (HasNumbers)
                writer.Line($"ref int numbers = ref Cs::Unsafe.As<{Element}, int>(ref Rt::WindowBounds.Row(operands, columns, 1));");
            if (plan.Divides)
                writer.Line("ref var widths = ref Rt::WindowBounds.FillWidths(operands, columns, 2);");
            writer.Line($"ref var vectors = ref Rt::WindowBounds.Row(operands, columns, {ScratchRows});");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("ref var input = ref Cs::Unsafe.Add(ref operands.Input, plane * geometry.InputPlane);");
                writer.Line("nint target = plane * geometry.OutputPlane;");
                using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++, target += windows)"))
                    PrintRow();
            }
        }
    }

    private void PrintRow()
    {
        writer.Line("int top = rows.Start(row), height = rows.End(row) - top;");
        writer.Line("ref var source = ref Cs::Unsafe.Add(ref input, top * width);");
        if (plan.CombinesRows)
            PrintCombination();
        writer.Line("ref var output = ref Cs::Unsafe.Add(ref operands.Output, target);");
        writer.Line($"Windows<TLanes, TVector>(ref source, ref bounds, windows, {(plan.Divides ? "height, ref widths, " : "")}ref vectors, ref output);");
        if (text.RecordsTaps)
            writer.Line($"Winners<TLanes, TVector>(ref source, {(HasNumbers ? "ref numbers, " : "")}ref bounds, columns, ref output, ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), target));");
    }

    private void PrintCombination()
    {
        // A single row is taken as it is, but where rows are numbered it has to have a number.
        string call = $"CombineRows<TLanes, TVector>(ref source, width, height, ref combined{(HasNumbers ? ", ref numbers" : "")});";
        if (HasNumbers)
        {
            writer.Line(call);
            writer.Line("source = ref combined;");
            return;
        }
        using (writer.Block("if (height > 1)"))
        {
            writer.Line(call);
            writer.Line("source = ref combined;");
        }
    }

    private void PrintWinners()
    {
        writer.Line("\n/// <summary>The tap numbers of a row's winners, row by row in windows as wide as the widest.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Winners<TLanes, TVector>(ref {Element} row, {(HasNumbers ? "ref int numbers, " : "")}ref int bounds, Rt::AxisGeometry columns, ref {Element} output, ref TRecord taps)"))
        using (writer.Block("for (int window = 0; window < columns.OutputExtent; window++)"))
        {
            writer.Line("int first = Cs::Unsafe.Add(ref bounds, 2 * window);");
            writer.Line("int size = Cs::Unsafe.Add(ref bounds, 2 * window + 1) - first;");
            string numbers = HasNumbers ? "ref Cs::Unsafe.Add(ref numbers, first), columns.MostTaps, " : "";
            writer.Line($"int winner = Winner<TLanes, TVector>(ref Cs::Unsafe.Add(ref row, first), {numbers}size, Cs::Unsafe.Add(ref output, window));");
            writer.Line($"{text.OneLane}.StoreTaps({text.OneLane}.TapNumber(winner), ref taps, window);");
        }
    }

    /// <summary>Prints the search for the first or last tap that equals a window's extreme; vectors without one are passed over.</summary>
    private void PrintWinner()
    {
        string order = IsLast ? "last" : "first";
        writer.Line($"\n/// <summary>The tap number of a window's {order} winner; -1 where there is none.</summary>");
        using (KernelFrame.InlinedMethod(
            writer,
            text.Type,
            $"private static int Winner<TLanes, TVector>(ref {Element} columns, {(HasNumbers ? "ref int numbers, int most, " : "")}int size, {Element} extreme)"))
        {
            writer.Line("int winner = -1;");
            using (writer.Block("for (int next = 0; next < size; next += TLanes.Count)"))
            {
                string passed = kernel.Reduction.IsMaximum ? "AllBelow" : "AllAbove";
                using (writer.Indented($"if (next + TLanes.Count <= size && TLanes.{passed}(TLanes.Load(ref columns, next), extreme))"))
                    writer.Line("continue;");
                using (writer.Block("for (int column = next; column < global::System.Math.Min(size, next + TLanes.Count); column++)"))
                {
                    writer.Line($"{Element} value = Cs::Unsafe.Add(ref columns, column);");
                    using (writer.Block($"if ({text.Wins("value", "extreme")})"))
                    {
                        if (HasNumbers)
                        {
                            writer.Line("int number = Cs::Unsafe.Add(ref numbers, column) * most + column;");
                            using (writer.Indented(IsLast ? "if (number > winner)" : "if (winner < 0 || number < winner)"))
                                writer.Line("winner = number;");
                        }
                        else
                        {
                            writer.Line(IsLast ? "winner = column;" : "return column;");
                        }
                    }
                }
            }
            writer.Line("return winner;");
        }
    }
}
