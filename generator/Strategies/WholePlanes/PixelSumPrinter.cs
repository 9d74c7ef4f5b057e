using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.WholePlanes;

/// <summary>Prints samples with their channels innermost: blocks of channels are combined over all pixels, or written to all of them.</summary>
internal sealed class PixelSumPrinter(CodeWriter writer, KernelPlan kernel, WholePlanesPlan plan)
{
    private const int Letters = 26;

    private string Element => kernel.Spec.Element.Keyword;

    public void Print()
    {
        if (plan.Pass == PoolingPass.Forward)
            PrintForward();
        else
            PrintBackward();
    }

    private void PrintForward()
    {
        writer.Line("\n/// <summary>Samples, a block of channels at a time; the last vector of channels overlaps the one before.</summary>");
        using (WholePlanesText.Method(writer, kernel.Spec, plan, "Samples"))
        {
            writer.Line("nint channels = geometry.Channels, pixels = geometry.InputPlane;");
            if (plan.Divides)
                writer.Line($"var scale = TLanes.Broadcast({WholePlanesText.Scale(kernel.Spec, plan)});");
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            {
                writer.Line($"ref {Element} input = ref Cs::Unsafe.Add(ref operands.Input, sample * pixels * channels);");
                writer.Line($"ref {Element} output = ref Cs::Unsafe.Add(ref operands.Output, sample * channels);");
                writer.Line("nint channel = 0;");
                if (plan.NearVectors > 0)
                    PrintBlocks($"TLanes.Count == Rt::StripWidth.Widest<{Element}>() && !operands.Streams && ", plan.NearVectors);
                PrintBlocks("", plan.Vectors);
                using (writer.Block("for (; channel < channels; channel += TLanes.Count)"))
                {
                    writer.Line("channel = nint.Min(channel, channels - TLanes.Count);");
                    PrintBlock(1);
                }
            }
        }
    }

    private void PrintBlocks(string condition, int vectors)
    {
        using (writer.Block($"for (; {condition}channel + {vectors} * TLanes.Count <= channels; channel += {vectors} * TLanes.Count)"))
            PrintBlock(vectors);
    }

    private void PrintBlock(int vectors)
    {
        string noun = kernel.Reduction.Noun;
        string Name(int vector) => vectors == 1 ? noun : vectors > Letters ? $"{noun}{vector}" : $"{noun}{(char)('A' + vector)}";
        string At(int vector) => vector switch { 0 => "", 1 => " + TLanes.Count", _ => $" + {vector} * TLanes.Count" };
        for (int vector = 0; vector < vectors; vector++)
        {
            // A plane of NaNs alone counts as empty where they do not win.
            string first = $"TLanes.Load(ref input, channel{At(vector)})";
            string begun = kernel.Reduction.NaNIsEmpty ? $"TLanes.{kernel.Reduction.Combine}(TLanes.Broadcast({kernel.Reduction.Identity}), {first})" : first;
            writer.Line($"var {Name(vector)} = {begun};");
        }
        using (writer.Block("for (nint at = channels + channel, pixel = 1; pixel < pixels; pixel++, at += channels)"))
        {
            for (int vector = 0; vector < vectors; vector++)
                writer.Line($"{Name(vector)} = TLanes.{kernel.Reduction.Combine}({Name(vector)}, TLanes.Load(ref input, at{At(vector)}));");
        }
        for (int vector = 0; vector < vectors; vector++)
            writer.Line($"TLanes.Store({WholePlanesText.Result(plan, Name(vector))}, ref output, channel{At(vector)});");
    }

    private void PrintBackward()
    {
        writer.Line("\n/// <summary>Samples: every pixel receives the same row of channels.</summary>");
        using (WholePlanesText.Method(writer, kernel.Spec, plan, "Samples"))
        {
            writer.Line("nint channels = geometry.Channels, pixels = geometry.InputPlane;");
            writer.Line("bool streams = operands.Streams;");
            writer.Line($"var scale = TLanes.Broadcast({WholePlanesText.Scale(kernel.Spec, plan)});");
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            {
                writer.Line($"ref {Element} gradients = ref Cs::Unsafe.Add(ref operands.OutputGradient, sample * channels);");
                using (writer.Block("for (nint pixel = 0; pixel < pixels; pixel++)"))
                {
                    writer.Line($"ref {Element} row = ref Cs::Unsafe.Add(ref operands.InputGradient, (sample * pixels + pixel) * channels);");
                    writer.Line("nint channel = 0;");
                    using (writer.Block("for (; channel + TLanes.Count <= channels; channel += TLanes.Count)"))
                    {
                        writer.Line("var share = TLanes.Multiply(TLanes.Load(ref gradients, channel), scale);");
                        using (writer.Indented("if (streams)"))
                            writer.Line("TLanes.StoreStreaming(share, ref row, channel);");
                        using (writer.Indented("else"))
                            writer.Line("TLanes.Store(share, ref row, channel);");
                    }
                    using (writer.Indented("if (channel < channels)"))
                        writer.Line("TLanes.Store(TLanes.Multiply(TLanes.Load(ref gradients, channels - TLanes.Count), scale), ref row, channels - TLanes.Count);");
                }
            }
        }
    }
}
