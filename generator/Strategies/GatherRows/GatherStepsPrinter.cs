using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>
/// Prints the methods that gather rows: steps of as many as windows lie apart, which the same rows of windows reach, one step after the
/// other; or, where a step is too long for a method, each of its rows.
/// </summary>
internal sealed class GatherStepsPrinter(CodeWriter writer, KernelPlan kernel, GatherRowsPlan plan, GradientText text, GatherVectorsPrinter vectors)
{
    private AxisSpec Height => kernel.Spec.Axes[0];

    private string Element => kernel.Spec.Element.Keyword;

    /// <summary>The method of a row of a step.</summary>
    public static string RowName(int phase) => $"Row{phase}";

    public void Print()
    {
        if (!plan.RowsApart)
        {
            PrintSteps();
            return;
        }
        for (int phase = 0; phase < Math.Min(Height.Stride, Height.Kernel); phase++)
            PrintRow(phase);
    }

    private void PrintSteps()
    {
        int above = GatherRowsPlan.RowsOfWindows(Height, 0);
        string rows = Height.Stride == 1 ? "Rows" : $"Steps of {Height.Stride} rows";
        string planes = plan.TakesPlanesTogether ? ", plane by plane; behind those of a plane there may be a rest, which is cleared" : "";
        writer.Line($"\n/// <summary>{rows} of the input gradient, from top to bottom, each from {(above == 1 ? "the row of windows that reaches it" : $"the {above} rows of windows that reach it")}{planes}.</summary>");
        using (Method("Rows", above, (plan.MissingRows.Count > 0 ? ", int row, int inputRows, int steps" : ", int steps") + (plan.TakesPlanesTogether ? ", int planes, nint rest" : "")))
        {
            PrintLocals(above);
            string[] asked = [.. plan.MissingRows.Select(phase =>
                $"has{phase} = unchecked((uint){(phase == 0 ? "row" : $"(row + {phase})")}) < (uint)inputRows")];
            if (asked.Length > 0)
                writer.Line($"bool {string.Join(", ", asked)}; // of the first step: where there are several, they have all their rows");
            writer.Line();
            using (plan.TakesPlanesTogether ? writer.Block("for (; planes > 0; planes--)") : null)
            {
                using (writer.Block(plan.TakesPlanesTogether ? "for (int step = 0; step < steps; step++)" : "for (; steps > 0; steps--)"))
                    PrintStep(above);
                if (!plan.TakesPlanesTogether)
                    return;
                using (writer.Indented("for (column = 0; column < rest; column += TLanes.Count)"))
                    writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>(TLanes.Zero, ref inputGradient, line + column);");
                writer.Line("line += rest;");
            }
        }
    }

    private void PrintStep(int above)
    {
        PrintRowShares(above);
        for (int phase = 0; phase < Height.Stride; phase++)
        {
            PrintRowOfStep(phase);
            writer.Line("line += width;");
        }
        for (int number = 0; number < above; number++)
        {
            writer.Line($"gradients{number} = ref Cs::Unsafe.Add(ref gradients{number}, outputs);");
            if (text.HasRecords)
                writer.Line($"{text.Records}{number} = ref Cs::Unsafe.Add(ref {text.Records}{number}, outputs);");
        }
        if (text.CountsTaps)
            writer.Line("rowShares = ref Cs::Unsafe.Add(ref rowShares, 1);");
    }

    private void PrintRowOfStep(int phase)
    {
        using (plan.MissingRows.Contains(phase) ? writer.Block($"if (has{phase})") : null)
        {
            int above = GatherRowsPlan.RowsOfWindows(Height, phase);
            if (above == 0)
            {
                writer.Line("operands.ClearInputGradient(line, width);");
                return;
            }
            writer.Line($"ref {Element} row{phase} = ref Cs::Unsafe.Add(ref inputGradient, line);");
            vectors.Print(phase, above, prefetchesGradients: phase == 0);
        }
    }

    private void PrintRow(int phase)
    {
        int above = GatherRowsPlan.RowsOfWindows(Height, phase);
        string from = above == 1 ? "one row of windows" : $"{above} rows of windows";
        writer.Line($"\n/// <summary>A row that {from} can reach{(phase == 0 ? "" : $", {phase} behind the first row of a window")}.</summary>");
        using (Method(RowName(phase), above, ""))
        {
            PrintLocals(above);
            writer.Line($"ref {Element} row{phase} = ref Cs::Unsafe.Add(ref inputGradient, line);");
            PrintRowShares(above);
            writer.Line();
            vectors.Print(phase, above, prefetchesGradients: phase == 0);
        }
    }

    private IDisposable Method(string name, int above, string steps)
    {
        string rows = string.Concat(Enumerable.Range(0, above).Select(number => $"ref {Element} gradients{number}, nint place{number}, "));
        string shares = text.CountsTaps ? $"ref {Element} columnShares, ref {Element} rowShares, " : "";
        return KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void {name}<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, {rows}{shares}nint line, nint inputEnd, nint runs, nint whole{steps})");
    }

    private void PrintLocals(int above)
    {
        if (text.HasRecords)
        {
            for (int number = 0; number < above; number++)
                writer.Line($"ref TRecord {text.Records}{number} = ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), place{number});");
        }
        writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
        writer.Line("nint outputs = geometry.Width.OutputExtent, width = geometry.Width.InputExtent, column;");
        vectors.PrintLocals(above);
    }

    private void PrintRowShares(int above)
    {
        if (!text.CountsTaps)
            return;
        for (int number = 0; number < above; number++)
            writer.Line($"var rowShare{number} = TLanes.Broadcast({(number == 0 ? "rowShares" : $"Cs::Unsafe.Add(ref rowShares, {-number})")});");
    }
}
