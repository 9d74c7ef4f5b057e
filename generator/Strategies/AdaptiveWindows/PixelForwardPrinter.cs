using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Prints forward passes over samples with their channels innermost: blocks of channels go through the taps of each window.</summary>
internal sealed class PixelForwardPrinter(CodeWriter writer, KernelPlan kernel, AdaptiveWindowsPlan plan, AdaptiveText text)
{
    private readonly PixelBlocksPrinter _blocks = new(writer, text);
    private readonly ReductionPlan _reduction = kernel.Reduction;

    private string Noun => _reduction.Noun;

    public void Print()
    {
        string records = text.RecordsTaps ? $", ref operands.Records<TRecord>(), columns.MostTaps{text.OfSlices(", rows.MostTaps")}" : "";
        _blocks.PrintRun(
            [],
            $"Window<TLanes, TVector>(ref operands.Input, corner, {text.OfSlices("sliceStep, ")}rowStep, channels, {text.OfSlices("depth, ")}height, size, ref operands.Output{records}, target);");

        string parameters = text.RecordsTaps ? $", ref TRecord taps, int most{text.OfSlices(", int mostRows")}" : "";
        writer.Line("\n/// <summary>A window, a block of channels at a time; the last vector of channels overlaps the one before.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Window<TLanes, TVector>(ref {text.Element} input, nint corner, {text.OfSlices("nint sliceStep, ")}nint rowStep, nint channels, {text.OfSlices("int depth, ")}int height, int size, ref {text.Element} output{parameters}, nint target)"))
        {
            if (plan.Divides)
                writer.Line($"var scale = TLanes.Broadcast(1{text.Type.Suffix} / ({text.OfSlices("depth * ")}height * size));");
            writer.Line("nint channel = 0;");
            using (writer.Block($"for (; channel + {plan.Vectors} * TLanes.Count <= channels; channel += {plan.Vectors} * TLanes.Count)"))
                PrintBlock(plan.Vectors);
            using (writer.Block("for (; channel < channels; channel += TLanes.Count)"))
            {
                writer.Line("channel = nint.Min(channel, channels - TLanes.Count);");
                PrintBlock(1);
            }
        }
    }

    private void PrintBlock(int vectors)
    {
        bool last = text.RecordsTaps && kernel.Spec.Ties == TieRule.Last;
        string Suffix(int vector) => vectors == 1 ? "" : ((char)('A' + vector)).ToString();
        string At(string origin, int vector) => vector switch { 0 => origin, 1 => $"{origin} + TLanes.Count", _ => $"{origin} + {vector} * TLanes.Count" };
        for (int vector = 0; vector < vectors; vector++)
        {
            if (text.RecordsTaps)
            {
                // The best so far starts at a real tap, never at the identity: a window of identities alone has a winner too.
                string start = last ? $"corner + {text.OfSlices("(depth - 1) * sliceStep + ")}(height - 1) * rowStep + (size - 1) * channels + channel" : "corner + channel";
                writer.Line($"var {Noun}{Suffix(vector)} = TLanes.Load(ref input, {At(start, vector)});");
                writer.Line($"var best{Suffix(vector)} = TLanes.TapNumber({(last ? $"{(text.HasDepth ? "((depth - 1) * mostRows + height - 1)" : "(height - 1)")} * most + size - 1" : "0")});");
            }
            else
            {
                writer.Line($"var {Noun}{Suffix(vector)} = TLanes.Broadcast({_reduction.Identity});");
            }
        }
        using (_blocks.Taps(last))
        {
            if (text.RecordsTaps)
                writer.Line($"var number = TLanes.TapNumber({(text.HasDepth ? "(tapSlice * mostRows + tapRow)" : "tapRow")} * most + tapColumn);");
            for (int vector = 0; vector < vectors; vector++)
            {
                string name = Noun + Suffix(vector), load = $"TLanes.Load(ref input, {At("at", vector)})";
                if (!text.RecordsTaps)
                {
                    writer.Line($"{name} = TLanes.{_reduction.Combine}({name}, {load});");
                    continue;
                }
                writer.Line($"var tap{Suffix(vector)} = {load};");
                writer.Line($"best{Suffix(vector)} = TLanes.{_reduction.Better}(tap{Suffix(vector)}, {name}, number, best{Suffix(vector)});");
                writer.Line($"{name} = TLanes.{_reduction.Combine}({name}, tap{Suffix(vector)});");
            }
        }
        for (int vector = 0; vector < vectors; vector++)
            PrintStore(Noun + Suffix(vector), "best" + Suffix(vector), At("target + channel", vector));
    }

    private void PrintStore(string name, string best, string target)
    {
        if (text.RecordsTaps && _reduction.NaNIsEmpty)
        {
            writer.Line($"{best} = TLanes.SelectEqual({name}, {name}, {best}, TLanes.TapNumber(-1));");
            writer.Line($"{name} = TLanes.SelectEqual({name}, {name}, {name}, TLanes.Broadcast({_reduction.Identity}));");
        }
        writer.Line($"TLanes.Store({(plan.Divides ? $"TLanes.Multiply({name}, scale)" : name)}, ref output, {target});");
        if (text.RecordsTaps)
            writer.Line($"TLanes.StoreTaps({best}, ref taps, {target});");
    }
}
