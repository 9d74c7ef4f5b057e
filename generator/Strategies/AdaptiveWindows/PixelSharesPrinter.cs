using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Prints the backward pass of sums over samples with their channels innermost: each pixel gathers from its windows, mostly one.</summary>
internal sealed class PixelSharesPrinter(CodeWriter writer, AdaptiveWindowsPlan plan, AdaptiveText text)
{
    private string Element => text.Element;

    public void Print()
    {
        writer.Line($"\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) => Rt::WindowBounds.ScratchLength<{Element}>(geometry.Width, 0);");
        PrintRun();
        PrintRow();
        PrintStorePixel();
        PrintAddPixel();
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, text.Type))
        {
            text.PrintAxes(writer);
            writer.Line("nint channels = geometry.Channels;");
            writer.Line(KernelFrame.Streams("channels"));
            writer.Line("ref int bounds = ref Rt::WindowBounds.Fill(operands, columns);");
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            {
                writer.Line("nint outputs = sample * geometry.OutputPlane * channels;");
                writer.Line("nint target = sample * geometry.InputPlane * channels;");
                if (text.HasDepth)
                    writer.Line("int firstSlice = 0, endSlice = 0;");
                using (text.HasDepth ? writer.Block("for (int slice = 0; slice < slices.InputExtent; slice++)") : null)
                {
                    if (text.HasDepth)
                        PrintAdvance("slices", "slice", "firstSlice", "endSlice");
                    writer.Line("int firstWindow = 0, endWindow = 0;");
                    using (writer.Block("for (int row = 0; row < rows.InputExtent; row++, target += columns.InputExtent * channels)"))
                    {
                        PrintAdvance("rows", "row", "firstWindow", "endWindow");
                        writer.Line($"Row<TLanes, TVector>(operands, {text.OfSlices("slices, ")}rows, columns, ref bounds, channels, {text.OfSlices("firstSlice, endSlice, ")}firstWindow, endWindow, outputs, target, streams);");
                    }
                }
            }
        }
    }

    private void PrintAdvance(string axis, string element, string first, string end)
    {
        writer.Line($"// The windows with this {element}: those from the first that has not ended to before the first that has not begun.");
        using (writer.Indented($"while ({axis}.End({first}) <= {element})"))
            writer.Line($"{first}++;");
        using (writer.Indented($"while ({end} < {axis}.OutputExtent && {axis}.Start({end}) <= {element})"))
            writer.Line($"{end}++;");
    }

    private void PrintRow()
    {
        writer.Line("\n/// <summary>A row of pixels: what each has of its first window is stored, what it has of others is added.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Row<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, {text.OfSlices("in Rt::AxisGeometry slices, ")}in Rt::AxisGeometry rows, in Rt::AxisGeometry columns, ref int bounds, nint channels, {text.OfSlices("int firstSlice, int endSlice, ")}int firstRow, int endRow, nint outputs, nint target, bool streams)"))
        {
            writer.Line("int firstColumn = 0, endColumn = 0;");
            using (writer.Block("for (int column = 0; column < columns.InputExtent; column++)"))
            {
                using (writer.Indented("while (Cs::Unsafe.Add(ref bounds, 2 * firstColumn + 1) <= column)"))
                    writer.Line("firstColumn++;");
                using (writer.Indented("while (endColumn < columns.OutputExtent && Cs::Unsafe.Add(ref bounds, 2 * endColumn) <= column)"))
                    writer.Line("endColumn++;");
                writer.Line("ref var pixel = ref Cs::Unsafe.Add(ref operands.InputGradient, target + column * channels);");
                writer.Line($"bool isOnly = {text.OfSlices("endSlice - firstSlice == 1 && ")}endRow - firstRow == 1 && endColumn - firstColumn == 1;");
                using (text.HasDepth ? writer.Block("for (int windowSlice = firstSlice; windowSlice < endSlice; windowSlice++)") : null)
                using (writer.Block("for (int windowRow = firstRow; windowRow < endRow; windowRow++)"))
                using (writer.Block("for (int window = firstColumn; window < endColumn; window++)"))
                    PrintWindow();
            }
        }
    }

    private void PrintWindow()
    {
        string row = text.HasDepth ? "((windowSlice * (nint)rows.OutputExtent + windowRow) * columns.OutputExtent + window)" : "(windowRow * (nint)columns.OutputExtent + window)";
        writer.Line($"ref var gradient = ref Cs::Unsafe.Add(ref operands.OutputGradient, outputs + {row} * channels);");
        if (plan.Divides)
        {
            string depth = text.OfSlices("(slices.End(windowSlice) - slices.Start(windowSlice)) * ");
            writer.Line("int width = Cs::Unsafe.Add(ref bounds, 2 * window + 1) - Cs::Unsafe.Add(ref bounds, 2 * window);");
            writer.Line($"var scale = TLanes.Broadcast(1{text.Type.Suffix} / ({depth}(rows.End(windowRow) - rows.Start(windowRow)) * width));");
        }
        string scale = plan.Divides ? "scale, " : "";
        using (writer.Indented($"if ({text.OfSlices("windowSlice == firstSlice && ")}windowRow == firstRow && window == firstColumn)"))
            writer.Line($"StorePixel<TLanes, TVector>(ref gradient, {scale}ref pixel, channels, streams && isOnly);");
        using (writer.Indented("else"))
            writer.Line($"AddPixel<TLanes, TVector>(ref gradient, {scale}ref pixel, channels);");
    }

    private string Scaled(string gradient) => plan.Divides ? $"TLanes.Multiply({gradient}, scale)" : gradient;

    private string Parameters => $"ref {Element} gradient, {(plan.Divides ? "TVector scale, " : "")}ref {Element} pixel, nint channels";

    private void PrintStorePixel()
    {
        writer.Line("\n/// <summary>What a pixel has of a window; the last vector overlaps the one before.</summary>");
        using (KernelFrame.InlinedMethod(writer, text.Type, $"private static void StorePixel<TLanes, TVector>({Parameters}, bool streams)"))
        using (writer.Block("for (nint next = 0; next < channels; next += TLanes.Count)"))
        {
            writer.Line("nint channel = nint.Min(next, channels - TLanes.Count);");
            writer.Line(KernelFrame.StoreResult(text.Type, Scaled("TLanes.Load(ref gradient, channel)"), "pixel", "channel"));
        }
    }

    private void PrintAddPixel()
    {
        writer.Line("\n/// <summary>What it has of another one too.</summary>");
        using (KernelFrame.EdgeMethod(writer, text.Type, $"private static void AddPixel<TLanes, TVector>({Parameters})"))
        {
            writer.Line("nint channel = 0;");
            using (writer.Indented("for (; channel <= channels - TLanes.Count; channel += TLanes.Count)"))
                writer.Line($"TLanes.Store(TLanes.Add(TLanes.Load(ref pixel, channel), {Scaled("TLanes.Load(ref gradient, channel)")}), ref pixel, channel);");
            using (writer.Block("if (channel < channels)"))
            {
                writer.Line($"var share = {Scaled("TLanes.LoadClipped(ref gradient, channel, channels, TLanes.Zero)")};");
                writer.Line("TLanes.StoreClipped(TLanes.Add(TLanes.LoadClipped(ref pixel, channel, channels, TLanes.Zero), share), ref pixel, channel, channels);");
            }
        }
    }
}
