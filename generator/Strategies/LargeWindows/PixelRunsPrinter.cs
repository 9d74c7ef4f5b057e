using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>
/// Prints the combination of the pixels of a scratch row. Neighbouring windows are found together, from the columns that all of them hold outwards, as
/// rows are down the columns; of fewer windows, or pixels narrower than a vector, each by itself.
/// </summary>
internal sealed class PixelRunsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan, LargeWindowsText text)
{
    private const string NextTap = "tap = ref Cs::Unsafe.Add(ref tap, step);";

    private int Together => plan.WindowsTogether;

    private int Kernel => text.Width.Kernel;

    private string Noun => kernel.Reduction.Noun;

    public void Print()
    {
        PrintGroups();
        PrintSingles();
    }

    private void PrintGroups()
    {
        writer.Line($"\n/// <summary>The windows of a row, {Together} neighbours together. A pixel is a vector or more.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void WindowGroups{text.TypeParameters}(ref {text.Element} columns, ref {text.Element} target, nint windows, nint channels, nint taken, nint step)"))
        {
            using (writer.Block($"for (nint next = 0; next < windows; next += {Together})"))
            {
                writer.Line($"nint window = nint.Min(next, windows - {Together}); // the last group overlaps the one before");
                writer.Line($"ref {text.Element} from = ref Cs::Unsafe.Add(ref columns, window * step);");
                writer.Line($"ref {text.Element} into = ref Cs::Unsafe.Add(ref target, window * channels);");
                using (writer.Block("for (nint part = 0; part < taken; part += TLanes.Count)"))
                {
                    writer.Line("nint channel = nint.Min(part, taken - TLanes.Count); // and so does the last vector");
                    PrintShared();
                    PrintRightwards();
                    PrintLeftwards();
                }
            }
        }
    }

    private void PrintShared()
    {
        writer.Line($"ref {text.Element} tap = ref Cs::Unsafe.Add(ref from, {At(Together - 1, "step")});");
        writer.Line("var right0 = TLanes.Load(ref tap, 0);");
        if (Together == Kernel)
            return;
        using (writer.Block($"for (int column = {Together}; column < {Kernel}; column++)"))
        {
            writer.Line(NextTap);
            writer.Line($"right0 = {text.Combine("right0", "TLanes.Load(ref tap, 0)")};");
        }
    }

    /// <summary>Each window's columns from the shared ones on.</summary>
    private void PrintRightwards()
    {
        for (int window = 1; window < Together; window++)
        {
            writer.Line(NextTap);
            writer.Line($"var right{window} = {text.Combine($"right{window - 1}", "TLanes.Load(ref tap, 0)")};");
        }
    }

    /// <summary>And with those before them, from the last window to the first.</summary>
    private void PrintLeftwards()
    {
        int last = Together - 1;
        writer.Line($"ref {text.Element} result = ref Cs::Unsafe.Add(ref into, {At(last, "channels")});");
        Store($"right{last}");
        for (int window = last - 1; window >= 0; window--)
        {
            if (window == last - 1)
            {
                writer.Line($"tap = ref Cs::Unsafe.Add(ref from, {At(window, "step")});");
                writer.Line("var left = TLanes.Load(ref tap, 0);");
            }
            else
            {
                writer.Line("tap = ref Cs::Unsafe.Add(ref tap, -step);");
                writer.Line($"left = {text.Combine("left", "TLanes.Load(ref tap, 0)")};");
            }
            writer.Line("result = ref Cs::Unsafe.Add(ref result, -channels);");
            Store(text.Combine($"right{window}", "left"));
        }
    }

    private static string At(int count, string unit) => count == 0 ? "channel" : $"{Text.Times(count, unit)} + channel";

    private void Store(string value) => writer.Line($"TPlacement.Store<TLanes, TVector, {text.Element}>({value}, ref result, 0);");

    private void PrintSingles()
    {
        writer.Line("\n/// <summary>The windows of a row one by one. Where a pixel is narrower than a vector, what hangs over is overwritten by the next one, up to the end of the row.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Windows{text.TypeParameters}(ref {text.Element} columns, ref {text.Element} target, nint windows, nint channels, nint run, nint step, nint extent)"))
        {
            using (writer.Block("for (nint window = 0; window < windows; window++)"))
            {
                writer.Line($"ref {text.Element} from = ref Cs::Unsafe.Add(ref columns, window * step);");
                using (writer.Block("for (nint next = 0; next < run; next += TLanes.Count)"))
                {
                    writer.Line("nint channel = nint.Max(0, nint.Min(next, run - TLanes.Count)), into = window * channels + channel;");
                    writer.Line($"var {Noun} = TLanes.Load(ref from, channel);");
                    using (writer.Indented($"for (int column = 1; column < {Kernel}; column++)"))
                        writer.Line($"{Noun} = {text.Combine(Noun, "TLanes.Load(ref from, column * step + channel)")};");
                    using (writer.Indented("if (into + TLanes.Count <= extent)"))
                        writer.Line($"TPlacement.Store<TLanes, TVector, {text.Element}>({Noun}, ref target, into);");
                    using (writer.Indented("else"))
                        writer.Line($"TLanes.StoreClipped({Noun}, ref target, into, extent);");
                }
            }
        }
    }
}
