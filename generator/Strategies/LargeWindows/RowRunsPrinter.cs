using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>Prints the combination along the rows of a block through memory: runs of growing length, and the windows made of them.</summary>
internal sealed class RowRunsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan, LargeWindowsText text)
{
    private int Stride => text.Width.Stride;

    public void Print()
    {
        writer.Line("\n/// <summary>The same through memory, for vectors too short: first runs of columns, then windows. Rows follow each other in memory, so runs cross from one to the next where no window does.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void RowsInMemory{text.TypeParameters}(ref {text.Element} columns, ref {text.Element} target, nint width, nint pitch, nint size, int first, int behind{text.ShareParameters(text.ScalesWindows)})"))
        {
            writer.Line("nint count = (behind - first) * pitch;");
            for (int level = 1; level <= plan.Levels; level++)
                PrintLevel(level);
            var windows = new RowWindowsPrinter(writer, kernel, plan, text);
            windows.PrintScale();
            if (Stride == 1)
            {
                windows.PrintRows(Window("start + column"));
                return;
            }
            PrintNeighbouringWindows();
            windows.PrintTaken("neighbours");
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
        writer.Line($"ref {text.Element} neighbours = ref Cs::Unsafe.Add(ref columns, {text.WindowsAt});");
        using (writer.Indented("for (nint next = 0; next < count; next += TLanes.Count)"))
            writer.Line($"TLanes.Store({Window("next")}, ref neighbours, next);");
    }

    private string Window(string start) => plan.Runs
        .Select(run => $"TLanes.Load(ref {LargeWindowsText.Buffer(run.Level)}, {start}{Text.Signed(run.Offset)})")
        .Aggregate((joined, run) => text.Combine(joined, run));
}
