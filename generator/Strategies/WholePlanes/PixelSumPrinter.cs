using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.WholePlanes;

/// <summary>Prints samples with their channels innermost: blocks of channels are combined over all pixels, or written to all of them.</summary>
internal sealed class PixelSumPrinter(CodeWriter writer, KernelPlan kernel, WholePlanesPlan plan)
{
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
                using (writer.Block("if (operands.AreFar)"))
                {
                    writer.Line("channel = channels - channels % TLanes.Count;");
                    writer.Line($"InOrder<TLanes, TVector>(ref input, ref output, channels, channel, pixels{(plan.Divides ? ", scale" : "")});");
                }
                foreach (int vectors in plan.Vectors)
                {
                    using (writer.Block($"for (; channel + {vectors} * TLanes.Count <= channels; channel += {vectors} * TLanes.Count)"))
                        PrintBlock(vectors);
                }
                using (writer.Block("for (; channel < channels; channel += TLanes.Count)"))
                {
                    writer.Line("channel = nint.Min(channel, channels - TLanes.Count);");
                    PrintVector();
                }
            }
        }
        PrintInOrder();
    }

    /// <summary>Where no cache of a core holds the input: some pixels at a time, all channels of each, added to a row of sums that one does hold.</summary>
    private void PrintInOrder()
    {
        string step = Text.Times(plan.PixelsTogether, "channels");
        writer.Line($"\n/// <summary>Whole vectors of channels of a sample in the order of memory: {plan.PixelsTogether} pixels at a time, from what the pixels before them have left in the output.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void InOrder<TLanes, TVector>(ref {Element} input, ref {Element} output, nint channels, nint whole, nint pixels{(plan.Divides ? ", TVector scale" : "")})"))
        {
            writer.Line("nint at = 0, end = pixels * channels;");
            using (writer.Indented($"for (; at == 0 || (end - at) % ({step}) != 0; at += channels)"))
            using (writer.Indented("for (nint channel = 0; channel < whole; channel += TLanes.Count)"))
            {
                string first = Load("at + channel");
                writer.Line($"TLanes.Store(at == 0 ? {First(first)} : {Combine("TLanes.Load(ref output, channel)", first)}, ref output, channel);");
            }
            using (writer.Indented($"for (; at < end; at += {step})"))
            using (writer.Block("for (nint channel = 0, from = at; channel < whole; channel += TLanes.Count, from += TLanes.Count)"))
            {
                writer.Line($"var {Noun} = {Combine("TLanes.Load(ref output, channel)", Load("from"))};");
                for (int pixel = 1; pixel < plan.PixelsTogether; pixel++)
                    writer.Line($"{Noun} = {Combine(Noun, Load($"from + {Text.Times(pixel, "channels")}"))};");
                writer.Line($"TLanes.Store({Noun}, ref output, channel);");
            }
            if (!plan.Divides)
                return;
            using (writer.Indented("for (nint channel = 0; channel < whole; channel += TLanes.Count)"))
                writer.Line("TLanes.Store(TLanes.Multiply(TLanes.Load(ref output, channel), scale), ref output, channel);");
        }

        static string Load(string at) => $"TLanes.Load(ref input, {at})";
    }

    private void PrintBlock(int vectors)
    {
        string Name(int vector) => $"{Noun}{(char)('A' + vector)}";
        string At(int vector) => vector switch { 0 => "", 1 => " + TLanes.Count", _ => $" + {vector} * TLanes.Count" };
        for (int vector = 0; vector < vectors; vector++)
            writer.Line($"var {Name(vector)} = {First($"TLanes.Load(ref input, channel{At(vector)})")};");
        using (writer.Block("for (nint at = channels + channel, pixel = 1; pixel < pixels; pixel++, at += channels)"))
        {
            for (int vector = 0; vector < vectors; vector++)
                writer.Line($"{Name(vector)} = {Combine(Name(vector), $"TLanes.Load(ref input, at{At(vector)})")};");
        }
        for (int vector = 0; vector < vectors; vector++)
            writer.Line($"TLanes.Store({WholePlanesText.Result(plan, Name(vector))}, ref output, channel{At(vector)});");
    }

    private void PrintVector()
    {
        string[] chains = [.. Enumerable.Range(0, plan.PixelsApart).Select(number => $"{Noun}{(char)('A' + number)}")];
        writer.Line($"var {chains[0]} = {First("TLanes.Load(ref input, channel)")};");
        foreach (string chain in chains.Skip(1))
            writer.Line($"var {chain} = TLanes.Broadcast({kernel.Reduction.Identity});");
        writer.Line("nint at = channels + channel, behind = pixels * channels;");
        using (writer.Block($"for (; at + {plan.PixelsApart - 1} * channels < behind; at += {plan.PixelsApart} * channels)"))
        {
            for (int pixel = 0; pixel < chains.Length; pixel++)
                writer.Line($"{chains[pixel]} = {Combine(chains[pixel], $"TLanes.Load(ref input, at{Text.Signed(pixel, "channels")})")};");
        }
        using (writer.Indented("for (; at < behind; at += channels)"))
            writer.Line($"{chains[0]} = {Combine(chains[0], "TLanes.Load(ref input, at)")};");
        writer.Line($"var {Noun} = {chains.Aggregate(Combine)};");
        writer.Line($"TLanes.Store({WholePlanesText.Result(plan, Noun)}, ref output, channel);");
    }

    private string Noun => kernel.Reduction.Noun;

    private string Combine(string left, string right) => $"TLanes.{kernel.Reduction.Combine}({left}, {right})";

    /// <summary>A plane of NaNs alone counts as empty where they do not win.</summary>
    private string First(string value) => kernel.Reduction.NaNIsEmpty ? Combine($"TLanes.Broadcast({kernel.Reduction.Identity})", value) : value;

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
