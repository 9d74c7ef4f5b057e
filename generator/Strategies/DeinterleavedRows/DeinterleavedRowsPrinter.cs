using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>Prints deinterleaved rows: the rows of outputs, the combination of input rows, and the end of a window.</summary>
internal sealed class DeinterleavedRowsPrinter(CodeWriter writer, KernelPlan kernel, DeinterleavedRowsPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;
    private readonly ReductionPlan _reduction = kernel.Reduction;

    private AxisSpec Height => _spec.Axes[0];

    private AxisSpec Width => _spec.Axes[1];

    private string Element => _spec.Element.Keyword;

    private string Suffix => _spec.Element.Suffix;

    private string Noun => _reduction.Noun;

    private bool CountsTaps => !_reduction.HasWinners && _spec.Clips && _spec.Divisor.Kind != DivisorKind.Fixed;

    /// <summary>Where the even column of the first window's pair lies: a window of three columns has one before it.</summary>
    private int FirstPair => (plan.Carries ? 1 : 0) - Width.PaddingBegin;

    public void Print()
    {
        // Clipped loads and stores let a vector be wider than a row, so the narrowest that holds a row is the best.
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: "2 * geometry.Width.OutputExtent - 1"))
        {
            PrintRun();
            PrintRow();
            PrintCombineRows(clipped: false);
            PrintCombineRows(clipped: true);
            PrintFinish();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, _spec.Element))
        {
            writer.Line("var rows = geometry.Height;");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++)"))
            {
                writer.Line("nint source = plane * geometry.InputPlane + rows.Start(row) * (nint)geometry.Width.InputExtent;");
                writer.Line("nint target = plane * geometry.OutputPlane + row * (nint)geometry.Width.OutputExtent;");
                writer.Line("Row<TLanes, TVector>(operands, geometry, row, source, target);");
            }
        }
    }

    private void PrintRow()
    {
        writer.Line("\n/// <summary>One row of outputs from the input rows of its windows, of which the first begins at <paramref name=\"source\"/>.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            _spec.Element,
            $"private static void Row<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int row, nint source, nint target)"))
        {
            writer.Line($"ref {Element} input = ref operands.Input;");
            writer.Line($"ref {Element} output = ref operands.Output;");
            writer.Line("var columns = geometry.Width;");
            writer.Line("nint rowStep = " + (Height.Dilation == 1 ? "columns.InputExtent;" : $"{Height.Dilation} * (nint)columns.InputExtent;"));
            writer.Line("var rowTaps = geometry.Height.Taps(row);");
            if (plan.Carries)
                PrintFirstCarry();
            writer.Line();
            writer.Line("int column = 0;");
            if (FirstPair >= 0)
                PrintMainLoop();
            PrintEdgeLoop();
        }
    }

    /// <summary>The column before the first pair: padding, or the input's first.</summary>
    private void PrintFirstCarry()
    {
        string first = FirstPair == 0 || Width.PaddingBegin > 0
            ? $"TLanes.Broadcast({_reduction.Identity})"
            : "CombineClippedRows<TLanes, TVector>(ref input, source, rowStep, 1 - TLanes.Count, columns.InputExtent, rowTaps)";
        writer.Line($"var carry = {first};");
    }

    private void PrintMainLoop()
    {
        string start = Offset("2 * column", FirstPair);
        writer.Line($"if (rowTaps.Count == {Height.Kernel})");
        using (writer.Block())
        {
            writer.Line($"int whole = columns.InputExtent - {2 * plan.Blocks} * TLanes.Count; // the last start of a step inside the row");
            using (writer.Block($"for (; {start} <= whole && column + {plan.Blocks} * TLanes.Count <= columns.OutputExtent; column += {plan.Blocks} * TLanes.Count)"))
            {
                writer.Line("// Memory is read in order: a run of one row, then of the next.");
                writer.Line($"nint row0 = source + {start};");
                for (int row = 1; row < Height.Kernel; row++)
                    writer.Line($"nint row{row} = row{row - 1} + rowStep;");
                for (int row = 0; row < Height.Kernel; row++)
                {
                    for (int vector = 0; vector < 2 * plan.Blocks; vector++)
                    {
                        string load = $"TLanes.Load(ref input, row{row}{(vector == 0 ? "" : vector == 1 ? " + TLanes.Count" : $" + {vector} * TLanes.Count")})";
                        string name = $"{Noun}{vector}";
                        writer.Line(row == 0 ? $"var {name} = {load};" : $"{name} = TLanes.{_reduction.Combine}({name}, {load});");
                    }
                }
                for (int block = 0; block < plan.Blocks; block++)
                    PrintBlock(block, $"{Noun}{2 * block}", $"{Noun}{2 * block + 1}", block == 0 ? "column" : block == 1 ? "column + TLanes.Count" : $"column + {block} * TLanes.Count", clipped: false);
            }
        }
    }

    private void PrintEdgeLoop()
    {
        using (writer.Block("for (; column < columns.OutputExtent; column += TLanes.Count)"))
        {
            writer.Line($"int first = {Offset("2 * column", FirstPair)};");
            string inside = FirstPair < 0 ? "first >= 0 && first + 2 * TLanes.Count <= columns.InputExtent" : "first + 2 * TLanes.Count <= columns.InputExtent";
            writer.Line($"bool whole = rowTaps.Count == {Height.Kernel} && {inside};");
            foreach ((string name, string at) in new[] { ("low", "first"), ("high", "first + TLanes.Count") })
            {
                writer.Line($"var {name} = whole");
                writer.Line($"    ? CombineRows<TLanes, TVector>(ref input, source + {at}, rowStep)");
                writer.Line($"    : CombineClippedRows<TLanes, TVector>(ref input, source, rowStep, {at}, columns.InputExtent, rowTaps);");
            }
            PrintBlock(0, "low", "high", "column", clipped: true);
        }
    }

    /// <summary>The windows of one vector of outputs, from the combined rows of two vectors of columns.</summary>
    private void PrintBlock(int block, string low, string high, string column, bool clipped)
    {
        string number = clipped ? "" : $"{block}";
        if (plan.Carries)
            writer.Line($"var odd{number} = TLanes.Odd({low}, {high});");
        string odd = plan.Carries ? $"odd{number}" : $"TLanes.Odd({low}, {high})";
        writer.Line($"var window{number} = TLanes.{_reduction.Combine}(TLanes.Even({low}, {high}), {odd});");
        if (plan.Carries)
        {
            writer.Line($"window{number} = TLanes.{_reduction.Combine}(TLanes.ShiftIn(carry, odd{number}), window{number});");
            writer.Line($"carry = odd{number};");
        }
        string arguments = CountsTaps ? $"window{number}, {column}, columns, rowTaps" : $"window{number}";
        string value = NeedsFinish ? $"Finish<TLanes, TVector>({arguments})" : $"window{number}";
        writer.Line(clipped
            ? $"TLanes.StoreClipped({value}, ref Cs::Unsafe.Add(ref output, target), column, columns.OutputExtent);"
            : $"TLanes.Store({value}, ref output, target + {column});");
    }

    private void PrintCombineRows(bool clipped)
    {
        string parameters = clipped
            ? $"ref {Element} input, nint source, nint rowStep, nint column, nint extent, Rt::TapRange rowTaps"
            : $"ref {Element} input, nint row0, nint rowStep";
        string name = clipped ? "CombineClippedRows" : "CombineRows";
        writer.Line(clipped
            ? "\n/// <summary>The same at the input's edge: what lies outside takes no part.</summary>"
            : "\n/// <summary>The rows of a window combined, for a vector of columns.</summary>");
        using (KernelFrame.InlinedMethod(writer, _spec.Element, $"private static TVector {name}<TLanes, TVector>({parameters})"))
        {
            if (clipped)
            {
                writer.Line($"var identity = TLanes.Broadcast({_reduction.Identity});");
                writer.Line($"var {Noun} = identity;");
                using (writer.Block("for (int tap = rowTaps.First; tap < rowTaps.End; tap++)"))
                {
                    writer.Line($"ref {Element} row = ref Cs::Unsafe.Add(ref input, source + tap * rowStep);");
                    writer.Line($"{Noun} = TLanes.{_reduction.Combine}({Noun}, TLanes.LoadClipped(ref row, column, extent, identity));");
                }
            }
            else
            {
                writer.Line($"var {Noun} = TLanes.Load(ref input, row0);");
                for (int row = 1; row < Height.Kernel; row++)
                {
                    string step = row == 1 ? "rowStep" : $"{row} * rowStep";
                    writer.Line($"{Noun} = TLanes.{_reduction.Combine}({Noun}, TLanes.Load(ref input, row0 + {step}));");
                }
            }
            writer.Line($"return {Noun};");
        }
    }

    private bool NeedsFinish => !_reduction.HasWinners || _reduction.NaNIsEmpty;

    /// <summary>From the combined taps of a window to its value.</summary>
    private void PrintFinish()
    {
        if (!NeedsFinish)
            return;
        string more = CountsTaps ? ", int column, Rt::AxisGeometry columns, Rt::TapRange rowTaps" : "";
        writer.Line("\n/// <summary>The value of a window from its combined taps.</summary>");
        using (KernelFrame.InlinedMethod(writer, _spec.Element, $"private static TVector Finish<TLanes, TVector>(TVector {Noun}{more})"))
        {
            if (_reduction.NaNIsEmpty)
            {
                writer.Line($"return TLanes.SelectEqual({Noun}, {Noun}, {Noun}, TLanes.Broadcast({_reduction.Identity}));");
                return;
            }

            int divisor = _spec.Divisor.Kind == DivisorKind.Fixed ? _spec.Divisor.Value : _spec.Taps;
            string whole = $"return TLanes.Multiply({Noun}, TLanes.Broadcast(1{Suffix} / {divisor}{Suffix}));";
            if (!CountsTaps)
            {
                writer.Line(whole);
                return;
            }

            using (writer.Indented($"if (rowTaps.{Counted} == {Height.Kernel} && column >= columns.InteriorBegin && column + TLanes.Count <= columns.InteriorEnd)"))
                writer.Line(whole);
            writer.Line($"return FinishClipped<TLanes, TVector>({Noun}, column, columns, rowTaps);");
        }
        if (CountsTaps)
        {
            PrintFinishClipped();
            PrintEveryOtherInside();
        }
    }

    private bool CountsPadding => _spec.Divisor.Kind == DivisorKind.PaddedTaps;

    private string Counted => CountsPadding ? "PaddedCount" : "Count";

    private void PrintFinishClipped()
    {
        writer.Line("\n/// <summary>The same where some windows are clipped: the divisor is the number of taps, rows times columns.</summary>");
        using (KernelFrame.EdgeMethod(
            writer, _spec.Element, $"private static TVector FinishClipped<TLanes, TVector>(TVector {Noun}, int column, Rt::AxisGeometry columns, Rt::TapRange rowTaps)"))
        {
            writer.Line("var count = TLanes.Zero;");
            for (int tap = 0; tap < Width.Kernel; tap++)
            {
                int offset = tap - (CountsPadding ? 0 : Width.PaddingBegin);
                string extent = CountsPadding ? $"columns.InputExtent{Text.Signed(Width.PaddingBegin + Width.PaddingEnd)}" : "columns.InputExtent";
                writer.Line($"count = TLanes.Add(count, EveryOtherInside<TLanes, TVector>(2 * column{Text.Signed(offset)}, {extent}));");
            }
            string rows = CountsPadding ? "rowTaps.PaddedCount" : "global::System.Math.Max(1, rowTaps.Count)";
            writer.Line($"return TLanes.Divide({Noun}, TLanes.Multiply(count, TLanes.Broadcast({rows})));");
        }
    }

    private void PrintEveryOtherInside()
    {
        writer.Line("\n/// <summary>One where every second column from <paramref name=\"column\"/> on lies inside the extent, else zero.</summary>");
        using (KernelFrame.InlinedMethod(writer, _spec.Element, "private static TVector EveryOtherInside<TLanes, TVector>(nint column, nint extent)"))
        {
            writer.Line($"var one = TLanes.Broadcast(1{Suffix});");
            writer.Line("return TLanes.Even(TLanes.SelectInside(column, extent, one), TLanes.SelectInside(column + TLanes.Count, extent, one));");
        }
    }

    private static string Offset(string expression, int offset) => expression + Text.Signed(offset);
}
