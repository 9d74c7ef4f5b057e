using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>
/// Prints large windows with channels last: bands of rows of windows, which share a source row, for a block of channels, down the columns and
/// then from pixel to pixel.
/// </summary>
internal sealed class LargePixelsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan)
{
    private const string Arguments = "(operands, geometry, blocks, sample, block, tile, first, behind)";

    private readonly LargeWindowsText _text = new(kernel, plan);

    private string Element => _text.Element;

    public void Print()
    {
        using (KernelFrame.Struct(
            writer, kernel, plan, "Rt::PixelSegments.RowExtent(geometry.Width.InputExtent, geometry.Channels)",
            units: "geometry.Batch * Shares(geometry) * Bands(geometry)", rowExtent: "geometry.Channels"))
        {
            PrintLayout();
            PrintRun();
            PrintBand();
            new ColumnRunsPrinter(writer, kernel, plan, _text).Print();
            new PixelRunsPrinter(writer, kernel, plan, _text).Print();
            if (plan.ChecksForNaN)
                ExtremeText.PrintMethod(writer, kernel);
        }
    }

    private void PrintLayout()
    {
        writer.Line("\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) => Blocks(geometry).ScratchLength;");
        writer.Line("\n/// <summary>The bands of rows of windows: those that hold the last row of the first.</summary>");
        writer.Line($"private static int Bands(in Rt::PoolingGeometry geometry) => (geometry.Height.OutputExtent + {_text.BlockRows - 1}) / {_text.BlockRows};");
        writer.Line("\n/// <summary>The shares of a band: blocks of channels, and of each the tiles of a row.</summary>");
        writer.Line("private static int Shares(in Rt::PoolingGeometry geometry) => Blocks(geometry).Count * Blocks(geometry).Tiles;");
        writer.Line("\n/// <summary>How a band is divided, with scratch rows that hold the pixels of a share and what its windows reach beyond them.</summary>");
        writer.Line($"private static Rt::PixelBlocks Blocks(in Rt::PoolingGeometry geometry) => Rt::PixelBlocks.Of<{Element}>(geometry, kernel: {_text.Width.Kernel}, rows: {_text.BlockRows});");
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line("var blocks = Blocks(geometry);");
            writer.Line("int bands = Bands(geometry), shares = blocks.Count * blocks.Tiles;");
            using (writer.Indented("if (blocks.Tiles == 1)"))
                writer.Line($"operands.FillScratch(0, blocks.Length, {kernel.Reduction.Identity}); // and so it stays at both ends of whole rows");
            using (writer.Block("for (int unit = begin; unit < end; unit++)"))
            {
                writer.Line("int part = unit / bands, sample = part / shares, share = part - sample * shares, block = share / blocks.Tiles, tile = share - block * blocks.Tiles;");
                writer.Line($"int first = {Text.Times(_text.BlockRows, "unit - part * bands")}, behind = global::System.Math.Min(first + {_text.BlockRows}, geometry.Height.OutputExtent);");
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
            $"private static {(plan.ChecksForNaN ? "bool" : "void")} Band{_text.TypeParameters}(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, in Rt::PixelBlocks blocks, int sample, int block, int tile, int first, int behind)"))
        {
            writer.Line("var columns = geometry.Width;");
            writer.Line("nint channels = geometry.Channels, taken = blocks.Channels(block), pixelStep = blocks.Most, pitch = blocks.RowLength, rowStep = columns.InputExtent * channels;");
            writer.Line("int left = tile * blocks.Windows, windows = global::System.Math.Min(blocks.Windows, columns.OutputExtent - left); // of the tile");
            writer.Line("int begin = global::System.Math.Max(0, left - columns.PaddingBegin);");
            writer.Line($"int end = global::System.Math.Min(left + windows + {_text.Width.Kernel - 1} - columns.PaddingBegin, columns.InputExtent); // of its source columns");
            writer.Line($"ref {Element} source = ref Cs::Unsafe.Add(ref operands.Input, (sample * geometry.InputPlane + begin) * channels + blocks.Begin(block));");
            writer.Line($"ref {Element} target = ref Cs::Unsafe.Add(ref operands.Output, (sample * geometry.OutputPlane + left) * channels + blocks.Begin(block));");
            writer.Line($"ref {Element} rows = ref operands.Scratch;");
            using (writer.Indented($"if (blocks.Tiles > 1 && end - begin < windows + {_text.Width.Kernel - 1})"))
                writer.Line($"operands.FillScratch(0, blocks.Length, {kernel.Reduction.Identity}); // what the tile's windows reach over an end of the row");
            PrintColumns();
            PrintWindows();
            if (plan.ChecksForNaN)
                writer.Line("return true;");
        }
    }

    private void PrintColumns()
    {
        writer.Line("\n// Pixels with all of their channels lie side by side.");
        writer.Line("nint pixels = taken == channels ? 1 : end - begin, run = taken == channels ? (end - begin) * channels : taken;");
        writer.Line($"nint ahead = taken == channels ? {ColumnRunsPrinter.MostStrips} * TLanes.Count : channels; // to what the next call loads");
        if (plan.ChecksForNaN)
            writer.Line("bool numbers = true;");
        using (writer.Block("for (nint pixel = 0; pixel < pixels; pixel++)"))
        {
            writer.Line($"ref {Element} from = ref Cs::Unsafe.Add(ref source, pixel * channels);");
            writer.Line($"ref {Element} into = ref Cs::Unsafe.Add(ref rows, (columns.PaddingBegin + begin - left + pixel) * pixelStep);");
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
            writer.Line("nint extent = windows * channels - blocks.Begin(block);");
            using (writer.Indented("if (taken < TLanes.Count)"))
                writer.Line($"Windows{_text.TypeParameters}(ref rows, ref row, 1, channels, windows * channels, pixelStep, extent); // all pixels are one run");
            using (writer.Indented($"else if (windows < {together})"))
                writer.Line($"Windows{_text.TypeParameters}(ref rows, ref row, windows, channels, taken, pixelStep, extent);");
            using (writer.Indented("else"))
                writer.Line($"WindowGroups{_text.TypeParameters}(ref rows, ref row, windows, channels, taken, pixelStep);");
        }
    }
}
