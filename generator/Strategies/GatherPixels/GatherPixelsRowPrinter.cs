using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherPixels;

/// <summary>
/// Prints the method that gathers some vectors of channels of a row, pixel by pixel. For rows between the borders the rows of windows are
/// written out, one method for each row of a stride (a phase); at the borders they are a loop.
/// </summary>
internal sealed class GatherPixelsRowPrinter(CodeWriter writer, KernelPlan kernel, GradientText text, int? phase, int vectors)
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
    private int RowsOfWindows => phase is { } known ? (Height.Kernel - known + Height.Stride - 1) / Height.Stride : 0;

    public void Print()
    {
        writer.Line(phase is null
            ? "\n/// <summary>The same where only some rows of windows are there, near the first and the last.</summary>"
            : $"\n/// <summary>{(vectors == 1 ? "A vector" : $"{vectors} vectors")} of channels of a row, pixel by pixel: each column of windows adds to the pixels that it covers.</summary>");
        string name = phase is { } known ? Name(Math.Min(Height.Stride, Height.Kernel), known, vectors) : "BorderPixels";
        string border = phase is not null ? "" : Height.Stride == 1 ? ", int nearest, int farthest" : ", int phase, int nearest, int farthest";
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void {name}<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int window, nint source, nint target, int channel{border})"))
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
        writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
        writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
        if (text.HasRecords)
            writer.Line($"ref TRecord {text.Records} = ref operands.Records<TRecord>();");
        writer.Line("var columns = geometry.Width;");
        writer.Line("nint channels = geometry.Channels;");
        for (int vector = 1; vector < vectors; vector++)
            writer.Line($"nint {Channel(vector)} = channel + {Text.Times(vector, "TLanes.Count")};");
        writer.Line("nint rowStep = columns.OutputExtent * channels, targetStep = columns.InputExtent * channels;");
        writer.Line("nint row0 = source + window * rowStep;");
        for (int row = 1; row < RowsOfWindows; row++)
            writer.Line($"nint row{row} = row{row - 1} - rowStep;");
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

    private void PrintWindows()
    {
        writer.Line("nint pixel = step * channels;");
        if (text.CountsTaps)
            writer.Line($"var share = TLanes.Broadcast(step >= columns.InteriorBegin && step < columns.InteriorEnd ? {text.Share(Width.Kernel)} : {text.CountedShare("columns", "step")});");

        if (phase is not { } known)
        {
            PrintBorderWindows();
            return;
        }
        for (int row = 0; row < RowsOfWindows; row++)
        {
            for (int vector = 0; vector < vectors; vector++)
                PrintWindow($"{row}{Letter(vector)}", $"row{row} + pixel", vector, (known + row * Height.Stride) * Width.Kernel, null, row == 0, $"share{row}");
        }
        PrintShares();
        if (known == 0)
            PrintPrefetch();
    }

    /// <summary>The row of windows that begins a stride below.</summary>
    private void PrintPrefetch()
    {
        string count = Text.Times(vectors, "TLanes.Count");
        writer.Line($"TPlacement.Prefetch(ref outputGradient, row0 + rowStep + pixel + channel, {count});");
        if (text.HasRecords)
            writer.Line($"TPlacement.Prefetch(ref {text.Records}, row0 + rowStep + pixel + channel, {count});");
    }

    private void PrintBorderWindows()
    {
        if (!text.HasRecords)
            writer.Line("var suma = TLanes.Zero;");
        using (writer.Block("for (int above = nearest; above < farthest; above++)"))
        {
            writer.Line("nint at = row0 - above * rowStep + pixel;");
            if (text.HasRecords)
            {
                string tapRow = Height.Stride == 1 ? "above" : $"(phase + above * {Height.Stride})";
                writer.Line($"int tap = {(Width.Kernel == 1 ? tapRow : $"{tapRow} * {Width.Kernel}")};");
                for (int tap = 0; tap < Width.Kernel; tap++)
                    _sums.Begin(tap, "a");
            }
            else if (text.CountsTaps)
            {
                writer.Line($"var rowShare = TLanes.Broadcast({text.CountedShare("geometry.Height", "window - above")});");
            }
            PrintWindow("a", "at", 0, 0, "tap", begins: false, "rowShare");
        }
        PrintShares();
    }

    /// <summary>What the windows of one row give: to each pixel that they cover, or as a share that all of them receive.</summary>
    private void PrintWindow(string name, string at, int vector, int firstTap, string? tapName, bool begins, string rowShare)
    {
        string letter = Letter(vector);
        string gradient = $"gradient{name}";
        string records = $"{text.Records}{name}";
        string channel = Channel(vector);
        string load = $"TLanes.Load(ref outputGradient, {at} + {channel})";
        if (!text.HasRecords)
        {
            string share = text.CountsTaps ? $"TLanes.Multiply({load}, {rowShare})" : load;
            writer.Line(begins ? $"var sum{letter} = {share};" : $"sum{letter} = TLanes.Add(sum{letter}, {share});");
            return;
        }

        writer.Line($"var {gradient} = {load};");
        writer.Line($"var {records} = TLanes.LoadTaps(ref {text.Records}, {at} + {channel});");
        if (text.Splits)
            writer.Line($"{gradient} = TLanes.Divide({gradient}, TLanes.CountBits({records}));");
        for (int column = 0; column < Width.Kernel; column++)
        {
            string tap = tapName is null ? $"{firstTap + column}" : tapName + Text.Signed(column);
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
