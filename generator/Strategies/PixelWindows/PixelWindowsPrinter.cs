using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.PixelWindows;

/// <summary>Prints the kernel: samples, rows of windows, and the parts of a row that lie inside the input and that do not.</summary>
internal sealed class PixelWindowsPrinter(CodeWriter writer, KernelPlan kernel, PixelWindowsPlan plan)
{
    private const string Run = "<TLanes, TVector, TPlacement>(operands, geometry, sample, row, ";

    private readonly FarRecordsPrinter? _far = plan.Far is { } far ? new(writer, kernel, plan, far) : null;

    private string Element => kernel.Spec.Element.Keyword;

    private string Others => KernelFrame.Name(plan.Otherwise);

    private bool IsPaired => plan.WindowRows == 2;

    private string Noun => IsPaired ? "pair of rows" : "row";

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, "geometry.Channels", rowExtent: "geometry.Channels"))
        {
            PrintScratchLength();
            PrintRun();
            PrintSample();
            if (kernel.Spec.Clips)
                PrintRow();
            var pixels = new PixelsPrinter(writer, kernel, plan);
            pixels.PrintInside();
            if (kernel.Spec.Clips)
                pixels.PrintClipped();
            _far?.Print();
            new RecordPrinter(writer, kernel, plan).Print();
        }
    }

    private void PrintScratchLength()
    {
        string others = $"Rt::PoolingDriver.ScratchLength<{Others}, {Element}>(geometry)";
        writer.Line("\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) =>");
        writer.Line(_far is null ? $"    {others};" : $"    global::System.Math.Max({others}, {_far.IsWide} ? {_far.ScratchLength} : 0);");
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        {
            string fewRows = IsPaired ? "geometry.Height.OutputExtent < 2 || " : "";
            using (writer.Indented($"if ({fewRows}!Sample<TLanes, TVector, TPlacement>(operands, geometry, sample))"))
                writer.Line(KernelFrame.RunOf(Others, Element, "sample", "sample + 1"));
        }
    }

    private void PrintSample()
    {
        writer.Line($"\n/// <summary>A sample, a {Noun} of windows at a time. Whether its values are all numbers; else its outputs are not valid.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static bool Sample<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int sample)"))
        {
            string row = kernel.Spec.Clips ? "Row<TLanes, TVector, TPlacement>(operands, geometry, sample, row, sum)" : $"Pixels{Run}0, geometry.Width.OutputExtent, sum)";
            writer.Line("var sum = TLanes.Zero;");
            if (_far is not null)
                writer.Line($"bool isFar = operands.AreFar && {_far.IsWide};");
            if (_far is not null)
                row = $"isFar ? FarPixels<TLanes, TVector, TPlacement>(operands, geometry, sample, row, sum) : {row}";
            if (IsPaired)
            {
                writer.Line("int last = geometry.Height.OutputExtent - 2;");
                using (writer.Block("for (int next = 0; next <= last + 1; next += 2)"))
                {
                    writer.Line("int row = global::System.Math.Min(next, last); // the last pair overlaps the one before");
                    writer.Line($"sum = {row};");
                }
            }
            else
            {
                using (writer.Indented("for (int row = 0; row < geometry.Height.OutputExtent; row++)"))
                    writer.Line($"sum = {row};");
            }
            writer.Line("return !TLanes.HasNaN(sum);");
        }
    }

    /// <summary>A row of windows of a configuration that has clipped ones.</summary>
    private void PrintRow()
    {
        writer.Line($"\n/// <summary>A {Noun} of windows: the clipped ones, and those between them that lie inside the input.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static TVector Row<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int sample, int row, TVector sum)"))
        {
            writer.Line("var (rows, columns) = (geometry.Height, geometry.Width);");
            string last = IsPaired ? "row + 1" : "row";
            writer.Line($"bool inside = row >= rows.InteriorBegin && {last} < rows.InteriorEnd;");
            writer.Line("int begin = inside ? columns.InteriorBegin : columns.OutputExtent, end = inside ? columns.InteriorEnd : begin;");
            using (writer.Indented("if (begin > 0)"))
                writer.Line($"sum = ClippedPixels{Run}0, begin, sum);");
            using (writer.Indented("if (begin < end)"))
                writer.Line($"sum = Pixels{Run}begin, end, sum);");
            using (writer.Indented("if (end < columns.OutputExtent)"))
                writer.Line($"sum = ClippedPixels{Run}end, columns.OutputExtent, sum);");
            writer.Line("return sum;");
        }
    }
}
