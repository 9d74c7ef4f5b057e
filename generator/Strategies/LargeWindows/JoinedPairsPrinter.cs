using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>Prints the combination along rows that two vectors hold with all that windows reach: without a loop along them, and nothing is carried.</summary>
internal sealed class JoinedPairsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan, LargeWindowsText text)
{
    public void Print()
    {
        writer.Line("\n/// <summary>The same for rows of two vectors, up to those that hang over the end of the share.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void RowPairs{text.TypeParameters}(ref {text.Element} block, ref {text.Element} target, nint width, nint pitch, nint size, nint room, int first, int behind)"))
        {
            new RowWindowsPrinter(writer, kernel, plan, text).PrintScale();
            writer.Line($"ref {text.Element} row = ref block;");
            writer.Line("nint at = first * width;");
            using (writer.Block("for (; first < behind && at <= room - 2 * TLanes.Count; first++, at += width, row = ref Cs::Unsafe.Add(ref row, pitch))"))
            {
                writer.Line("var run1A = TLanes.Load(ref row, 0);");
                writer.Line("var run1B = TLanes.Load(ref row, TLanes.Count);");
                foreach (JoinedRun run in plan.Joined.Take(plan.Joined.Count - 1))
                {
                    writer.Line($"var run{run.Length}A = {Join(run, "A", $"run{run.Second}B")};");
                    writer.Line($"var run{run.Length}B = {Join(run, "B", "TLanes.Zero")};");
                }
                writer.Line("TPlacement.PrefetchTargetAhead(ref target, at, 2 * TLanes.Count);");
                JoinedRun window = plan.Joined[plan.Joined.Count - 1];
                using (writer.Indented("if (width > TLanes.Count)"))
                    writer.Line($"TPlacement.Store<TLanes, TVector, {text.Element}>({Finish(Join(window, "B", "TLanes.Zero"))}, ref target, at + TLanes.Count);");
                writer.Line($"TPlacement.Store<TLanes, TVector, {text.Element}>({Finish(Join(window, "A", $"run{window.Second}B"))}, ref target, at); // what hangs over is written later");
            }
            using (writer.Indented("if (first < behind)"))
                writer.Line($"Rows{text.TypeParameters}(ref row, ref target, width, pitch, size, room, first, behind);");
        }
    }

    private string Finish(string value) => plan.Divisor > 0 ? $"TLanes.Multiply({value}, scale)" : value;

    private string Join(JoinedRun run, string letter, string next) =>
        text.Combine($"run{run.First}{letter}", $"TLanes.ShiftOut(run{run.Second}{letter}, {next}, {run.At})");
}
