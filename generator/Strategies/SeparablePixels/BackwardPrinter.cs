using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparablePixels;

/// <summary>
/// Prints the backward pass, row by row of the input: pixel by pixel the gradients of the windows that the row won are summed over the rows
/// of windows that hold it, and given to the columns that won; sums of columns that the next window adds to stay in registers.
/// </summary>
internal sealed class BackwardPrinter(CodeWriter writer, KernelPlan kernel, SeparablePixelsPlan plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    private SeparableAxis Height => plan.Height;

    private SeparableAxis Width => plan.Width;

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, "geometry.Channels", rowExtent: "geometry.Channels"))
        {
            PrintRun();
            PrintRow();
            foreach (int vectors in plan.Groups)
                PrintPixels(vectors, atBorder: false);
            PrintPixels(1, atBorder: true);
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line("var records = Rt::SeparableRecords.Of(geometry);");
            writer.Line("nint inputs = geometry.InputPlane * geometry.Channels, outputs = geometry.OutputPlane * geometry.Channels;");
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            using (writer.Indented("for (int row = 0; row < geometry.Height.InputExtent; row++)"))
                writer.Line("Row<TLanes, TVector, TPlacement>(operands, geometry, row, sample * outputs, sample * inputs, sample * records.Unit);");
        }
    }

    private IDisposable Method(string name, string more) => KernelFrame.HotMethod(
        writer,
        kernel.Spec.Element,
        $"private static void {name}<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int row, nint source, nint target, nint recorded{more})");

    private void PrintRow()
    {
        writer.Line("\n/// <summary>A row of the input gradient. The first row of windows that holds it ends at it, the others below.</summary>");
        using (Method("Row", ""))
        {
            string window = $"row{Text.Signed(-Height.BeforeComplete)}";
            writer.Line("int channels = geometry.Channels, channel = 0; // the last vector overlaps the one before");
            writer.Line($"int window = {window};");
            writer.Line($"int nearest = global::System.Math.Max(0, -window), farthest = global::System.Math.Min({Height.Kernel}, geometry.Height.OutputExtent - window);");
            using (writer.Block($"if (nearest > 0 || farthest < {Height.Kernel})"))
            {
                using (writer.Indented("for (; channel < channels; channel += TLanes.Count)"))
                    writer.Line("BorderPixels<TLanes, TVector, TPlacement>(operands, geometry, row, source, target, recorded, global::System.Math.Min(channel, channels - TLanes.Count), nearest, farthest);");
                writer.Line("return;");
            }
            ChannelVectors.PrintGroups(writer, plan.Groups, plan.LeastGroup, (vectors, channel) => $"Pixels{vectors}<TLanes, TVector, TPlacement>(operands, geometry, row, source, target, recorded, {channel});");
        }
    }

    private void PrintPixels(int vectors, bool atBorder)
    {
        char[] letters = [.. ChannelVectors.Letters(vectors)];
        writer.Line(atBorder
            ? "\n/// <summary>The same where only some rows of windows are there, near the first and the last.</summary>"
            : $"\n/// <summary>{(vectors == 1 ? "A vector" : $"{vectors} neighbouring vectors")} of channels of a row, pixel by pixel.</summary>");
        using (Method(atBorder ? "BorderPixels" : $"Pixels{vectors}", atBorder ? ", int channel, int nearest, int farthest" : ", int channel"))
        {
            writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
            writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line("var columns = geometry.Width;");
            writer.Line("nint channels = geometry.Channels, rowStep = columns.OutputExtent * channels;");
            ChannelVectors.PrintOffsets(writer, vectors);
            writer.Line($"nint gradient0 = source + (row{Text.Signed(-Height.BeforeComplete)}) * rowStep + channel, record0 = recorded + row * rowStep + channel;");
            if (!atBorder)
            {
                for (int row = 1; row < Height.Kernel; row++)
                    writer.Line($"nint gradient{row} = gradient{row - 1} + rowStep, record{row} = record{row - 1} + rowStep;");
            }
            if (!atBorder)
            {
                string next = $"nextGradients = source + (row{Text.Signed(Height.Kernel - Height.BeforeComplete)}) * rowStep";
                writer.Line($"nint {next} + channel * (nint)columns.OutputExtent, nextRecords = recorded + (row + {Height.Kernel}) * rowStep + channel * (nint)columns.OutputExtent;");
            }
            writer.Line("nint to = target + row * (columns.InputExtent * channels) + channel;");
            writer.Line();
            string Zeros(int tap) => string.Join(", ", letters.Select(letter => $"column{tap}{letter} = TLanes.Zero"));
            writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, Width.Kernel - 1).Select(Zeros))};");
            string steps = $"columns.InputExtent{Text.Signed(Width.Lead)}";
            using (writer.Block($"for (int step = 0; step < {steps}; step++)"))
            {
                writer.Line($"TVector {Zeros(Width.Kernel - 1)};");
                using (writer.Block("if (step < columns.OutputExtent)"))
                {
                    writer.Line("nint pixel = step * channels;");
                    foreach (char letter in letters)
                        PrintWindows(letter, atBorder);
                    if (!atBorder)
                        PrintPrefetch(vectors);
                }
                using (Width.Lead == 0 ? null : writer.Block($"if (step >= {Width.Lead})"))
                {
                    foreach (char letter in letters)
                        writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>(column0{letter}, ref inputGradient, to{ChannelVectors.Offset(letter)});");
                    writer.Line("to += channels;");
                }
                foreach (char letter in letters)
                {
                    for (int tap = 0; tap + 1 < Width.Kernel; tap++)
                        writer.Line($"column{tap}{letter} = column{tap + 1}{letter};");
                }
            }
        }
    }

    /// <summary>The row of windows that the next row of the input is the first to need: as many of its lines as the group loads, in the order of memory.</summary>
    private void PrintPrefetch(int vectors)
    {
        string count = Text.Times(vectors, "TLanes.Count");
        foreach (var (tensor, next) in new[] { ("outputGradient", "nextGradients"), ("records", "nextRecords") })
            writer.Line($"TPlacement.Prefetch(ref {tensor}, {next} + {(vectors == 1 ? "step * TLanes.Count" : $"step * ({count})")}, {count});");
    }

    private void PrintWindows(char letter, bool atBorder)
    {
        string offset = $" + pixel{ChannelVectors.Offset(letter)}";
        writer.Line($"var won{letter} = TLanes.LoadTaps(ref records, record0{offset});");
        if (atBorder)
        {
            writer.Line($"var sum{letter} = TLanes.Zero;");
            using (writer.Block("for (int below = nearest; below < farthest; below++)"))
            {
                writer.Line("nint behind = below * rowStep + pixel;");
                PrintWindow(letter, $"{Height.Kernel - 1} - below", "gradient0 + behind", "record0 + behind", begins: false, null);
            }
        }
        else
        {
            for (int row = 0; row < Height.Kernel; row++)
                PrintWindow(letter, $"{Height.Kernel - 1 - row}", $"gradient{row}{offset}", $"record{row}{offset}", begins: row == 0, row == 0 ? $"won{letter}" : null);
        }
        for (int tap = 0; tap < Width.Kernel; tap++)
            writer.Line($"column{tap}{letter} = TLanes.AddBit(column{tap}{letter}, won{letter}, {Height.Kernel + tap}, sum{letter});");
    }

    /// <summary>What a row of windows gives to the row of the input.</summary>
    private void PrintWindow(char letter, string tap, string gradient, string record, bool begins, string? won)
    {
        string records = won ?? $"TLanes.LoadTaps(ref records, {record})";
        string load = $"TLanes.Load(ref outputGradient, {gradient})";
        writer.Line(begins ? $"var sum{letter} = TLanes.SelectBit({records}, {tap}, {load});" : $"sum{letter} = TLanes.AddBit(sum{letter}, {records}, {tap}, {load});");
    }
}
