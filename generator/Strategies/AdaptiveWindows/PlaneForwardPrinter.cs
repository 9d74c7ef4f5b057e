using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Prints the forward pass over planes.</summary>
internal sealed class PlaneForwardPrinter(CodeWriter writer, KernelPlan kernel, AdaptiveWindowsPlan plan, AdaptiveText text)
{
    private readonly PlaneRowsPrinter _rows = new(writer, kernel, text);

    // Rows combined, and the windows' columns.
    private const int ScratchRows = 2;

    // What a strided load takes apart without going element by element.
    private const int MostDistance = 4;

    private bool IsKnown => plan.KnownColumns.Count > 0;

    public void Print()
    {
        if (IsKnown)
        {
            writer.Line($"\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) => Rt::WindowBounds.ScratchLength<{text.Element}>(geometry.Width, 1);");
            PrintRun();
            if (plan.CombinesRows)
                _rows.PrintCombineRows(numbers: false, last: false);
            _rows.PrintKnownWindows(plan.KnownColumns, plan.Divides);
            return;
        }
        writer.Line("\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    checked(Rt::WindowBounds.ScratchLength<{text.Element}>(geometry.Width, {ScratchRows}) + Rt::StripWidth.SquareLength<{text.Element}>());");
        PrintRun();
        if (plan.CombinesRows)
            _rows.PrintCombineRows(numbers: false, last: false);
        _rows.PrintWindows(plan.Divides);
        _rows.PrintNarrowWindows(plan.Divides);
        _rows.PrintFewColumns(plan.Divides);
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, text.Type))
        {
            text.PrintPlaneAxes(writer);
            writer.Line("int windows = columns.OutputExtent;");
            if (!IsKnown)
                PrintLocals();
            if (plan.CombinesRows)
                writer.Line("ref var combined = ref Rt::WindowBounds.Row(operands, columns, 0);");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("ref var input = ref Cs::Unsafe.Add(ref operands.Input, plane * geometry.InputPlane);");
                writer.Line("nint target = plane * geometry.OutputPlane;");
                using (text.Slices(writer))
                using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++, target += windows)"))
                    PrintRow();
            }
        }
    }

    private void PrintLocals()
    {
        writer.Line($"bool isNarrow = columns.Distance is > 0 and <= {MostDistance}, hasFew = columns.MostTaps <= {MostDistance};");
        writer.Line("ref int bounds = ref Rt::WindowBounds.Fill(operands, columns);");
        if (plan.Divides)
            writer.Line("ref var widths = ref Rt::WindowBounds.FillWidths(operands, columns, 1);");
        writer.Line($"ref var vectors = ref Rt::WindowBounds.Row(operands, columns, {ScratchRows});");
    }

    private void PrintRow()
    {
        writer.Line("int top = rows.Start(row), height = rows.End(row) - top;");
        if (text.HasDepth)
            writer.Line($"int {text.RowCount} = depth * height;");
        writer.Line($"ref var source = ref Cs::Unsafe.Add(ref input, {text.OfSlices("front * sliceStep + ")}top * width);");
        if (plan.CombinesRows)
        {
            using (writer.Block($"if ({text.RowCount} > 1)"))
            {
                writer.Line($"CombineRows<TLanes, TVector>(ref source, width, {text.OfSlices("sliceStep, depth, ")}height, ref combined);");
                writer.Line("source = ref combined;");
            }
        }
        writer.Line("ref var output = ref Cs::Unsafe.Add(ref operands.Output, target);");
        if (IsKnown)
        {
            writer.Line($"KnownWindows<TLanes, TVector>(ref source, {(plan.Divides ? $"{text.RowCount}, " : "")}ref output);");
            return;
        }
        using (writer.Indented("if (isNarrow)"))
            writer.Line($"NarrowWindows<TLanes, TVector>(ref source, columns, {(plan.Divides ? $"{text.RowCount}, " : "")}ref output);");
        using (writer.Indented("else if (hasFew)"))
            writer.Line($"FewColumns<TLanes, TVector>(ref source, ref bounds, windows, {(plan.Divides ? $"{text.RowCount}, " : "")}ref output);");
        using (writer.Indented("else"))
            writer.Line($"Windows<TLanes, TVector>(ref source, ref bounds, windows, {(plan.Divides ? $"{text.RowCount}, ref widths, " : "")}ref vectors, ref output);");
    }
}
