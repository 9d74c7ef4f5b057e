using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>
/// Prints the gathering of planes in the order of memory: row by row, each from the rows of windows that reach it. The rows of a stride
/// (phases) follow each other, and each has code of its own.
/// </summary>
internal sealed class GatherRowsPrinter(CodeWriter writer, KernelPlan kernel, GatherRowsPlan plan, GradientText text)
{
    private readonly GatherVectorsPrinter _vectors = new(writer, kernel, plan, text);

    private AxisSpec Height => kernel.Spec.Axes[0];

    private AxisSpec Width => kernel.Spec.Axes[1];

    private string Element => kernel.Spec.Element.Keyword;

    /// <summary>Whether several rows of windows reach some row of the input.</summary>
    private bool Overlaps => Height.Kernel > Height.Stride;

    /// <summary>The gradients that stand for a row of windows, which a vector behind the last may read too.</summary>
    private string MissingRow => plan.Vectors.RunsOn && plan.Windows.Max() > 0 ? $"(geometry.Width.OutputExtent{Text.Signed(plan.Windows.Max())})" : "geometry.Width.OutputExtent";

    public void Print()
    {
        // What a vector writes behind its row's end in memory order is overwritten by the next row, so half a vector is enough for it.
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: $"2 * {Runs} - 1", rowExtent: "geometry.Width.InputExtent"))
        {
            PrintScratchLength();
            writer.Line();
            using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
                PrintRun();
            new GatherStepsPrinter(writer, kernel, plan, text, _vectors).Print();
        }
    }

    private string Runs => plan.Vectors.LeavesColumns ? "geometry.Width.OutputExtent"
        : Width.Stride == 1 ? "geometry.Width.InputExtent"
        : $"((geometry.Width.InputExtent + {Width.Stride - 1}) / {Width.Stride})";

    private void PrintRun()
    {
        PrintLocals();
        writer.Line();
        if (plan.TakesPlanesTogether)
            PrintPlanesTogether();
        using (writer.Block($"for ({(plan.TakesPlanesTogether ? "" : "int plane = 0")}; plane < planes; plane++)"))
        {
            writer.Line("nint source = (begin + plane) * geometry.OutputPlane, target = (begin + plane) * inputPlane;");
            if (!plan.RowsApart)
                PrintBehind();
            PrintSteps();
            if (!Overlaps)
                PrintUncovered();
        }
    }

    /// <summary>All planes but the last in one call: a small plane takes no longer than a call.</summary>
    private void PrintPlanesTogether()
    {
        writer.Line($"nint rest = inputPlane - {RowOf("outputRows")} * width, place = begin * geometry.OutputPlane; // no window reaches the last rows of a plane");
        writer.Line("int plane = (int)nint.Clamp(nint.Min(wholeLine / inputPlane, wholePlace / geometry.OutputPlane) - begin, 0, planes); // planes up to here have nothing but whole vectors");
        writer.Line("var (steps, repeats) = rest > 0 ? (outputRows, plane) : (plane * outputRows, 1); // without a rest, planes follow each other like rows");
        PrintRowsCall("place", "begin * inputPlane", "runs - 1", "steps", "repeats", "rest");
    }

    private void PrintRowsCall(string place, string line, string whole, string steps, params string[] more)
    {
        string arguments = string.Join(", ", [line, "inputEnd", "runs", whole, .. AsksRows ? ["row", "inputRows"] : Array.Empty<string>(), steps, .. more]);
        writer.Line($"Rows<TLanes, TVector, TPlacement>(operands, geometry, {RowArguments(GatherRowsPlan.RowsOfWindows(Height, 0), place)}{arguments});");
    }

    /// <summary>Whether a step may lack rows.</summary>
    private bool AsksRows => plan.RowsApart || plan.MissingRows.Count > 0;

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
            string behind = plan.Vectors.RunsOn ? " + Rt::ScratchVectors.Length(1)" : "";
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
        writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
        writer.Line("int outputRows = geometry.Height.OutputExtent, inputRows = geometry.Height.InputExtent, planes = end - begin;");
        writer.Line("nint outputs = geometry.Width.OutputExtent, width = geometry.Width.InputExtent;");
        writer.Line($"nint inputPlane = geometry.InputPlane, inputEnd = end * inputPlane{(plan.Vectors.RunsOn ? ", outputEnd = end * geometry.OutputPlane" : "")};");
        _vectors.PrintBounds();
        PrintShares();
        if (plan.Planes == PlaneOrder.Joined)
        {
            using (writer.Indented($"if (inputRows == {Text.Times(Height.Stride, "outputRows")})"))
                writer.Line("(outputRows, inputRows, planes) = (planes * outputRows, planes * inputRows, 1); // planes without a rest follow each other like rows");
        }
        if (!Overlaps)
            return;

        string steps = Height.Stride == 1 ? RowsBehindPadding : $"({RowsBehindPadding}{Text.Signed(Height.Stride - 1)}) / {Height.Stride}";
        writer.Line($"int steps = {steps}; // the rows of windows, and as many more as the input has rows below them");
        string missing = plan.Vectors.RunsOn ? $"(int)outputs{Text.Signed(plan.Windows.Max())} + TLanes.Count" : "(int)outputs";
        writer.Line($"operands.FillScratch(0, {missing}, 0{kernel.Spec.Element.Suffix}); // the gradients of a row of windows that is not there");
    }

    /// <summary>The rows of the input and of the padding before it, as an expression.</summary>
    private string RowsBehindPadding => Height.HasDerivedPadding ? "inputRows + geometry.Height.PaddingBegin" : $"inputRows{Text.Signed(Height.PaddingBegin)}";

    /// <summary>The row of the input that a step begins with, as an expression.</summary>
    private string RowOf(string step)
    {
        string padding = Height.HasDerivedPadding ? " - geometry.Height.PaddingBegin" : Text.Signed(-Height.PaddingBegin);
        return Text.Times(Height.Stride, step) + padding;
    }

    /// <summary>Which steps follow each other in one call: those whose rows, and the rows of windows that reach them, all exist.</summary>
    private void PrintBehind()
    {
        if (Height.HasDerivedPadding)
            writer.Line($"int lead = {DerivedLead};");
        string rows = Height.Stride == 1 || RowsBehindPadding == "inputRows" ? RowsBehindPadding : $"({RowsBehindPadding})";
        writer.Line($"int behind = {(AllRowsCovered ? "outputRows" : $"global::System.Math.Min(outputRows, {(Height.Stride == 1 ? rows : $"{rows} / {Height.Stride}")})")}; // steps {(HasLead ? $"from {Lead} " : "")}up to here have all their rows and rows of windows");
        if (!plan.Vectors.RunsOn)
            return;

        string last = Height.HasDerivedPadding
            ? $"{Text.Times(Height.Stride, "behind")}{Text.Signed(LastGathered - Height.Stride)} - geometry.Height.PaddingBegin"
            : $"{Text.Times(Height.Stride, "behind")}{Text.Signed(LastGathered - Height.Stride - Height.PaddingBegin)}";
        using (writer.Indented($"while (runsOn && behind > {Lead} && (target + ({last}) * width > wholeLine || source + (behind - 1) * outputs > wholePlace))"))
            writer.Line("behind--;");
    }

    /// <summary>Whether rows of windows hold all rows of their steps, from the first to the last.</summary>
    private bool AllRowsCovered => !Overlaps && !Height.Clips && Height.Kernel == Height.Stride;

    /// <summary>The last row of a step that windows reach.</summary>
    private int LastGathered => Math.Min(Height.Stride, Height.Kernel) - 1;

    private bool HasLead => Overlaps || Height.HasDerivedPadding || Height.PaddingBegin > 0;

    /// <summary>The first step whose rows lie behind the padding, and whose farthest row of windows exists.</summary>
    private string Lead => Height.HasDerivedPadding ? "lead" : $"{Math.Max(FarthestRowOfWindows, (Height.PaddingBegin + Height.Stride - 1) / Height.Stride)}";

    private string DerivedLead =>
        $"global::System.Math.Max({FarthestRowOfWindows}, {(Height.Stride == 1 ? "geometry.Height.PaddingBegin" : $"(geometry.Height.PaddingBegin + {Height.Stride - 1}) / {Height.Stride}")})";

    private int FarthestRowOfWindows => Math.Max(0, GatherRowsPlan.RowsOfWindows(Height, 0) - 1);

    private void PrintSteps()
    {
        string steps = Overlaps ? "steps" : "outputRows";
        using (writer.Block(plan.RowsApart ? $"for (int window = 0; window < {steps}; window++)" : $"for (int window = 0, next; window < {steps}; window = next)"))
        {
            if (!plan.RowsApart)
                writer.Line($"next = {(HasLead ? $"window >= {Lead} && window < behind" : "window < behind")} ? behind : window + 1;");
            if (AsksRows)
                writer.Line($"int row = {RowOf("window")};");
            const string Place = "nint place0 = source + window * outputs";
            if (Overlaps)
                PrintWindowRows();
            else if (plan.RowsApart)
                writer.Line($"{Place};");
            if (plan.RowsApart)
            {
                for (int phase = 0; phase < Height.Stride; phase++)
                    PrintRow(phase);
                return;
            }

            writer.Line($"{(Overlaps ? "nint" : Place + ",")} line = target + {(AsksRows ? "row" : RowOf("window"))} * width;");
            _vectors.PrintWhole(LastGathered == 0 ? "line" : $"line + {Text.Times(LastGathered, "width")}");
            PrintRowsCall("place0", "line", "whole", "next - window", plan.TakesPlanesTogether ? ["1", "0"] : []);
        }
    }

    /// <summary>The rows behind those of the last step, which no window reaches.</summary>
    private void PrintUncovered()
    {
        if (plan.TakesPlanesTogether)
        {
            writer.Line("operands.ClearInputGradient(target + inputPlane - rest, rest);");
            return;
        }
        writer.Line($"int covered = global::System.Math.Min(inputRows, {RowOf("outputRows")});");
        writer.Line("operands.ClearInputGradient(target + covered * width, (inputRows - covered) * width);");
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

    /// <summary>A row that has a method of its own.</summary>
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
            _vectors.PrintWhole("line");
            writer.Line($"{GatherStepsPrinter.RowName(phase)}<TLanes, TVector, TPlacement>(operands, geometry, {RowArguments(above)}line, inputEnd, runs, whole);");
        }
    }

    private string RowArguments(int above, string place = "place0")
    {
        string rows = Overlaps
            ? string.Concat(Enumerable.Range(0, above).Select(number => $"ref gradients{number}, place{number}, "))
            : $"ref Cs::Unsafe.Add(ref outputGradient, {place}), {place}, ";
        return text.CountsTaps ? rows + "ref columnShares, ref Cs::Unsafe.Add(ref rowShares, window), " : rows;
    }
}
