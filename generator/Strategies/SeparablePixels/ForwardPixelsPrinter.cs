using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Separable;

namespace PoolGen.Generator.Strategies.SeparablePixels;

/// <summary>
/// Prints the method that computes a group of channels of a sample, pixel by pixel: those of a window's row stay in registers, and the
/// extremes of the window's rows in scratch memory. While pixels are loaded it is seen whether they are all numbers that beat the identity;
/// where they are not, the exact method of a single vector computes the group again.
/// </summary>
internal sealed class ForwardPixelsPrinter(CodeWriter writer, KernelPlan kernel, SeparablePixelsPlan plan, WinnersPrinter winners, int vectors, bool isExact)
{
    private readonly IReadOnlyList<char> _letters = [.. ChannelVectors.Letters(vectors)];

    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    private SeparableAxis Height => plan.Height;

    private SeparableAxis Width => plan.Width;

    private int Above => Height.Kernel - 1;

    private int LastTap => Width.Kernel - 1;

    public void Print()
    {
        writer.Line(isExact
            ? "\n/// <summary>A vector of channels that may hold any values.</summary>"
            : $"\n/// <summary>{(vectors == 1 ? "A vector" : $"{vectors} neighbouring vectors")} of channels, row by row and pixel by pixel: each row is combined once, and kept while windows need it.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void {(isExact ? "ExactPixels<TLanes, TVector>" : $"Pixels{vectors}<TLanes, TVector, TPlacement>")}(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int sample, int channel)"))
        {
            PrintLocals();
            writer.Line();
            using (writer.Block("for (int row = 0; row < layout.Rows; row++, record += rowStep)"))
                PrintRow();
            if (!isExact)
                PrintExactCalls();
        }
    }

    private void PrintLocals()
    {
        writer.Line($"ref {Element} input = ref operands.Input;");
        writer.Line($"ref {Element} output = ref operands.Output;");
        writer.Line($"ref {Element} kept = ref operands.Scratch;");
        writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
        writer.Line("var (rows, columns) = (geometry.Height, geometry.Width);");
        writer.Line("var layout = Rt::SeparableRecords.Of(geometry);");
        writer.Line("nint channels = geometry.Channels;");
        writer.Line("nint rowStep = columns.OutputExtent * channels;");
        ChannelVectors.PrintOffsets(writer, vectors);
        writer.Line("nint pixel = sample * geometry.InputPlane * channels + channel; // the next to load");
        writer.Line("nint record = sample * layout.Unit + channel;");
        writer.Line($"nint target = sample * geometry.OutputPlane * channels + channel{(Height.BeforeComplete == 0 ? "" : Height.BeforeComplete == 1 ? " - rowStep" : $" - {Height.BeforeComplete} * rowStep")};");
        writer.Line($"var identity = TLanes.Broadcast({kernel.Reduction.Identity});");
        if (!isExact)
        {
            writer.Line("nint inputStep = columns.InputExtent * channels;");
            writer.Line($"TVector {Each(strip => $"sum{strip} = TLanes.Zero")};");
        }
        writer.Line();
        writer.Line("// The rows above: the oldest is replaced by the newest.");
        writer.Line($"nint keptRow = columns.OutputExtent * (nint){(vectors == 1 ? "TLanes.Count" : $"({vectors} * TLanes.Count)")};");
        writer.Line($"nint {string.Join(", ", Enumerable.Range(0, Above).Select(row => $"row{row}At = {(row == 0 ? "0" : row == 1 ? "keptRow" : $"{row} * keptRow")}"))};");
        using (writer.Indented($"for (nint at = 0; at < {(Above == 1 ? "keptRow" : $"{Above} * keptRow")}; at += TLanes.Count)"))
            writer.Line("TLanes.Store(identity, ref kept, at);");
    }

    private string Each(Func<char, string> text) => string.Join(", ", _letters.Select(text));

    private void PrintRow()
    {
        writer.Line("int inside = row < rows.InputExtent ? columns.InputExtent : 0, column = 0; // outside, identities take part");
        if (isExact)
            writer.Line($"var rowTaps = row < {Height.BeforeComplete} ? default : rows.Taps(row{Text.Signed(-Height.BeforeComplete)});");
        writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, LastTap).Select(tap => Each(strip => $"tap{tap}{strip} = identity")))};");
        if (Width.BeforeComplete > 0)
        {
            using (writer.Block($"for (; column < {Width.BeforeComplete}; column++)"))
            {
                foreach (char strip in _letters)
                    PrintRoll(strip, LastTap - 1);
                PrintLoads(LastTap - 1, declares: false);
            }
        }
        using (writer.Block($"for (nint at = 0, keptAt = 0; at < rowStep; at += channels, keptAt += {(vectors == 1 ? "TLanes.Count" : $"{vectors} * TLanes.Count")}, column++)"))
        {
            PrintLoads(LastTap, declares: true);
            if (isExact)
                writer.Line($"var columnTaps = columns.Taps(column{Text.Signed(-Width.BeforeComplete)});");
            foreach (char strip in _letters)
                PrintWindow(strip);
            using (Height.BeforeComplete == 0 ? null : writer.Block($"if (row >= {Height.BeforeComplete})"))
            {
                foreach (char strip in _letters)
                {
                    string value = $"{Noun}{strip}", at = $"target + at{ChannelVectors.Offset(strip)}";
                    if (isExact && kernel.Reduction.NaNIsEmpty)
                        value = $"TLanes.SelectEqual({value}, {value}, {value}, identity)";
                    writer.Line(isExact ? $"TLanes.Store({value}, ref output, {at});" : $"TPlacement.Store<TLanes, TVector, {Element}>({value}, ref output, {at});");
                }
            }
            foreach (char strip in _letters)
                PrintRoll(strip, LastTap);
        }
        writer.Line("target += rowStep;");
        if (Above > 1)
        {
            var names = Enumerable.Range(0, Above).Select(row => $"row{row}At").ToList();
            writer.Line($"({string.Join(", ", names)}) = ({string.Join(", ", names.Skip(1).Append(names[0]))});");
        }
    }

    private void PrintLoads(int tap, bool declares)
    {
        writer.Line(declares
            ? $"TVector {Each(strip => $"tap{tap}{strip} = identity")};"
            : $"{string.Concat(_letters.Select(strip => $"tap{tap}{strip} = "))}identity;");
        using (writer.Block("if (column < inside)"))
        {
            foreach (char strip in _letters)
                writer.Line($"tap{tap}{strip} = TLanes.Load(ref input, pixel{ChannelVectors.Offset(strip)});");
            if (!isExact)
            {
                foreach (char strip in _letters)
                    writer.Line($"sum{strip} = TLanes.Add(sum{strip}, tap{tap}{strip});");
                writer.Line($"TPlacement.Prefetch(ref input, pixel + inputStep, {Text.Times(vectors, "TLanes.Count")});");
            }
            writer.Line("pixel += channels;");
        }
    }

    private void PrintWindow(char strip)
    {
        string taps = string.Join(", ", Enumerable.Range(0, Width.Kernel).Select(tap => $"tap{tap}{strip}"));
        string At(int row) => $"row{row}At + keptAt{ChannelVectors.WholeOffset(strip)}";
        string above = string.Concat(Enumerable.Range(1, Above - 1).Select(row => $"TLanes.Load(ref kept, {At(row)}), "));
        string prefix = isExact ? "Exact" : "";
        string insideColumns = isExact ? $", {WinnersPrinter.Inside("columnTaps", Height.Kernel)}" : "";
        string insideRows = isExact ? $", {WinnersPrinter.Inside("rowTaps", 0)}" : "";
        writer.Line($"var row{strip} = {prefix}Columns<TLanes, TVector>({taps}{insideColumns}, out var columns{strip});");
        writer.Line($"var oldest{strip} = TLanes.Load(ref kept, {At(0)});");
        writer.Line($"TLanes.Store(row{strip}, ref kept, {At(0)});");
        writer.Line($"var {Noun}{strip} = {prefix}Rows<TLanes, TVector>(oldest{strip}, {above}row{strip}, columns{strip}{insideRows}, out var won{strip});");
        writer.Line($"TLanes.StoreTaps(won{strip}, ref records, record + at{ChannelVectors.Offset(strip)});");
    }

    private void PrintRoll(char strip, int taps)
    {
        for (int tap = 0; tap < taps; tap++)
            writer.Line($"tap{tap}{strip} = tap{tap + 1}{strip};");
    }

    private void PrintExactCalls()
    {
        string sum = _letters.Skip(1).Aggregate("suma", (joined, strip) => $"TLanes.Add({joined}, sum{strip})");
        writer.Line();
        writer.Line($"if ({winners.AreNumbers(sum)})");
        writer.Line("    return;");
        foreach (char strip in _letters)
            writer.Line($"ExactPixels<TLanes, TVector>(operands, geometry, sample, {(strip == 'a' ? "channel" : $"(int)(channel{ChannelVectors.Offset(strip)})")});");
    }
}
