using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Prints the backward pass over samples with their channels innermost where every winner receives something: the extremes again, and taps compared with them.</summary>
internal sealed class PixelWinnersPrinter(CodeWriter writer, KernelPlan kernel, AdaptiveText text)
{
    private readonly PixelBlocksPrinter _blocks = new(writer, text);

    private string Noun => kernel.Reduction.Noun;

    public void Print()
    {
        _blocks.PrintRun(
            ["operands.ClearInputGradient(origin, geometry.InputPlane * channels);"],
            $"Window<TLanes, TVector>(ref operands.OutputGradient, target, ref operands.Input, corner, {text.OfSlices("sliceStep, ")}rowStep, channels, {text.OfSlices("depth, ")}height, size, ref operands.InputGradient);");
        PrintWindow();
        PrintRoute();
    }

    private void PrintWindow()
    {
        string element = text.Element;
        writer.Line("\n/// <summary>A window, a vector of channels at a time.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Window<TLanes, TVector>(ref {element} outputGradient, nint target, ref {element} input, nint corner, {text.OfSlices("nint sliceStep, ")}nint rowStep, nint channels, {text.OfSlices("int depth, ")}int height, int size, ref {element} inputGradient)"))
        {
            string rest = $"ref input, corner, {text.OfSlices("sliceStep, ")}rowStep, channels, {text.OfSlices("depth, ")}height, size, channel, ref inputGradient";
            writer.Line("nint channel = 0;");
            using (writer.Indented("for (; channel <= channels - TLanes.Count; channel += TLanes.Count)"))
                writer.Line($"Route<TLanes, TVector>(TLanes.Load(ref outputGradient, target + channel), {rest});");
            using (writer.Block("if (channel < channels)"))
            {
                writer.Line("// The last vector overlaps the one before; the channels that have been there get no gradient again.");
                writer.Line("nint done = channel;");
                writer.Line("channel = channels - TLanes.Count;");
                writer.Line("var gradient = TLanes.SelectInside(channel - done, channels - done, TLanes.Load(ref outputGradient, target + channel));");
                writer.Line($"Route<TLanes, TVector>(gradient, {rest});");
            }
        }
    }

    private void PrintRoute()
    {
        string element = text.Element;
        writer.Line("\n/// <summary>Adds the gradients of a vector of channels to the winners of a window.</summary>");
        using (KernelFrame.InlinedMethod(
            writer,
            text.Type,
            $"private static void Route<TLanes, TVector>(TVector gradient, ref {element} input, nint corner, {text.OfSlices("nint sliceStep, ")}nint rowStep, nint channels, {text.OfSlices("int depth, ")}int height, int size, nint channel, ref {element} inputGradient)"))
        {
            writer.Line($"var {Noun} = TLanes.Broadcast({kernel.Reduction.Identity});");
            using (_blocks.Taps())
                writer.Line($"{Noun} = TLanes.{kernel.Reduction.Combine}({Noun}, TLanes.Load(ref input, at));");
            if (kernel.Spec.Ties == TieRule.Split)
            {
                writer.Line($"var one = TLanes.Broadcast(1{text.Type.Suffix});");
                writer.Line("var winners = TLanes.Zero;");
                using (_blocks.Taps())
                    writer.Line($"winners = TLanes.Add(winners, {text.Select("TLanes.Load(ref input, at)", Noun, "one")});");
                writer.Line("gradient = TLanes.Divide(gradient, winners);");
            }
            using (_blocks.Taps())
                writer.Line($"TLanes.AddStrided({text.Select("TLanes.Load(ref input, at)", Noun, "gradient")}, ref inputGradient, at, 1);");
        }
    }
}
