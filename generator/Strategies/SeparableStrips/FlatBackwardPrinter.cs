using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>
/// Prints the backward pass where there are as many windows as elements, over planes as runs of elements: to each element the gradients of the
/// windows that its row won are summed; then each sums what its column won of its neighbours'.
/// </summary>
internal sealed class FlatBackwardPrinter(CodeWriter writer, KernelPlan kernel, SeparableStripsPlan plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    private SeparableAxis Height => plan.Height;

    private SeparableAxis Width => plan.Width;

    public void Print()
    {
        using (KernelFrame.StructOf(writer, kernel, plan, $"Rt::IFlatBackward<{Element}>"))
        {
            writer.Line("public static int RecordBytes => Cs::Unsafe.SizeOf<TRecord>();");
            PrintRows();
            PrintColumns();
        }
    }

    private void PrintRows()
    {
        writer.Line("\n/// <summary>What the windows above, at and below an element's row give to it, as far as that row won.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"public static void Rows<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, nint width, nint from, nint count)"))
        {
            PrintReferences("outputGradient", "OutputGradient");
            writer.Line($"ref {Element} rowGradient = ref operands.Scratch;");
            using (writer.Block("for (nint to = 0; to < count; to += TLanes.Count, from += TLanes.Count)"))
            {
                PrintSum(Height, firstBit: 0, "outputGradient", "from", "from", Rows);
                writer.Line("TLanes.Store(sum, ref rowGradient, to);");
                writer.Line($"TPlacement.PrefetchAhead(ref outputGradient, from{Rows(Height.Lead)}, TLanes.Count);");
                writer.Line($"TPlacement.PrefetchAhead(ref records, from{Rows(Height.Lead)}, TLanes.Count);");
            }
        }
    }

    private void PrintColumns()
    {
        writer.Line("\n/// <summary>What an element has won of its neighbours' gradients.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"public static void Columns<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, nint row, nint from, nint target, nint count)"))
        {
            writer.Line($"ref {Element} rowGradient = ref operands.Scratch;");
            PrintReferences("inputGradient", "InputGradient");
            using (writer.Block("for (nint next = 0; next < count; next += TLanes.Count)"))
            {
                writer.Line("nint at = nint.Min(next, count - TLanes.Count); // the last vector overlaps the one before");
                PrintSum(Width, Height.Kernel, "rowGradient", "row + at", "from + at", Text.Signed);
                writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>(sum, ref inputGradient, target + at);");
                writer.Line("TPlacement.PrefetchTargetAhead(ref inputGradient, target + at, TLanes.Count);");
            }
        }
    }

    private void PrintReferences(string name, string tensor)
    {
        writer.Line($"ref {Element} {name} = ref operands.{tensor};");
        writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
    }

    /// <summary>The sum over the windows that hold an element, of those where it won.</summary>
    private void PrintSum(SeparableAxis axis, int firstBit, string gradient, string at, string record, Func<int, string> distance)
    {
        for (int tap = 0; tap < axis.Kernel; tap++)
        {
            string window = distance(axis.Lead - tap);
            string operands = $"TLanes.LoadTaps(ref records, {record}{window}), {firstBit + tap}, TLanes.Load(ref {gradient}, {at}{window})";
            writer.Line(tap == 0 ? $"var sum = TLanes.SelectBit({operands});" : $"sum = TLanes.AddBit(sum, {operands});");
        }
    }

    private static string Rows(int distance) => Text.Signed(distance, "width");
}
