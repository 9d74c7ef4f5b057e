using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparablePixels;

/// <summary>
/// Prints the method for neighbouring windows of a row with all of their channels: what <c>Rt::PixelRows</c> calls, row by row, where no cache of a core
/// holds the tensors.
/// </summary>
internal sealed class PixelRunPrinter(CodeWriter writer, KernelPlan kernel, SeparablePixelsPlan plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    private int Above => plan.Height.Kernel - 1;

    private int LastTap => plan.Width.Kernel - 1;

    public void Print()
    {
        writer.Line($"\n/// <summary>Neighbouring windows of a row: the {Noun} of each becomes the newest of its rows, and that of all rows its result, if it is complete.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"public static void Windows<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PixelRun<{Element}> run)"))
        {
            writer.Line($"ref {Element} output = ref operands.Output;");
            writer.Line($"ref {Element} {string.Join(", ", Enumerable.Range(0, LastTap + 1).Select(tap => $"tap{tap} = ref run.Tap({tap})"))};");
            writer.Line($"ref {Element} {string.Join(", ", Enumerable.Range(0, Above + 1).Select(row => $"row{row} = ref run.Kept({row})"))};");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line("nint length = run.Length, rowStep = run.RowStep, target = run.Target, record = run.Record;");
            using (writer.Block("for (nint next = 0; next < length; next += TLanes.Count)"))
                PrintVector();
        }
    }

    private void PrintVector()
    {
        writer.Line("nint at = nint.Min(next, length - TLanes.Count); // the last vector overlaps the one before");
        writer.Line($"TPlacement.Prefetch(ref tap{LastTap}, at + rowStep, TLanes.Count);");
        string taps = string.Join(", ", Enumerable.Range(0, LastTap + 1).Select(tap => $"TLanes.Load(ref tap{tap}, at)"));
        writer.Line($"var newest = Columns<TLanes, TVector>({taps}, out var columns);");
        writer.Line($"TLanes.Store(newest, ref row{Above}, at);");
        string rows = string.Concat(Enumerable.Range(0, Above).Select(row => $"TLanes.Load(ref row{row}, at), "));
        writer.Line($"var {Noun} = Rows<TLanes, TVector>({rows}newest, columns, out var won);");
        writer.Line("TLanes.StoreTaps(won, ref records, record + at);");
        using (writer.Indented("if (run.IsComplete)"))
            writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({Noun}, ref output, target + at);");
    }
}
