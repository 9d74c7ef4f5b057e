using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Prints the forward pass over planes that leaves the tap numbers of winners: numbers go with values, down the rows and along them.</summary>
internal sealed class PlaneTapsPrinter(CodeWriter writer, KernelPlan kernel, AdaptiveWindowsPlan plan, AdaptiveText text)
{
    private readonly PlaneRowsPrinter _rows = new(writer, kernel, text);

    private string Element => text.Element;

    private bool IsLast => kernel.Spec.Ties == TieRule.Last;

    // Rows combined, the numbers of their elements, and the numbers of a row's.
    private const int ScratchRows = 3;

    public void Print()
    {
        writer.Line("\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    checked(Rt::WindowBounds.ScratchLength<{Element}>(geometry.Width, {ScratchRows}) + 2 * Rt::StripWidth.SquareLength<{Element}>());");
        PrintRun();
        if (plan.CombinesRows)
            _rows.PrintCombineRows(numbers: true, IsLast);
        _rows.PrintNumberedWindows(fromRow: plan.CombinesRows, IsLast);
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, text.Type))
        {
            text.PrintPlaneAxes(writer);
            writer.Line("int windows = columns.OutputExtent;");
            writer.Line("ref int bounds = ref Rt::WindowBounds.Fill(operands, columns);");
            writer.Line("ref int indices = ref Rt::WindowBounds.FillIndices(operands, columns, 2);");
            if (plan.CombinesRows)
            {
                writer.Line("ref var combined = ref Rt::WindowBounds.Row(operands, columns, 0);");
                writer.Line($"ref int numbers = ref Cs::Unsafe.As<{Element}, int>(ref Rt::WindowBounds.Row(operands, columns, 1));");
            }
            writer.Line($"ref var vectors = ref Rt::WindowBounds.Row(operands, columns, {ScratchRows});");
            writer.Line($"ref var records = ref Cs::Unsafe.Add(ref vectors, TLanes.Count * TLanes.Count);");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("ref var input = ref Cs::Unsafe.Add(ref operands.Input, plane * geometry.InputPlane);");
                writer.Line("nint target = plane * geometry.OutputPlane;");
                using (text.Slices(writer))
                using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++, target += windows)"))
                {
                    writer.Line("int top = rows.Start(row);");
                    writer.Line($"ref var source = ref Cs::Unsafe.Add(ref input, {text.OfSlices("front * sliceStep + ")}top * width);");
                    if (plan.CombinesRows)
                        writer.Line($"CombineRows<TLanes, TVector>(ref source, width, {text.OfSlices("sliceStep, depth, ")}rows.End(row) - top, ref combined, ref indices, columns.MostTaps, {text.OfSlices("rows.MostTaps, ")}ref numbers);");
                    writer.Line($"Windows<TLanes, TVector>(ref {(plan.CombinesRows ? "combined, ref numbers" : "source, ref indices")}, ref bounds, windows, ref vectors, ref records, ref Cs::Unsafe.Add(ref operands.Output, target), ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), target));");
                }
            }
        }
    }
}
