using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>
/// Prints large windows with channels last: bands of rows of windows, which share a source row, for a block of channels, down the columns and
/// then from pixel to pixel.
/// </summary>
internal sealed class LargePixelsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan)
{
    private const string Arguments = "(operands, geometry, blocks, sample, block, first, behind)";

    private readonly LargeWindowsText _text = new(kernel, plan);

    private string Element => _text.Element;

    public void Print()
    {
        using (KernelFrame.Struct(
            writer, kernel, plan, "Rt::PixelSegments.RowExtent(geometry.Width.InputExtent, geometry.Channels)",
            units: "geometry.Batch * Blocks(geometry).Count * Bands(geometry)", rowExtent: "geometry.Channels"))
        {
            PrintLayout();
            PrintRun();
            PrintBand();
            new ColumnRunsPrinter(writer, kernel, plan, _text).Print();
            new PixelRunsPrinter(writer, kernel, plan, _text).Print();
            if (plan.ChecksForNaN)
                BetterPrinter.Print(writer, kernel, _text);
        }
    }

    private void PrintLayout()
    {
        writer.Line("\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) => Blocks(geometry).ScratchLength;");
        writer.Line("\n/// <summary>The bands of rows of windows: those that hold the last row of the first.</summary>");
        writer.Line($"private static int Bands(in Rt::PoolingGeometry geometry) => (geometry.Height.OutputExtent + {_text.BlockRows - 1}) / {_text.BlockRows};");
        writer.Line("\n/// <summary>The blocks of channels, with scratch rows that hold the pixels of a band and what its windows reach beyond them.</summary>");
        writer.Line("private static Rt::PixelBlocks Blocks(in Rt::PoolingGeometry geometry) =>");
        string pixels = $"global::System.Math.Max(geometry.Width.PaddingBegin + geometry.Width.InputExtent, {_text.NeighbouringWindows("geometry.Width.OutputExtent")} + {_text.Width.Kernel - 1})";
        writer.Line($"    Rt::PixelBlocks.Of<{Element}>(geometry, pixels: {pixels}, rows: {_text.BlockRows});");
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line("var blocks = Blocks(geometry);");
            writer.Line("int bands = Bands(geometry);");
            writer.Line($"operands.FillScratch(0, blocks.Length, {kernel.Reduction.Identity}); // and so it stays at both ends of its rows");
            using (writer.Block("for (int unit = begin; unit < end; unit++)"))
            {
                writer.Line("int share = unit / bands, sample = share / blocks.Count, block = share - sample * blocks.Count;");
                writer.Line($"int first = {Text.Times(_text.BlockRows, "unit - share * bands")}, behind = global::System.Math.Min(first + {_text.BlockRows}, geometry.Height.OutputExtent);");
                if (!plan.ChecksForNaN)
                {
                    writer.Line($"Band{_text.TypeParameters}{Arguments};");
                    return;
                }
                using (writer.Indented($"if (!Band<TLanes, TVector, TPlacement, Rt::Numbers>{Arguments})"))
                    writer.Line($"Band<TLanes, TVector, TPlacement, Rt::AnyValues>{Arguments};");
            }
        }
    }

    private void PrintBand()
    {
        writer.Line($"\n/// <summary>A band of rows of windows, for a block of channels{(plan.ChecksForNaN ? "; false, and nothing done, where operands were taken for numbers but some may be NaN" : "")}.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static {(plan.ChecksForNaN ? "bool" : "void")} Band{_text.TypeParameters}(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, in Rt::PixelBlocks blocks, int sample, int block, int first, int behind)"))
        {
            writer.Line("var columns = geometry.Width;");
            writer.Line("nint channels = geometry.Channels, taken = blocks.Channels(block), pixelStep = blocks.Most, pitch = blocks.RowLength, rowStep = columns.InputExtent * channels;");
            writer.Line($"ref {Element} source = ref Cs::Unsafe.Add(ref operands.Input, sample * geometry.InputPlane * channels + blocks.Begin(block));");
            writer.Line($"ref {Element} target = ref Cs::Unsafe.Add(ref operands.Output, sample * geometry.OutputPlane * channels + blocks.Begin(block));");
            writer.Line($"ref {Element} rows = ref operands.Scratch;");
            PrintColumns();
            PrintWindows();
            if (plan.ChecksForNaN)
                writer.Line("return true;");
        }
    }

    private void PrintColumns()
    {
        writer.Line("\n// Pixels with all of their channels lie side by side.");
        writer.Line("nint pixels = taken == channels ? 1 : columns.InputExtent, run = taken == channels ? rowStep : taken;");
        writer.Line("nint ahead = taken == channels ? 4 * TLanes.Count : channels; // to what the next call loads");
        if (plan.ChecksForNaN)
            writer.Line("bool numbers = true;");
        using (writer.Block("for (nint pixel = 0; pixel < pixels; pixel++)"))
        {
            writer.Line($"ref {Element} from = ref Cs::Unsafe.Add(ref source, pixel * channels);");
            writer.Line($"ref {Element} into = ref Cs::Unsafe.Add(ref rows, (columns.PaddingBegin + pixel) * pixelStep);");
            ColumnRunsPrinter.PrintCalls(writer, _text.Run, strips => $"{(plan.ChecksForNaN ? "numbers &= " : "")}Columns{strips}{_text.TypeParameters}"
                + $"(ref from, ref into, geometry.Height.InputExtent, rowStep, run, ahead, pitch, {_text.RowLead}, first, behind, column);");
        }
        if (!plan.ChecksForNaN)
            return;
        using (writer.Indented("if (!numbers && typeof(TValues) == typeof(Rt::Numbers))"))
            writer.Line("return false;");
    }

    private void PrintWindows()
    {
        int together = plan.WindowsTogether;
        writer.Line();
        using (writer.Block("for (int window = first; window < behind; window++, rows = ref Cs::Unsafe.Add(ref rows, pitch))"))
        {
            writer.Line($"ref {Element} row = ref Cs::Unsafe.Add(ref target, window * columns.OutputExtent * channels);");
            writer.Line("nint extent = columns.OutputExtent * channels - blocks.Begin(block);");
            using (writer.Indented("if (taken < TLanes.Count)"))
                writer.Line($"Windows{_text.TypeParameters}(ref rows, ref row, 1, channels, columns.OutputExtent * channels, pixelStep, extent); // all pixels are one run");
            using (writer.Indented($"else if (columns.OutputExtent < {together})"))
                writer.Line($"Windows{_text.TypeParameters}(ref rows, ref row, columns.OutputExtent, channels, taken, pixelStep, extent);");
            using (writer.Indented("else"))
                writer.Line($"WindowGroups{_text.TypeParameters}(ref rows, ref row, columns.OutputExtent, channels, taken, pixelStep);");
        }
    }
}
