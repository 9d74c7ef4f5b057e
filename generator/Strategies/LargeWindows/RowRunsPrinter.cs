using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>Prints the combination along the rows of a block: runs of growing length, and the windows made of them.</summary>
internal sealed class RowRunsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan, LargeWindowsText text)
{
    private int Stride => text.Width.Stride;

    public void Print()
    {
        writer.Line("\n/// <summary>The rows of a block, combined along them: first runs of columns, then windows. Rows follow each other in memory, so runs cross from one to the next where no window does.</summary>");
        string shares = text.ScalesWindows ? $", ref {text.Element} columnShares, ref {text.Element} rowShares" : "";
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Rows<TLanes, TVector>(ref {text.Element} columns, ref {text.Element} target, nint width, nint pitch, nint size, int first, int behind{shares})"))
        {
            writer.Line("nint count = (behind - first) * pitch;");
            for (int level = 1; level <= plan.Levels; level++)
                PrintLevel(level);
            bool scales = text.ScalesWindows;
            if (Stride > 1)
                PrintNeighbouringWindows();
            if (!scales && plan.Divisor > 0)
                writer.Line($"var scale = TLanes.Broadcast({text.Reciprocal});");
            writer.Line();
            using (writer.Block("for (int window = first; window < behind; window++)"))
            {
                writer.Line("nint start = (window - first) * pitch;");
                if (scales)
                    writer.Line("var rowShare = TLanes.Broadcast(Cs::Unsafe.Add(ref rowShares, window));");
                writer.Line($"ref {text.Element} row = ref Cs::Unsafe.Add(ref target, window * width);");
                using (writer.Block("for (nint next = 0; next < width; next += TLanes.Count)"))
                {
                    writer.Line("nint column = nint.Max(0, nint.Min(next, width - TLanes.Count)); // the last vector overlaps the one before");
                    writer.Line($"var {kernel.Reduction.Noun} = {(Stride == 1 ? Window("start + column") : $"TLanes.LoadStrided(ref windows, start + {Stride} * column, {Stride})")};");
                    if (scales)
                        writer.Line($"{kernel.Reduction.Noun} = TLanes.Multiply(TLanes.Multiply({kernel.Reduction.Noun}, TLanes.LoadClipped(ref columnShares, column, width, TLanes.Zero)), rowShare);");
                    else if (plan.Divisor > 0)
                        writer.Line($"{kernel.Reduction.Noun} = TLanes.Multiply({kernel.Reduction.Noun}, scale);");
                    using (writer.Indented("if (width >= TLanes.Count)"))
                        writer.Line($"TLanes.Store({kernel.Reduction.Noun}, ref row, column);");
                    using (writer.Indented("else"))
                        writer.Line($"TLanes.StoreClipped({kernel.Reduction.Noun}, ref row, column, width);");
                }
            }
        }
    }

    private void PrintLevel(int level)
    {
        string name = LargeWindowsText.Buffer(level), shorter = LargeWindowsText.Buffer(level - 1);
        int length = LargeWindowsText.Length(level - 1);
        writer.Line($"ref {text.Element} {name} = ref Cs::Unsafe.Add(ref columns, {(level == 1 ? "size" : $"{level} * size")});");
        using (writer.Indented("for (nint next = 0; next < count; next += TLanes.Count)"))
        {
            string[] runs = Enumerable.Range(0, LargeWindowsPlan.Radix).Select(run => $"TLanes.Load(ref {shorter}, next{Text.Signed(run * length)})").ToArray();
            writer.Line($"TLanes.Store({text.Combine(text.Combine(runs[0], runs[1]), text.Combine(runs[2], runs[3]))}, ref {name}, next);");
        }
    }

    /// <summary>At larger distances, the windows at distance 1, of which every stride-th is taken.</summary>
    private void PrintNeighbouringWindows()
    {
        writer.Line($"ref {text.Element} windows = ref Cs::Unsafe.Add(ref columns, {(plan.Levels == 0 ? "size" : $"{plan.Levels + 1} * size")});");
        using (writer.Indented("for (nint next = 0; next < count; next += TLanes.Count)"))
            writer.Line($"TLanes.Store({Window("next")}, ref windows, next);");
    }

    private string Window(string start) => plan.Runs
        .Select(run => $"TLanes.Load(ref {LargeWindowsText.Buffer(run.Level)}, {start}{Text.Signed(run.Offset)})")
        .Aggregate((joined, run) => text.Combine(joined, run));
}
