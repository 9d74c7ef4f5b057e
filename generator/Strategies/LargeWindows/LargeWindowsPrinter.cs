using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>Prints large windows: blocks of rows of windows, which share a source row, down the columns and then along the rows.</summary>
internal sealed class LargeWindowsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan)
{
    private readonly LargeWindowsText _text = new(kernel, plan);

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, $"geometry.Width.{_text.SourceExtent}"))
        {
            PrintLayout();
            PrintRun();
            new ColumnRunsPrinter(writer, kernel, _text).Print();
            new RowRunsPrinter(writer, kernel, plan, _text).Print();
        }
    }

    private void PrintLayout()
    {
        string shares = plan.CountsTaps ? " + geometry.Width.OutputExtent + geometry.Height.OutputExtent" : "";
        writer.Line("\n/// <summary>A block of rows combined down the columns, and for each length of runs the same rows in runs of it"
            + (shares.Length > 0 ? "; the shares of columns and of rows.</summary>" : ".</summary>"));
        writer.Line("public static int ScratchLength(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    checked((int)(({_text.Buffers} * Size(geometry){shares}) * sizeof({_text.Element})));");
        writer.Line("\n/// <summary>The elements of a block's row: the source's, and those that windows reach beyond its ends.</summary>");
        writer.Line("private static nint Pitch(in Rt::PoolingGeometry geometry) =>");
        string windows = _text.Width.Stride == 1 ? $"geometry.Width.{_text.TargetExtent}" : $"{_text.Width.Stride} * (geometry.Width.{_text.TargetExtent} - 1) + 1";
        writer.Line($"    global::System.Math.Max({_text.ColumnLead} + geometry.Width.{_text.SourceExtent}, {windows} + {_text.Width.Kernel - 1});");
        writer.Line("\n/// <summary>The elements of a block, and what vectors that begin in it reach behind it.</summary>");
        string behind = $"{_text.Width.Kernel} + {_text.Width.Stride + 1} * Rt::StripWidth.Widest<{_text.Element}>()";
        writer.Line($"private static nint Size(in Rt::PoolingGeometry geometry) => {_text.BlockRows} * Pitch(geometry) + {behind};");
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, kernel.Spec.Element))
        {
            writer.Line($"nint width = geometry.Width.{_text.SourceExtent}, pitch = Pitch(geometry), size = Size(geometry);");
            writer.Line($"nint sourcePlane = geometry.{_text.SourcePlane}, targetPlane = geometry.{_text.TargetPlane};");
            writer.Line($"int rows = geometry.Height.{_text.SourceExtent}, windows = geometry.Height.{_text.TargetExtent};");
            writer.Line($"ref {_text.Element} block = ref operands.Scratch;");
            writer.Line($"ref {_text.Element} columns = ref Cs::Unsafe.Add(ref block, {_text.ColumnLead}); // behind those before the source");
            writer.Line($"operands.FillScratch(0, (int)size, {kernel.Reduction.Identity});");
            if (plan.CountsTaps)
            {
                string padding = kernel.Spec.Divisor.Kind == DivisorKind.PaddedTaps ? "true" : "false";
                writer.Line($"ref {_text.Element} columnShares = ref Cs::Unsafe.Add(ref block, {_text.Buffers} * size);");
                writer.Line($"ref {_text.Element} rowShares = ref Cs::Unsafe.Add(ref columnShares, geometry.Width.OutputExtent);");
                writer.Line($"Rt::TapShares.Fill(ref columnShares, geometry.Width, padding: {padding});");
                writer.Line($"Rt::TapShares.Fill(ref rowShares, geometry.Height, padding: {padding});");
            }
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line($"ref {_text.Element} source = ref Cs::Unsafe.Add(ref operands.{_text.Source}, plane * sourcePlane);");
                writer.Line($"ref {_text.Element} target = ref Cs::Unsafe.Add(ref operands.{_text.Target}, plane * targetPlane);");
                using (writer.Block("for (int first = 0, behind; first < windows; first = behind)"))
                {
                    writer.Line($"behind = global::System.Math.Min(first + {_text.BlockRows}, windows); // all of these hold the last row of the first");
                    PrintStrips();
                    string shares = _text.ScalesWindows ? ", ref columnShares, ref rowShares" : "";
                    writer.Line($"Rows<TLanes, TVector>(ref block, ref target, geometry.Width.{_text.TargetExtent}, pitch, size, first, behind{shares});");
                }
            }
        }
    }

    private void PrintStrips()
    {
        string shares = _text.ScalesSource ? ", ref columnShares, ref rowShares" : "";
        string Call(int strips) =>
            $"Columns{strips}<TLanes, TVector>(ref source, ref columns, rows, width, pitch, {_text.RowLead}, first, behind, column{shares});";
        using (writer.Block("for (nint column = 0; column < width;)"))
        {
            writer.Line("nint strips = (width - column + TLanes.Count - 1) / TLanes.Count;");
            using (writer.Indented("if (strips >= 3)"))
                writer.Line(Call(4));
            using (writer.Indented("else if (strips == 2)"))
                writer.Line(Call(2));
            using (writer.Indented("else"))
                writer.Line(Call(1));
            writer.Line("column += (strips >= 3 ? 4 : strips) * TLanes.Count;");
        }
    }
}
