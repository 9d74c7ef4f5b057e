using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>
/// Prints the backward pass, band by band: to each row of the input the gradients of the windows that it won are summed, into scratch
/// memory between margins of zeros; then each element sums what its column won of them.
/// </summary>
internal sealed class BackwardPrinter(CodeWriter writer, KernelPlan kernel, SeparableStripsPlan plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    private SeparableAxis Height => plan.Height;

    private SeparableAxis Width => plan.Width;

    // The window columns that hold the first input column reach before the row's first by Behind, those of the last behind it.
    private int Before => Width.Kernel - 1 - Width.Lead;

    private int Behind => Width.Kernel - 1 - Width.Trail;

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, "global::System.Math.Min(geometry.Width.InputExtent, geometry.Width.OutputExtent)", rowExtent: "geometry.Width.InputExtent"))
        {
            writer.Line();
            writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => Band(geometry).Length * sizeof({Element});");
            writer.Line();
            writer.Line("private static Rt::PaddedBand Band(in Rt::PoolingGeometry geometry) =>");
            writer.Line($"    Rt::PaddedBand.Create<{Element}>(geometry.Height.InputExtent, above: 0, geometry.Width.OutputExtent, before: {Before}, behind: {Behind});");
            PrintRun();
            foreach (int strips in plan.Groups)
                PrintRows(strips);
            PrintColumns();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line("var band = Band(geometry);");
            writer.Line("var records = Rt::SeparableRecords.Of(geometry);");
            using (writer.Indented("for (nint at = 0; at < band.Length; at += TLanes.Count)"))
                writer.Line("TLanes.Store(TLanes.Zero, ref operands.Scratch, at);");
            writer.Line();
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("nint source = plane * geometry.OutputPlane;");
                writer.Line("nint target = plane * geometry.InputPlane;");
                writer.Line("nint recorded = plane * records.Unit;");
                using (writer.Block("for (int first = 0; first < geometry.Height.InputExtent; first += band.Rows)"))
                {
                    writer.Line("int next = global::System.Math.Min(first + band.Rows, geometry.Height.InputExtent);");
                    writer.Line("int column = 0;");
                    foreach (int strips in plan.Groups)
                    {
                        using (writer.Indented($"for (; {Groups.Fits(strips, "column", "geometry.Width.OutputExtent")}; column += {Groups.Step(strips)})"))
                            writer.Line($"Rows{strips}<TLanes, TVector, TPlacement>(operands, geometry, band, first, next, source, recorded, column);");
                    }
                    writer.Line("Columns<TLanes, TVector, TPlacement>(operands, geometry, band, first, next, target, recorded);");
                }
            }
        }
    }

    private void PrintRows(int strips)
    {
        int above = Height.Kernel - 1;
        char[] letters = [.. Groups.Letters(strips)];
        writer.Line($"\n/// <summary>{Strips(strips)} of windows, row by row: each row of windows adds to the rows of the input that it covers.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Rows{strips}<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, Rt::PaddedBand band, int first, int next, nint source, nint recorded, nint column)"))
        {
            writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
            writer.Line($"ref {Element} rowGradient = ref operands.Scratch;");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line("nint width = geometry.Width.OutputExtent;");
            foreach (string line in Groups.Columns(strips, "width"))
                writer.Line(line);
            writer.Line($"nint to = band.Margin - {above} * (nint)band.Stride;");
            writer.Line();
            foreach (char strip in letters)
                writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, above).Select(row => $"row{row}{strip} = TLanes.Zero"))};");
            using (writer.Block($"for (int row = first; row < next + {above}; row++, to += band.Stride)"))
            {
                foreach (char strip in letters)
                    writer.Line($"var row{above}{strip} = TLanes.Zero;");
                string window = Height.BeforeComplete == 0 ? "row" : $"(row - {Height.BeforeComplete})";
                using (writer.Block($"if (unchecked((uint){window}) < (uint)geometry.Height.OutputExtent)"))
                {
                    writer.Line($"nint from = source + {window} * width;");
                    writer.Line("nint record = recorded + row * width;");
                    foreach (char strip in letters)
                        PrintWindows(strip);
                    writer.Line($"TPlacement.PrefetchAhead(ref outputGradient, from + column, {Groups.Span(strips)});");
                    writer.Line($"TPlacement.PrefetchAhead(ref records, record + column, {Groups.Span(strips)});");
                }
                using (writer.Block($"if (row >= first + {above})"))
                {
                    foreach (char strip in letters)
                        writer.Line($"TLanes.Store(row0{strip}, ref rowGradient, to + {Groups.Column(strip)});");
                }
                foreach (char strip in letters)
                    writer.Line(Groups.Roll("row", strip, above));
            }
        }
    }

    private void PrintWindows(char strip)
    {
        writer.Line($"var gradient{strip} = TLanes.Load(ref outputGradient, from + {Groups.Column(strip)});");
        writer.Line($"var won{strip} = TLanes.LoadTaps(ref records, record + {Groups.Column(strip)});");
        for (int row = 0; row < Height.Kernel; row++)
            writer.Line($"row{row}{strip} = TLanes.AddBit(row{row}{strip}, won{strip}, {row}, gradient{strip});");
    }

    private void PrintColumns()
    {
        writer.Line("\n/// <summary>Rows of the input gradient: an element sums what it has won of its row's gradient, from each of the windows that hold it.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Columns<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, Rt::PaddedBand band, int first, int next, nint target, nint recorded)"))
        {
            writer.Line($"ref {Element} rowGradient = ref operands.Scratch;");
            writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line("nint width = geometry.Width.InputExtent, last = width - TLanes.Count; // the last vector overlaps the one before");
            writer.Line("nint from = band.Margin, to = target + first * width, record = recorded + first * (nint)geometry.Width.OutputExtent;");
            using (writer.Block("for (int row = first; row < next; row++, from += band.Stride, to += width, record += geometry.Width.OutputExtent)"))
            using (writer.Block("for (nint column = 0; column < width; column += TLanes.Count)"))
            {
                writer.Line("nint at = nint.Min(column, last);");
                for (int tap = 0; tap < Width.Kernel; tap++)
                {
                    string offset = Text.Signed(Width.Lead - tap);
                    string operands = $"TLanes.LoadTaps(ref records, record + at{offset}), {Height.Kernel + tap}, TLanes.Load(ref rowGradient, from + at{offset})";
                    writer.Line(tap == 0 ? $"var sum = TLanes.SelectBit({operands});" : $"sum = TLanes.AddBit(sum, {operands});");
                }
                writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>(sum, ref inputGradient, to + at);");
                writer.Line("TPlacement.PrefetchTargetAhead(ref inputGradient, to + at, TLanes.Count);");
            }
        }
    }

    private static string Strips(int strips) => strips == 1 ? "A strip" : $"{strips} neighbouring strips";
}
