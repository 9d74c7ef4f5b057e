using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Strategies.SummedRows;

/// <summary>Prints the method in which each column of a row takes its part of what was gathered, from the windows that hold it.</summary>
internal sealed class SpreadPrinter(CodeWriter writer, PoolingSpec spec, SummedRowsPlan plan)
{
    private AxisSpec Width => spec.Width;

    private int Stride => Width.Stride;

    private bool IsChannelsLast => spec.Layout == TensorLayout.ChannelsLast;

    /// <summary>Whether the method has to know where the first window begins.</summary>
    public static bool NeedsPadding(PoolingSpec spec) => spec.Width.ClipsAtBegin;

    private string Padding => NeedsPadding(spec) ? " + padding" : "";

    public void Print()
    {
        string pitch = plan.Rows > 1 ? ", int pitch" : "";
        string parameters = (NeedsPadding(spec) ? ", int padding" : "") + (IsChannelsLast ? ", int channels" : "");
        writer.Line("\n/// <summary>A row of the input gradient: each column is the sum over the windows that hold it.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            spec.Element,
            $"private static void Spread<TLanes, TVector>(ref {spec.Element.Keyword} gathered{pitch}, ref {spec.Element.Keyword} row, int width{parameters}, bool streams)"))
        {
            if (IsChannelsLast && Stride > 1)
                PrintPixels();
            else if (Stride == 1)
                PrintNeighbours();
            else
                PrintInterleaved();
        }
    }

    /// <summary>Windows at distance 1: the elements of a row are one run, of channels too.</summary>
    private void PrintNeighbours()
    {
        writer.Line($"nint length = width{(IsChannelsLast ? " * (nint)channels" : "")};");
        string first = !NeedsPadding(spec) ? "at" : IsChannelsLast ? "at + padding * (nint)channels" : "at + padding";
        using (writer.Block("for (nint next = 0; next < length; next += TLanes.Count)"))
        {
            writer.Line("nint at = global::System.Math.Max(0, global::System.Math.Min(next, length - TLanes.Count));");
            writer.Line($"nint first = {first};");
            PrintSum("sum", 0, "first");
            PrintStore("sum", "at", "length");
        }
    }

    private void PrintPixels()
    {
        for (int phase = 0; phase < Stride; phase++)
        {
            string first = NeedsPadding(spec) ? $"({phase + Stride} - padding % {Stride}) % {Stride}" : $"{phase}";
            using (writer.Block($"for (int column = {first}; column < width; column += {Stride})"))
            {
                writer.Line($"nint pixel = column * (nint)channels, window = (column{Padding}) / {Stride} * (nint)channels;");
                using (writer.Block("for (int next = 0; next < channels; next += TLanes.Count)"))
                {
                    writer.Line("int channel = global::System.Math.Max(0, global::System.Math.Min(next, channels - TLanes.Count));");
                    PrintSum("sum", phase, "window + channel");
                    using (writer.Indented("if (channels < TLanes.Count)"))
                        writer.Line("TLanes.StoreClipped(sum, ref Cs::Unsafe.Add(ref row, pixel), 0, channels);");
                    using (writer.Indented("else"))
                        writer.Line(KernelFrame.StoreResult(spec.Element, "sum", "row", "pixel + channel"));
                }
            }
        }
    }

    private void PrintInterleaved()
    {
        string first = NeedsPadding(spec) ? $"padding / {Stride}" : "0";
        string column = $"window * {Stride}{(NeedsPadding(spec) ? " - padding" : "")}";
        using (writer.Block($"for (nint window = {first}; {column} < width; window += TLanes.Count)"))
        {
            writer.Line($"nint column = {column};");
            for (int phase = 0; phase < Stride; phase++)
                PrintSum($"phase{phase}", phase, "window");
            switch (Stride)
            {
                case 2:
                    PrintBoth("part0", "part1", "phase0", "phase1");
                    break;
                case 3:
                    for (int part = 0; part < 3; part++)
                        writer.Line($"var part{part} = TLanes.WeaveThree(phase0, phase1, phase2, {part});");
                    break;
                default:
                    PrintBoth("evenLow", "evenHigh", "phase0", "phase2");
                    PrintBoth("oddLow", "oddHigh", "phase1", "phase3");
                    PrintBoth("part0", "part1", "evenLow", "oddLow");
                    PrintBoth("part2", "part3", "evenHigh", "oddHigh");
                    break;
            }
            using (writer.Block($"if (column >= 0 && column + {Stride} * TLanes.Count <= width)"))
            {
                for (int part = 0; part < Stride; part++)
                    writer.Line(KernelFrame.StoreResult(spec.Element, $"part{part}", "row", Part(part)));
            }
            using (writer.Block("else"))
            {
                for (int part = 0; part < Stride; part++)
                    writer.Line($"TLanes.StoreClipped(part{part}, ref row, {Part(part)}, width);");
            }
        }

        static string Part(int part) => part == 0 ? "column" : part == 1 ? "column + TLanes.Count" : $"column + {part} * TLanes.Count";
    }

    private void PrintBoth(string low, string high, string even, string odd)
    {
        writer.Line($"var {low} = TLanes.InterleaveLow({even}, {odd});");
        writer.Line($"var {high} = TLanes.InterleaveHigh({even}, {odd});");
    }

    /// <summary>The sum over the taps of one phase; the window of each lies as many before the nearest as it lies strides from its beginning.</summary>
    private void PrintSum(string name, int phase, string window)
    {
        bool first = true;
        foreach (int tap in Enumerable.Range(0, Width.Kernel).Where(tap => tap * Width.Dilation % Stride == phase))
        {
            int back = tap * Width.Dilation / Stride;
            string behind = back == 0 ? "" : IsChannelsLast ? back == 1 ? " - channels" : $" - {back} * (nint)channels" : $" - {back}";
            string origin = plan.Rows > 1 && tap > 0 ? tap == 1 ? " + pitch" : $" + {tap} * pitch" : "";
            string load = $"TLanes.Load(ref gathered, {window}{behind}{origin})";
            writer.Line(first ? $"var {name} = {load};" : $"{name} = TLanes.Add({name}, {load});");
            first = false;
        }
        if (first)
            writer.Line($"var {name} = TLanes.Zero; // between the windows");
    }

    private void PrintStore(string value, string at, string length)
    {
        using (writer.Indented($"if ({length} < TLanes.Count)"))
            writer.Line($"TLanes.StoreClipped({value}, ref row, 0, {length});");
        using (writer.Indented("else"))
            writer.Line(KernelFrame.StoreResult(spec.Element, value, "row", at));
    }
}
