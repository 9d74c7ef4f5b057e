using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>
/// Prints the combination along the rows of a block in registers. A row is walked from right to left: of each run that another takes its end
/// from, the vector of the right neighbour is at hand.
/// </summary>
internal sealed class JoinedRunsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan, LargeWindowsText text)
{
    private string Noun => kernel.Reduction.Noun;

    public void Print()
    {
        writer.Line("\n/// <summary>The rows of a block, combined along them in registers, from right to left: <c>next2</c> is what the vector to the right has as <c>run2</c>.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Rows{text.TypeParameters}(ref {text.Element} block, ref {text.Element} target, nint width, nint pitch, nint size, nint room, int first, int behind{text.ShareParameters(text.ScalesWindows)})"))
        {
            var windows = new RowWindowsPrinter(writer, kernel, plan, text);
            windows.PrintScale();
            writer.Line($"nint windows = {text.NeighbouringWindows("width")}, last = (windows + {text.Width.Kernel - 2}) / TLanes.Count * TLanes.Count;");
            if (text.Width.Stride > 1)
                writer.Line($"ref {text.Element} neighbours = ref Cs::Unsafe.Add(ref block, {text.WindowsAt});");
            using (writer.Block("for (int window = first; window < behind; window++)"))
            {
                writer.Line($"ref {text.Element} row = ref Cs::Unsafe.Add(ref block, (window - first) * pitch);");
                if (text.Width.Stride == 1)
                    windows.PrintRowDivisor();
                int[] carried = [.. plan.Joined.Select(run => run.Second).Distinct()];
                if (carried.Length > 0)
                    writer.Line($"TVector {string.Join(", ", carried.Select(length => $"next{length} = TLanes.Zero"))}; // no window reaches that far");
                using (writer.Block("for (nint column = last; column >= 0; column -= TLanes.Count)"))
                {
                    writer.Line("var run1 = TLanes.Load(ref row, column);");
                    foreach (JoinedRun run in plan.Joined.Take(plan.Joined.Count - 1))
                        writer.Line($"var run{run.Length} = {Join(run)};");
                    using (writer.Block("if (column < windows)"))
                        PrintWindows(windows);
                    foreach (int length in carried)
                        writer.Line($"next{length} = run{length};");
                }
            }
            if (text.Width.Stride > 1)
                windows.PrintTaken("neighbours");
        }
    }

    private void PrintWindows(RowWindowsPrinter windows)
    {
        writer.Line($"var {Noun} = {(plan.Joined.Count == 0 ? "run1" : Join(plan.Joined[plan.Joined.Count - 1]))};");
        if (text.Width.Stride > 1)
        {
            writer.Line($"TLanes.Store({Noun}, ref neighbours, (window - first) * pitch + column);");
            return;
        }
        windows.PrintFinish();

        // What hangs over belongs to rows and planes that are written later, but for the last of the share.
        writer.Line("nint at = window * width + column;");
        writer.Line("TPlacement.PrefetchTargetAhead(ref target, at, TLanes.Count);");
        using (writer.Indented("if (at <= room - TLanes.Count)"))
            writer.Line($"TPlacement.Store<TLanes, TVector, {text.Element}>({Noun}, ref target, at);");
        using (writer.Indented("else"))
            writer.Line($"TLanes.StoreClipped({Noun}, ref target, at, room);");
    }

    private string Join(JoinedRun run) => text.Combine($"run{run.First}", $"TLanes.ShiftOut(run{run.Second}, next{run.Second}, {run.At})");
}
