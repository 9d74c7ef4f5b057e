using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>
/// Prints the gathering of planes in the order of memory: row by row, each from the rows of windows that reach it. The rows of a stride
/// (phases) follow each other, and each has code of its own.
/// </summary>
internal sealed class GatherSweepPrinter(CodeWriter writer, KernelPlan kernel, GatherRowsPlan plan, GradientText text, GatherBlock block)
{
    private readonly GatherVectorsPrinter _vectors = new(writer, kernel, plan, text, block);

    private AxisSpec Height => kernel.Spec.Axes[0];

    private AxisSpec Width => kernel.Spec.Axes[1];

    private string Element => kernel.Spec.Element.Keyword;

    /// <summary>Whether several rows of windows reach some row of the input.</summary>
    private bool Overlaps => Height.Kernel > Height.Stride;

    /// <summary>The gradients that stand for a row of windows, which a vector behind the last may read too.</summary>
    private string MissingRow => plan.RunsOn && plan.Windows.Max() > 0 ? $"(geometry.Width.OutputExtent{Signed.Text(plan.Windows.Max())})" : "geometry.Width.OutputExtent";

    public void Print()
    {
        PrintScratchLength();
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            PrintLocals();
            writer.Line();
            using (writer.Block("for (int plane = 0; plane < planes; plane++)"))
            {
                writer.Line("nint source = (begin + plane) * geometry.OutputPlane, target = (begin + plane) * inputPlane;");
                if (!plan.RowsApart)
                    PrintCoveredRows();
                else
                    PrintRows();
            }
        }
        if (plan.RowsApart)
        {
            for (int phase = 0; phase < Math.Min(Height.Stride, Height.Kernel); phase++)
                PrintRowMethod(phase);
        }
    }

    private void PrintScratchLength()
    {
        const string Signature = "(in Rt::PoolingGeometry geometry) =>";
        if (text.CountsTaps)
        {
            int reach = Math.Max(plan.Windows.Max(Math.Abs), GatherRowsPlan.RowsOfWindows(Height, 0));
            writer.Line($"\npublic static int ScratchLength{Signature} checked(Shares(geometry).End * sizeof({Element}));");
            writer.Line($"\nprivate static Rt::WindowShares Shares{Signature} Rt::WindowShares.Of<{Element}>(geometry, start: {(Overlaps ? MissingRow : "0")}, reach: {reach});");
        }
        else if (Overlaps)
        {
            string behind = plan.RunsOn ? " + Rt::ScratchVectors.Length(1)" : "";
            writer.Line($"\npublic static int ScratchLength{Signature} checked({MissingRow} * sizeof({Element}){behind});");
        }
    }

    private void PrintShares()
    {
        if (!text.CountsTaps)
            return;
        writer.Line("var shares = Shares(geometry);");
        writer.Line($"shares.Fill(operands, geometry, padding: {(kernel.Spec.Divisor.Kind == DivisorKind.PaddedTaps ? "true" : "false")});");
        writer.Line($"ref {Element} columnShares = ref Cs::Unsafe.Add(ref operands.Scratch, shares.Columns);");
        writer.Line($"ref {Element} rowShares = ref Cs::Unsafe.Add(ref operands.Scratch, shares.Rows);");
    }

    private void PrintLocals()
    {
        if (!plan.RowsApart && text.HasRecords)
            writer.Line($"ref TRecord {text.Records} = ref operands.Records<TRecord>();");
        writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
        if (!plan.RowsApart)
            writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
        writer.Line("int outputRows = geometry.Height.OutputExtent, inputRows = geometry.Height.InputExtent, planes = end - begin;");
        writer.Line("nint outputs = geometry.Width.OutputExtent, width = geometry.Width.InputExtent;");
        writer.Line($"nint inputPlane = geometry.InputPlane, inputEnd = end * inputPlane{(plan.RunsOn ? ", outputEnd = end * geometry.OutputPlane" : "")};");
        _vectors.PrintBounds();
        PrintShares();
        if (!plan.RowsApart)
        {
            _vectors.PrintShare();
            if (plan.JoinsPlanes)
            {
                using (writer.Indented($"if (inputRows == {Signed.Times(Height.Stride, "outputRows")})"))
                    writer.Line("(outputRows, inputRows, planes) = (planes * outputRows, planes * inputRows, 1); // planes without a rest follow each other like rows");
            }
        }
        else
        {
            PrintSteps();
        }
        if (Overlaps)
        {
            string missing = plan.RunsOn ? $"(int)outputs{Signed.Text(plan.Windows.Max())} + TLanes.Count" : "(int)outputs";
            writer.Line($"operands.FillScratch(0, {missing}, 0{kernel.Spec.Element.Suffix}); // the gradients of a row of windows that is not there");
        }
    }

    private void PrintSteps()
    {
        string end = Height.HasDerivedPadding ? "geometry.Height.PaddingBegin + inputRows" : Height.PaddingBegin == 0 ? "inputRows" : $"inputRows{Signed.Text(Height.PaddingBegin)}";
        string steps = Height.Stride == 1 ? end : $"({end}{Signed.Text(Height.Stride - 1)}) / {Height.Stride}";
        writer.Line($"int steps = {steps}; // the rows of windows, and as many more as the input has rows below them");
    }

    private void PrintCoveredRows()
    {
        using (writer.Block("for (int window = 0; window < outputRows; window++)"))
        {
            writer.Line("nint line = target + window * (nint)" + (Height.Stride == 1 ? "width;" : $"{Height.Stride} * width;"));
            writer.Line("nint place0 = source + window * outputs;");
            writer.Line($"ref {Element} gradients0 = ref Cs::Unsafe.Add(ref outputGradient, place0);");
            if (text.CountsTaps)
                writer.Line($"var rowShare0 = TLanes.Broadcast(Cs::Unsafe.Add(ref rowShares, window));");
            _vectors.PrintWhole(Height.Kernel == 1 ? "line" : $"line + {Signed.Times(Height.Kernel - 1, "width")}");
            PrintPrefetch(text.Records);
            writer.Line($"TPlacement.PrefetchTargetAhead(ref inputGradient, line, {Signed.Times(Height.Stride, "width")});");
            for (int phase = 0; phase < Height.Kernel; phase++)
            {
                _vectors.Print(phase, 1);
                if (phase + 1 < Height.Stride)
                    writer.Line("line += width;");
            }
            for (int phase = Height.Kernel; phase < Height.Stride; phase++)
            {
                string row = $"{Height.Stride} * window + {phase}";
                using (writer.Indented($"if ({row} < inputRows)"))
                    writer.Line("operands.ClearInputGradient(line, width);");
                if (phase + 1 < Height.Stride)
                    writer.Line("line += width;");
            }
        }
        writer.Line($"int covered = global::System.Math.Min(inputRows, {Signed.Times(Height.Stride, "outputRows")});");
        using (writer.Indented("if (covered < inputRows)"))
            writer.Line("operands.ClearInputGradient(target + covered * width, (inputRows - covered) * width);");
    }

    private void PrintRows()
    {
        using (writer.Block("for (int window = 0; window < steps; window++)"))
        {
            string top = Height.HasDerivedPadding ? " - geometry.Height.PaddingBegin" : Signed.Text(-Height.PaddingBegin);
            writer.Line($"int row = {Signed.Times(Height.Stride, "window")}{top};");
            if (Overlaps)
                PrintWindowRows();
            else
                writer.Line("nint place0 = source + window * outputs;");
            PrintPrefetch("operands.Records<TRecord>()");
            for (int phase = 0; phase < Height.Stride; phase++)
                PrintRow(phase);
        }
    }

    private void PrintPrefetch(string records)
    {
        writer.Line("TPlacement.PrefetchAhead(ref outputGradient, place0, outputs);");
        if (text.HasRecords)
            writer.Line($"TPlacement.PrefetchAhead(ref {records}, place0, outputs);");
    }

    /// <summary>The rows of windows that reach the rows of a stride. In place of those that are missing, at the ends of the plane, stands one without gradients.</summary>
    private void PrintWindowRows()
    {
        for (int number = 0; number < GatherRowsPlan.RowsOfWindows(Height, 0); number++)
        {
            string window = number == 0 ? "window" : $"(window - {number})";
            string clamped = number == 0 ? "global::System.Math.Min(window, outputRows - 1)" : $"global::System.Math.Clamp(window - {number}, 0, outputRows - 1)";
            writer.Line($"nint place{number} = source + {clamped} * outputs;");
            writer.Line($"ref {Element} gradients{number} = ref unchecked((uint){window}) < (uint)outputRows ? ref Cs::Unsafe.Add(ref outputGradient, place{number}) : ref operands.Scratch;");
        }
    }

    private void PrintRow(int phase)
    {
        string row = phase == 0 ? "row" : $"(row + {phase})";
        int above = GatherRowsPlan.RowsOfWindows(Height, phase);
        using (writer.Block($"if (unchecked((uint){row}) < (uint)inputRows)"))
        {
            writer.Line($"nint line = target + {row} * width;");
            if (above == 0)
            {
                writer.Line("operands.ClearInputGradient(line, width);");
                return;
            }

            string nearest = above == 1 ? "window" : $"window{Signed.Text(1 - above)}";
            using (writer.Indented($"if ({nearest} >= outputRows)"))
                writer.Line("operands.ClearInputGradient(line, width);");
            using (writer.Block("else"))
            {
                _vectors.PrintWhole("line");
                writer.Line($"{Name(phase)}<TLanes, TVector, TPlacement>(operands, geometry, {RowArguments(above)}line, inputEnd, whole);");
            }
        }
    }

    private string Name(int phase) => Height.Stride == 1 || Height.Kernel == 1 ? "Row" : $"Row{phase}";

    private string RowArguments(int above)
    {
        IEnumerable<int> numbers = Enumerable.Range(0, above);
        string rows = Overlaps
            ? string.Concat(numbers.Select(number => $"ref gradients{number}, place{number}, "))
            : "ref Cs::Unsafe.Add(ref outputGradient, place0), place0, ";
        return text.CountsTaps
            ? rows + "ref columnShares, " + string.Concat(numbers.Select(number => $"Cs::Unsafe.Add(ref rowShares, window{Signed.Text(-number)}), "))
            : rows;
    }

    private void PrintRowMethod(int phase)
    {
        int above = GatherRowsPlan.RowsOfWindows(Height, phase);
        IEnumerable<int> numbers = Enumerable.Range(0, above);
        string rows = string.Concat(numbers.Select(number => $"ref {Element} gradients{number}, nint place{number}, "));
        if (text.CountsTaps)
            rows += $"ref {Element} columnShares, " + string.Concat(numbers.Select(number => $"{Element} reciprocal{number}, "));
        string from = above == 1 ? "one row of windows" : $"{above} rows of windows";
        writer.Line($"\n/// <summary>A row that {from} can reach{(phase == 0 ? "" : $", {phase} behind the first row of a window")}.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void {Name(phase)}<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, {rows}nint line, nint inputEnd, nint whole)"))
        {
            if (text.HasRecords)
                writer.Line($"ref TRecord {text.Records} = ref operands.Records<TRecord>();");
            writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
            writer.Line("nint outputs = geometry.Width.OutputExtent, width = geometry.Width.InputExtent;");
            writer.Line("TPlacement.PrefetchTargetAhead(ref inputGradient, line, width);");
            _vectors.PrintRuns();
            _vectors.PrintShare();
            if (text.CountsTaps)
            {
                foreach (int number in numbers)
                    writer.Line($"var rowShare{number} = TLanes.Broadcast(reciprocal{number});");
            }
            writer.Line();
            _vectors.Print(phase, above);
        }
    }
}
