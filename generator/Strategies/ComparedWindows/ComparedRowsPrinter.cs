using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ComparedWindows;

/// <summary>
/// Prints compared windows of planes. Rows lie apart by their columns' places in a stride, so that neighbouring windows find each of their
/// taps in neighbouring elements.
/// </summary>
internal sealed class ComparedRowsPrinter(CodeWriter writer, KernelPlan kernel, ComparedWindowsPlan plan)
{
    private readonly ComparisonPrinter _comparison = new(writer, kernel);

    private AxisSpec Width => kernel.Spec.Width;

    private int Stride => Width.Stride;

    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    /// <summary>The rows of scratch memory that a row of the input takes.</summary>
    private string RowOfPhases => Text.Times(Stride, "row");

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: "2 * Layout(geometry).Runs - 1"))
        {
            writer.Line();
            writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => checked(Layout(geometry).Length * sizeof({Element}));");
            writer.Line();
            writer.Line($"private static Rt::ComparedPlane Layout(in Rt::PoolingGeometry geometry) => Rt::ComparedPlane.Create<{Element}>(geometry, kernel: {Width.Kernel}, stride: {Stride});");
            PrintRun();
            _comparison.PrintCompare("A plane that has been taken apart.", "Rt::ComparedPlane layout, nint target", [("Extremes", "layout"), ("Gather", "layout, target")]);
            PrintTakeApart();
            PrintExtremes();
            PrintGather();
            _comparison.Print();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, kernel.Spec.Element))
        {
            writer.Line("var layout = Layout(geometry);");
            writer.Line($"operands.FillScratch(layout.Gradients, layout.Length - layout.Gradients, 0{kernel.Spec.Element.Suffix}); // also the margins");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("nint target = plane * geometry.InputPlane;");
                using (writer.Indented("if (TakeApart<TLanes, TVector>(operands, geometry, layout, plane * geometry.OutputPlane, target))"))
                    writer.Line("Compare<TLanes, TVector, Rt::Numbers>(operands, geometry, layout, target);");
                using (writer.Indented("else"))
                    writer.Line("Compare<TLanes, TVector, Rt::AnyValues>(operands, geometry, layout, target);");
            }
        }
    }

    private IDisposable Method(string result, string name, string more = "") => _comparison.Method(result, name, $"Rt::ComparedPlane layout{more}");

    private void PrintTakeApart()
    {
        writer.Line("\n/// <summary>Rows of the input, apart by their columns' places in a stride, and of gradients. Whether the input has numbers alone.</summary>");
        using (Method("bool", "TakeApart<TLanes, TVector>", ", nint source, nint target"))
        {
            writer.Line($"ref {Element} input = ref Cs::Unsafe.Add(ref operands.Input, target);");
            writer.Line($"ref {Element} apart = ref operands.Scratch;");
            writer.Line("var (rows, columns) = (geometry.Height, geometry.Width);");
            writer.Line("nint row = layout.Row, width = columns.InputExtent, windows = columns.OutputExtent;");
            writer.Line($"var identity = TLanes.Broadcast({kernel.Reduction.Identity});");
            writer.Line("var sum = TLanes.Zero;");
            using (writer.Block($"for (int number = 0; number < rows.InputExtent; number++, input = ref Cs::Unsafe.Add(ref input, width), apart = ref Cs::Unsafe.Add(ref apart, {RowOfPhases}))"))
            using (writer.Block("for (nint run = 0; run < layout.Reached; run += TLanes.Count)"))
            {
                writer.Line($"nint column = {Text.Times(Stride, "run")} - columns.PaddingBegin;");
                for (int part = 0; part < Stride; part++)
                    writer.Line($"var part{part} = TLanes.LoadClipped(ref input, column{Vectors(part)}, width, identity);");
                for (int part = 0; part < Stride; part++)
                    writer.Line($"sum = TLanes.Add(sum, part{part});");
                for (int phase = 0; phase < Stride; phase++)
                    writer.Line($"TLanes.Store({StrideText.Apart(Stride, phase, part => $"part{part}")}, ref apart, run{Rows(phase)});");
            }
            writer.Line();
            writer.Line($"ref {Element} outputGradient = ref Cs::Unsafe.Add(ref operands.OutputGradient, source);");
            writer.Line($"ref {Element} gradients = ref Cs::Unsafe.Add(ref operands.Scratch, layout.Gradients + layout.Margin);");
            using (writer.Block("for (nint number = 0, to = 0; number < rows.OutputExtent; number++, to += row)"))
            {
                writer.Line($"ref {Element} from = ref Cs::Unsafe.Add(ref outputGradient, number * windows);");
                using (writer.Indented("for (nint at = 0; at < windows; at += TLanes.Count)"))
                    writer.Line("TLanes.Store(TLanes.LoadClipped(ref from, at, windows, TLanes.Zero), ref gradients, to + at);");
            }
            writer.Line("return !TLanes.HasNaN(sum); // also where infinities cancel, which does no harm");
        }
    }

    private void PrintExtremes()
    {
        string divided = plan.Splits ? " The gradient of each window is divided among its winners." : "";
        writer.Line($"\n/// <summary>The {Noun} of each window: of the rows of each column, then of the columns.{divided}</summary>");
        using (Method("void", $"Extremes{ComparisonPrinter.Types}"))
        {
            writer.Line($"ref {Element} scratch = ref operands.Scratch;");
            writer.Line("var (rows, columns) = (geometry.Height, geometry.Width);");
            writer.Line($"nint row = layout.Row, rowStep = {RowOfPhases}, extremes = layout.Extremes + layout.Margin{(plan.Splits ? ", gradients = layout.Gradients + layout.Margin" : "")};");
            if (plan.Splits)
                writer.Line($"var one = TLanes.Broadcast(1{kernel.Spec.Element.Suffix});");
            using (writer.Block($"for (int window = 0; window < rows.OutputExtent; window++, extremes += row{(plan.Splits ? ", gradients += row" : "")})"))
            {
                writer.Line("var taps = rows.Taps(window);");
                writer.Line("nint first = (rows.Start(window) + taps.First) * rowStep;");
                using (writer.Block("for (nint at = 0; at < layout.Reached; at += TLanes.Count)"))
                {
                    PrintColumns();
                    if (plan.Splits)
                        PrintColumnCounts();
                }
                using (writer.Block("for (nint at = 0; at < columns.OutputExtent; at += TLanes.Count)"))
                {
                    for (int tap = 0; tap < Width.Kernel; tap++)
                        writer.Line(tap == 0 ? $"var {Noun} = {OfColumn("Columns", tap)};" : $"{Noun} = {_comparison.Extreme(Noun, OfColumn("Columns", tap))};");
                    writer.Line($"TLanes.Store({Noun}, ref scratch, extremes + at);");
                }
                if (plan.Splits)
                    writer.Line($"Divide{ComparisonPrinter.Types}(operands, geometry, layout, extremes, gradients);");
            }
        }
        if (plan.Splits)
            PrintShares();
    }

    /// <summary>The extremes of a run of columns of each place in a stride, down the rows of a window.</summary>
    private void PrintColumns()
    {
        foreach (string name in OfPhases(Noun))
            writer.Line($"var {name} = TLanes.Broadcast({kernel.Reduction.Identity});");
        using (RowTaps())
        {
            for (int phase = 0; phase < Stride; phase++)
                writer.Line($"{Noun}{phase} = {_comparison.Extreme($"{Noun}{phase}", LoadTap(phase))};");
        }
        for (int phase = 0; phase < Stride; phase++)
            writer.Line($"TLanes.Store({Noun}{phase}, ref scratch, layout.Columns + at{Rows(phase)});");
    }

    /// <summary>How many rows hold their column's extreme: where columns lie beside the input, none.</summary>
    private void PrintColumnCounts()
    {
        foreach (string name in OfPhases("count"))
            writer.Line($"var {name} = TLanes.Zero;");
        using (RowTaps())
        {
            for (int phase = 0; phase < Stride; phase++)
                writer.Line($"count{phase} = {ComparisonPrinter.Add($"count{phase}", LoadTap(phase), $"{Noun}{phase}", "one")};");
        }
        writer.Line($"nint left = {Text.Times(Stride, "at")} - columns.PaddingBegin;");
        for (int phase = 0; phase < Stride; phase++)
            writer.Line($"TLanes.Store(TLanes.SelectInsideStrided(left{Text.Signed(phase)}, {Stride}, columns.InputExtent, count{phase}), ref scratch, layout.Counts + at{Rows(phase)});");
    }

    /// <summary>A method of its own: with the extremes, it would have more lane operations than a method may.</summary>
    private void PrintShares()
    {
        writer.Line("\n/// <summary>The gradients of a row of windows, divided among those of their columns that hold the extreme, as often as they do.</summary>");
        using (Method("void", $"Divide{ComparisonPrinter.Types}", ", nint extremes, nint gradients"))
        {
            writer.Line($"ref {Element} scratch = ref operands.Scratch;");
            if (Stride > 1)
                writer.Line("nint row = layout.Row;");
            writer.Line($"var one = TLanes.Broadcast(1{kernel.Spec.Element.Suffix});");
            using (writer.Block("for (nint at = 0; at < geometry.Width.OutputExtent; at += TLanes.Count)"))
            {
                writer.Line($"var {Noun} = TLanes.Load(ref scratch, extremes + at);");
                writer.Line("var count = TLanes.Zero;");
                for (int tap = 0; tap < Width.Kernel; tap++)
                    writer.Line($"count = {ComparisonPrinter.Add("count", OfColumn("Columns", tap), Noun, OfColumn("Counts", tap))};");
                writer.Line("TLanes.Store(TLanes.Divide(TLanes.Load(ref scratch, gradients + at), TLanes.MaxOfNumbers(count, one)), ref scratch, gradients + at);");
            }
        }
    }

    private IEnumerable<string> OfPhases(string name) => Enumerable.Range(0, Stride).Select(phase => $"{name}{phase}");

    private IDisposable RowTaps() => writer.Block("for (nint tap = taps.First, from = first + at; tap < taps.End; tap++, from += rowStep)");

    private static string LoadTap(int phase) => $"TLanes.Load(ref scratch, from{Rows(phase)})";

    private string OfColumn(string what, int tap) => $"TLanes.Load(ref scratch, layout.{what} + at{Tap(tap)})";

    private void PrintGather()
    {
        writer.Line("\n/// <summary>Rows of the input gradient: an element takes the gradients of those of its windows whose extreme it holds.</summary>");
        using (Method("void", $"Gather{ComparisonPrinter.Types}", ", nint target"))
        {
            writer.Line($"ref {Element} inputGradient = ref Cs::Unsafe.Add(ref operands.InputGradient, target);");
            writer.Line($"ref {Element} apart = ref operands.Scratch;");
            writer.Line($"ref {Element} extremes = ref Cs::Unsafe.Add(ref apart, layout.Extremes + layout.Margin);");
            writer.Line($"ref {Element} gradients = ref Cs::Unsafe.Add(ref apart, layout.Gradients + layout.Margin);");
            writer.Line("var (rows, columns) = (geometry.Height, geometry.Width);");
            writer.Line("nint row = layout.Row, width = columns.InputExtent;");
            writer.Line("int first = 0, end = 0; // the rows of windows that hold a row");
            using (writer.Block($"for (int number = 0; number < rows.InputExtent; number++, inputGradient = ref Cs::Unsafe.Add(ref inputGradient, width), apart = ref Cs::Unsafe.Add(ref apart, {RowOfPhases}))"))
            {
                _comparison.PrintRowsOfWindows("number");
                using (writer.Block("for (nint run = 0; run < layout.Runs; run += TLanes.Count)"))
                {
                    for (int phase = 0; phase < Stride; phase++)
                    {
                        writer.Line($"var tap{phase} = TLanes.Load(ref apart, run{Rows(phase)});");
                        writer.Line($"var sum{phase} = TLanes.Zero;");
                    }
                    using (writer.Block("for (nint window = first, at = first * row + run; window < end; window++, at += row)"))
                        _comparison.PrintWindows(windows => Text.Signed(-windows));
                    PrintTogether();
                }
            }
        }
    }

    /// <summary>The sums of a run's columns in the order of memory.</summary>
    private void PrintTogether()
    {
        IReadOnlyList<string> parts = StrideText.Together(writer, [.. Enumerable.Range(0, Stride).Select(phase => $"sum{phase}")]);
        writer.Line($"nint column = {Text.Times(Stride, "run")} - columns.PaddingBegin;");
        using (writer.Block($"if (column >= 0 && column + {Text.Times(Stride, "TLanes.Count")} <= width)"))
        {
            for (int part = 0; part < Stride; part++)
                writer.Line($"TLanes.Store({parts[part]}, ref inputGradient, column{Vectors(part)});");
        }
        using (writer.Block("else"))
        {
            for (int part = 0; part < Stride; part++)
                writer.Line($"TLanes.StoreClipped({parts[part]}, ref inputGradient, column{Vectors(part)}, width);");
        }
    }

    /// <summary>Where a tap of a window lies, from the window's run in a row on.</summary>
    private string Tap(int tap) => $"{Rows(tap % Stride)}{Text.Signed(tap / Stride)}";

    private static string Rows(int count) => count == 0 ? "" : $" + {Text.Times(count, "row")}";

    private static string Vectors(int count) => count == 0 ? "" : $" + {Text.Times(count, "TLanes.Count")}";
}
