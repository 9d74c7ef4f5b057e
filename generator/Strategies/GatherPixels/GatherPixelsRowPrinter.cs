using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherPixels;

/// <summary>
/// Prints the method that gathers some vectors of channels of a row, pixel by pixel: the rows of windows that hold it are written out, one method
/// for each row of a stride (a phase). Rows of windows that are not there, near the first and the last, have gradients of zero.
/// </summary>
internal sealed class GatherPixelsRowPrinter(CodeWriter writer, KernelPlan kernel, GatherPixelsPlan plan, GradientText text, int phase, int vectors)
{
    private readonly RollingSums _sums = new(
        writer,
        "pixel",
        kernel.Spec.Axes[1].Kernel,
        kernel.Spec.Axes[1].Stride,
        [.. Enumerable.Range(0, vectors).Select(Letter)]);

    private AxisSpec Height => kernel.Spec.Axes[0];

    private AxisSpec Width => kernel.Spec.Axes[1];

    private string Element => kernel.Spec.Element.Keyword;

    private string Suffix => kernel.Spec.Element.Suffix;

    /// <summary>The name of a method.</summary>
    public static string Name(int phases, int phase, int vectors) => phases == 1 ? $"Pixels{vectors}" : $"Phase{phase}Pixels{vectors}";

    /// <summary>The rows of windows that hold a row of this phase: 0 is the nearest above, 1 the one before.</summary>
    private int RowsOfWindows => (Height.Kernel - phase + Height.Stride - 1) / Height.Stride;

