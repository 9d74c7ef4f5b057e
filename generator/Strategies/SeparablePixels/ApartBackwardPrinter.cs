using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparablePixels;

/// <summary>
/// Prints the backward pass of larger windows, a vector of channels at a time, or a few one after the other where the tensors are far. Down each
/// column of windows, every gradient is loaded once and given to the rows that it won, whose sums stay in registers until their last window; then,
/// along each row, sums are given to the columns that won. Between the two, a band of rows lies in scratch memory.
/// </summary>
internal sealed class ApartBackwardPrinter(CodeWriter writer, KernelPlan kernel, SeparablePixelsPlan plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    // The last vector overlaps the one before.
    private const string Vectors = "for (int next = begin; next < end; next += TLanes.Count)", Channel = "nint.Min(next, channels - TLanes.Count)";

    private SeparableAxis Height => plan.Height;

    private SeparableAxis Width => plan.Width;

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, "geometry.Channels", rowExtent: "geometry.Channels"))
        {
            writer.Line("\n/// <summary>The sums of a band of rows, for the windows' columns and some vectors of channels.</summary>");
            writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => Rt::SumBand.ScratchLength<{Element}>(geometry, {plan.FarVectors});");
            PrintRun();
            PrintColumns();
            PrintRows();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line("nint inputs = geometry.InputPlane * geometry.Channels, outputs = geometry.OutputPlane * geometry.Channels;");
            writer.Line("nint unit = Rt::SeparableRecords.Of(geometry).Unit;");
            string step = plan.FarVectors > 1 ? "together * TLanes.Count" : "TLanes.Count";
            if (plan.FarVectors > 1)
                writer.Line($"int together = operands.AreFar ? {plan.FarVectors} : 1; // vectors of channels: from afar, those beside each other are asked for one after the other");
            writer.Line($"int rows = geometry.Height.InputExtent, band = Rt::SumBand.Rows<{Element}>(geometry, {(plan.FarVectors > 1 ? "together" : "1")});");
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            using (writer.Block($"for (int channel = 0; channel < geometry.Channels; channel += {step})"))
            using (writer.Block("for (int first = 0; first < rows; first += band)"))
            {
                writer.Line($"int behind = global::System.Math.Min(first + band, rows), channelEnd = global::System.Math.Min(channel + {step}, geometry.Channels);");
                writer.Line("Columns<TLanes, TVector, TPlacement>(operands, geometry, first, behind, sample * outputs, sample * unit, channel, channelEnd);");
                writer.Line("Rows<TLanes, TVector, TPlacement>(operands, geometry, first, behind, sample * inputs, sample * unit, channel, channelEnd);");
            }
        }
    }

    private IDisposable Method(string name, string place) => KernelFrame.HotMethod(
        writer,
        kernel.Spec.Element,
        $"private static void {name}<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int first, int behind, nint {place}, nint recorded, int begin, int end)");

    private void PrintColumns()
    {
        writer.Line("\n/// <summary>Down each column of windows: what the rows of a band take from the windows that they won.</summary>");
        using (Method("Columns", "source"))
        {
            writer.Line($"ref {Element} outputGradient = ref Cs::Unsafe.Add(ref operands.OutputGradient, source);");
            writer.Line("ref TRecord records = ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), recorded);");
            writer.Line("nint channels = geometry.Channels, columns = geometry.Width.OutputExtent, rowStep = columns * channels;");
            writer.Line($"int firstWindow = global::System.Math.Max(0, first{Text.Signed(-Height.BeforeComplete)}), windows = geometry.Height.OutputExtent;");
            using (writer.Block("for (nint column = 0; column < columns; column++)"))
            using (writer.Block(Vectors))
            {
                writer.Line($"nint place = firstWindow * rowStep + column * channels + {Channel};");
                writer.Line($"ref {Element} gradient = ref Cs::Unsafe.Add(ref outputGradient, place);");
                writer.Line($"ref TRecord record = ref Cs::Unsafe.Add(ref records, place{(Height.BeforeComplete == 0 ? "" : $" + {Height.BeforeComplete} * rowStep")}); // a window's lies in its last row");
                writer.Line($"ref {Element} sum = ref Cs::Unsafe.Add(ref operands.Scratch, (next - begin) * ((behind - first) * columns) + column * TLanes.Count);");
                PrintZeros("row", Height.Kernel);
                using (writer.Block($"for (int window = firstWindow; window < behind{Text.Signed(Height.Lead)}; window++)"))
                {
                    writer.Line($"var row{Height.Kernel - 1} = TLanes.Zero;");
                    using (writer.Block("if (window < windows)"))
                    {
                        writer.Line("TPlacement.Prefetch(ref gradient, channels, TLanes.Count);");
                        writer.Line("TPlacement.Prefetch(ref record, channels, TLanes.Count);");
                        writer.Line("var won = TLanes.LoadTaps(ref record, 0);");
                        writer.Line("var given = TLanes.Load(ref gradient, 0);");
                        for (int tap = 0; tap < Height.Kernel; tap++)
                            writer.Line($"row{tap} = TLanes.AddBit(row{tap}, won, {tap}, given);");
                        writer.Line("gradient = ref Cs::Unsafe.Add(ref gradient, rowStep);");
                        writer.Line("record = ref Cs::Unsafe.Add(ref record, rowStep);");
                    }
                    using (writer.Block($"if (window >= first{Text.Signed(Height.Lead)})"))
                    {
                        writer.Line("TLanes.Store(row0, ref sum, 0);");
                        writer.Line("sum = ref Cs::Unsafe.Add(ref sum, columns * TLanes.Count);");
                    }
                    PrintShift("row", Height.Kernel);
                }
            }
        }
    }

    private void PrintRows()
    {
        writer.Line("\n/// <summary>Along each row of a band: what the columns take from the sums that they won.</summary>");
        using (Method("Rows", "target"))
        {
            writer.Line("nint channels = geometry.Channels, columns = geometry.Width.OutputExtent, rowStep = columns * channels;");
            using (writer.Block("for (int row = first; row < behind; row++)"))
            using (writer.Block(Vectors))
            {
                writer.Line($"nint channel = {Channel};");
                writer.Line($"ref {Element} sum = ref Cs::Unsafe.Add(ref operands.Scratch, (next - begin) * ((behind - first) * columns) + (row - first) * (columns * TLanes.Count));");
                writer.Line("ref TRecord record = ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), recorded + row * rowStep + channel);");
                writer.Line($"ref {Element} gradient = ref Cs::Unsafe.Add(ref operands.InputGradient, target + row * (geometry.Width.InputExtent * channels) + channel);");
                PrintZeros("column", Width.Kernel);
                using (writer.Block($"for (nint window = 0; window < geometry.Width.InputExtent{Text.Signed(Width.Lead)}; window++)"))
                {
                    writer.Line($"var column{Width.Kernel - 1} = TLanes.Zero;");
                    using (writer.Block("if (window < columns)"))
                    {
                        writer.Line("var won = TLanes.LoadTaps(ref record, 0);");
                        writer.Line("var given = TLanes.Load(ref sum, 0);");
                        for (int tap = 0; tap < Width.Kernel; tap++)
                            writer.Line($"column{tap} = TLanes.AddBit(column{tap}, won, {Height.Kernel + tap}, given);");
                        writer.Line("record = ref Cs::Unsafe.Add(ref record, channels);");
                        writer.Line("sum = ref Cs::Unsafe.Add(ref sum, TLanes.Count);");
                    }
                    using (Width.Lead == 0 ? null : writer.Block($"if (window >= {Width.Lead})"))
                    {
                        writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>(column0, ref gradient, 0);");
                        writer.Line("gradient = ref Cs::Unsafe.Add(ref gradient, channels);");
                    }
                    PrintShift("column", Width.Kernel);
                }
            }
        }
    }

    /// <summary>The sums before the first window, but for the one that begins with it.</summary>
    private void PrintZeros(string name, int taps) =>
        writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, taps - 1).Select(tap => $"{name}{tap} = TLanes.Zero"))};");

    private void PrintShift(string name, int taps)
    {
        for (int tap = 0; tap + 1 < taps; tap++)
            writer.Line($"{name}{tap} = {name}{tap + 1};");
    }
}