    public void Print()
    {
        writer.Line($"\n/// <summary>{(vectors == 1 ? "A vector" : $"{vectors} vectors")} of channels of a row, pixel by pixel: each column of windows adds to the pixels that it covers.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void {Name(Math.Min(Height.Stride, Height.Kernel), phase, vectors)}<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int window, nint source, nint target, int channel)"))
        {
            PrintLocals();
            writer.Line();
            _sums.PrintCarried();
            string end = Width.Stride == 1 ? "columns.PaddingBegin + columns.InputExtent" : $"(columns.PaddingBegin + columns.InputExtent + {Width.Stride - 1}) / {Width.Stride}";
            writer.Line($"int steps = {end}; // the columns of windows, and as many more as the input has columns behind them");
            using (writer.Block("for (int step = 0; step < steps; step++)"))
            {
                _sums.PrintFresh();
                using (writer.Block("if (step < columns.OutputExtent)"))
                    PrintWindows();
                writer.Line();
                PrintStores();
                _sums.PrintRoll();
            }
        }
    }

    private void PrintLocals()
    {
        writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
        writer.Line("var columns = geometry.Width;");
        writer.Line("nint channels = geometry.Channels;");
        for (int vector = 1; vector < vectors; vector++)
            writer.Line($"nint {Channel(vector)} = channel + {Text.Times(vector, "TLanes.Count")};");
        writer.Line("nint rowStep = columns.OutputExtent * channels, targetStep = columns.InputExtent * channels;");
        for (int row = 0; row < RowsOfWindows; row++)
            PrintRowOfWindows(row);
        if (text.HasRecords)
            return;

        if (!text.CountsTaps)
        {
            writer.Line($"var share = TLanes.Broadcast({text.Reciprocal});");
        }
        else
        {
            for (int row = 0; row < RowsOfWindows; row++)
                writer.Line($"var share{row} = TLanes.Broadcast({text.CountedShare("geometry.Height", $"window{Text.Signed(-row)}")});");
        }
    }

    /// <summary>The gradients and records of a row of windows; of one that is not there, zeros and any records.</summary>
    private void PrintRowOfWindows(int row)
    {
        string window = $"window{Text.Signed(-row)}";
        string place = $"source + {(row == 0 ? window : $"({window})")} * rowStep";
        if (!plan.HasBorder)
        {
            writer.Line($"ref {Element} gradients{row} = ref Cs::Unsafe.Add(ref operands.OutputGradient, {place});");
            if (text.HasRecords)
                writer.Line($"ref TRecord {text.Records}{row} = ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), {place});");
            return;
        }
        string isThere = $"unchecked((uint){(row == 0 ? window : $"({window})")}) < (uint)geometry.Height.OutputExtent";
        writer.Line($"ref {Element} gradients{row} = ref {isThere} ? ref Cs::Unsafe.Add(ref operands.OutputGradient, {place}) : ref operands.Scratch;");
        if (text.HasRecords)
            writer.Line($"ref TRecord {text.Records}{row} = ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), source + global::System.Math.Clamp({window}, 0, geometry.Height.OutputExtent - 1) * rowStep);");
    }

    private void PrintWindows()
    {
        writer.Line("nint pixel = step * channels;");
        if (text.CountsTaps)
            writer.Line($"var share = TLanes.Broadcast(step >= columns.InteriorBegin && step < columns.InteriorEnd ? {text.Share(Width.Kernel)} : {text.CountedShare("columns", "step")});");

        for (int row = 0; row < RowsOfWindows; row++)
        {
            for (int vector = 0; vector < vectors; vector++)
                PrintWindow(row, vector);
        }
        PrintShares();
        if (phase == 0)
            PrintPrefetch();
    }

    /// <summary>The row of windows that begins a stride below.</summary>
    private void PrintPrefetch()
    {
        string count = Text.Times(vectors, "TLanes.Count");
        writer.Line($"TPlacement.Prefetch(ref gradients0, rowStep + pixel + channel, {count});");
        if (text.HasRecords)
            writer.Line($"TPlacement.Prefetch(ref {text.Records}0, rowStep + pixel + channel, {count});");
    }

    /// <summary>What the windows of one row give: to each pixel that they cover, or as a share that all of them receive.</summary>
    private void PrintWindow(int row, int vector)
    {
        string letter = Letter(vector), name = $"{row}{letter}";
        string gradient = $"gradient{name}";
        string records = $"{text.Records}{name}";
        string load = $"TLanes.Load(ref gradients{row}, pixel + {Channel(vector)})";
        if (!text.HasRecords)
        {
            string share = text.CountsTaps ? $"TLanes.Multiply({load}, share{row})" : load;
            writer.Line(row == 0 ? $"var sum{letter} = {share};" : $"sum{letter} = TLanes.Add(sum{letter}, {share});");
            return;
        }

        writer.Line($"var {gradient} = {load};");
        writer.Line($"var {records} = TLanes.LoadTaps(ref {text.Records}{row}, pixel + {Channel(vector)});");
        for (int column = 0; column < Width.Kernel; column++)
        {
            string tap = $"{(phase + row * Height.Stride) * Width.Kernel + column}";
            writer.Line($"{_sums.Name(column, letter)} = {text.Add(_sums.Begun(column, letter), records, tap, gradient)};");
            _sums.Begin(column, letter);
        }
    }

    /// <summary>All columns of a window receive the same.</summary>
    private void PrintShares()
    {
        if (text.HasRecords)
            return;
        for (int vector = 0; vector < vectors; vector++)
        {
            string letter = Letter(vector);
            writer.Line($"sum{letter} = TLanes.Multiply(sum{letter}, share);");
            for (int column = 0; column < Width.Kernel; column++)
                writer.Line($"{_sums.Name(column, letter)} = {(_sums.Begun(column, letter) is { } begun ? $"TLanes.Add({begun}, sum{letter})" : $"sum{letter}")};");
        }
    }

    /// <summary>The pixels that no later column of windows reaches.</summary>
    private void PrintStores()
    {
        writer.Line($"int column = {Text.Times(Width.Stride, "step")} - columns.PaddingBegin;");
        for (int place = 0; place < Width.Stride; place++)
        {
            string column = place == 0 ? "column" : $"(column{Text.Signed(place)})";
            using (writer.Block($"if (unchecked((uint){column}) < (uint)columns.InputExtent)"))
            {
                writer.Line($"ref {Element} complete = ref Cs::Unsafe.Add(ref inputGradient, target + {column} * channels);");
                for (int vector = 0; vector < vectors; vector++)
                    writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({_sums.Complete(place, Letter(vector))}, ref complete, {Channel(vector)});");
                writer.Line($"TPlacement.PrefetchTarget(ref complete, targetStep + channel, {Text.Times(vectors, "TLanes.Count")});");
            }
        }
    }

    private static string Letter(int vector) => $"{(char)('a' + vector)}";

    private static string Channel(int vector) => vector == 0 ? "channel" : $"channel{char.ToUpperInvariant(Letter(vector)[0])}";
}
