using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ComparedWindows;

/// <summary>Prints compared windows of tensors with channels innermost: a vector of neighbouring channels of a sample after the other.</summary>
internal sealed class ComparedPixelsPrinter(CodeWriter writer, KernelPlan kernel, ComparedWindowsPlan plan)
{
    private readonly ComparisonPrinter _comparison = new(writer, kernel);

    private int Stride => kernel.Spec.Width.Stride;

    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: "geometry.Channels"))
        {
            writer.Line("\n/// <summary>For a vector of channels: the extremes of columns of pixels, and the extremes and gradients of the windows.</summary>");
            writer.Line("public static int ScratchLength(in Rt::PoolingGeometry geometry) =>");
            writer.Line($"    Rt::ScratchVectors.Length({Text.Times(plan.Splits ? 2 : 1, "geometry.Width.InputExtent")} + {_comparison.Reach} + 2L * geometry.Height.OutputExtent * Windows(geometry));");
            writer.Line("\n/// <summary>The windows of a row, and those that would follow on both sides.</summary>");
            writer.Line("private static int Windows(in Rt::PoolingGeometry geometry) =>");
            writer.Line($"    {_comparison.Reach} + global::System.Math.Max(geometry.Width.OutputExtent, (geometry.Width.PaddingBegin + geometry.Width.InputExtent + {Stride - 1}) / {Stride});");
            PrintRun();
            _comparison.PrintCompare("A vector of channels of a sample.", "nint source, nint target", [("Extremes", "source, target"), ("Gather", "target")]);
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
            writer.Line($"operands.FillScratch(0, ScratchLength(geometry) / sizeof({Element}), 0{kernel.Spec.Element.Suffix}); // beside the windows of a row there are no gradients");
            writer.Line("nint inputs = geometry.InputPlane * geometry.Channels, outputs = geometry.OutputPlane * geometry.Channels;");
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            using (writer.Block("for (int next = 0; next < geometry.Channels; next += TLanes.Count)"))
            {
                writer.Line("int channel = global::System.Math.Min(next, geometry.Channels - TLanes.Count); // the last vector overlaps the one before");
                writer.Line("nint source = sample * outputs + channel, target = sample * inputs + channel;");
                using (writer.Indented("if (AreNumbers<TLanes, TVector>(operands, geometry, target))"))
                    writer.Line("Compare<TLanes, TVector, Rt::Numbers>(operands, geometry, source, target);");
                using (writer.Indented("else"))
                    writer.Line("Compare<TLanes, TVector, Rt::AnyValues>(operands, geometry, source, target);");
            }
        }
        writer.Line("\n/// <summary>Whether a vector of channels has numbers alone.</summary>");
        using (_comparison.Method("bool", "AreNumbers<TLanes, TVector>", "nint target"))
        {
            writer.Line("nint end = target + geometry.InputPlane * geometry.Channels;");
            writer.Line("var sum = TLanes.Zero;");
            using (writer.Indented("for (nint pixel = target; pixel < end; pixel += geometry.Channels)"))
                writer.Line("sum = TLanes.Add(sum, TLanes.Load(ref operands.Input, pixel));");
            writer.Line("return !TLanes.HasNaN(sum); // also where infinities cancel, which does no harm");
        }
    }

    private void PrintScratch()
    {
        writer.Line("var (rows, columns) = (geometry.Height, geometry.Width);");
        writer.Line("nint step = Windows(geometry) * TLanes.Count; // from one row of windows to the next");
        writer.Line($"ref {Element} extremes = ref Cs::Unsafe.Add(ref operands.Scratch, ({Text.Times(plan.Splits ? 2 : 1, "columns.InputExtent")} + {_comparison.Reach}) * (nint)TLanes.Count);");
        writer.Line($"ref {Element} gradients = ref Cs::Unsafe.Add(ref extremes, rows.OutputExtent * step);");
    }

    private void PrintExtremes()
    {
        string divided = plan.Splits ? ", divided among its winners" : "";
        writer.Line($"\n/// <summary>The {Noun} of each window: of the rows of each column, then of the columns. Beside it, its gradient{divided}.</summary>");
        using (_comparison.Method("void", $"Extremes{ComparisonPrinter.Types}", "nint source, nint target"))
        {
            PrintScratch();
            writer.Line($"ref {Element} input = ref Cs::Unsafe.Add(ref operands.Input, target);");
            writer.Line($"ref {Element} outputGradient = ref Cs::Unsafe.Add(ref operands.OutputGradient, source);");
            writer.Line($"ref {Element} combined = ref operands.Scratch;");
            writer.Line("nint channels = geometry.Channels, rowStep = columns.InputExtent * channels, pixels = columns.InputExtent * (nint)TLanes.Count, given = 0;");
            if (plan.Splits)
            {
                writer.Line($"ref {Element} counts = ref Cs::Unsafe.Add(ref combined, pixels); // how many rows hold their column's {Noun}");
                writer.Line($"var one = TLanes.Broadcast(1{kernel.Spec.Element.Suffix});");
            }
            using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++)"))
            {
                writer.Line("nint window = row * step;");
                writer.Line("var taps = rows.Taps(row);");
                writer.Line("nint first = (rows.Start(row) + taps.First) * rowStep;");
                PrintColumns();
                PrintRow();
            }
        }
    }

    private void PrintColumns()
    {
        using (writer.Block("for (nint at = 0; at < pixels; at += TLanes.Count, first += channels)"))
        {
            writer.Line($"var {Noun} = TLanes.Broadcast({kernel.Reduction.Identity});");
            Each($"{Noun} = {_comparison.Extreme(Noun, "TLanes.Load(ref input, from)")};");
            writer.Line($"TLanes.Store({Noun}, ref combined, at);");
            if (!plan.Splits)
                return;
            writer.Line("var count = TLanes.Zero;");
            Each($"count = {ComparisonPrinter.Add("count", "TLanes.Load(ref input, from)", Noun, "one")};");
            writer.Line("TLanes.Store(count, ref counts, at);");
        }

        void Each(string statement)
        {
            using (writer.Indented("for (nint tap = taps.First, from = first; tap < taps.End; tap++, from += rowStep)"))
                writer.Line(statement);
        }
    }

    private void PrintRow()
    {
        using (writer.Block("for (int column = 0; column < columns.OutputExtent; column++, window += TLanes.Count)"))
        {
            writer.Line("var columnTaps = columns.Taps(column);");
            writer.Line("nint left = columns.Start(column) * (nint)TLanes.Count;");
            writer.Line($"var {Noun} = TLanes.Broadcast({kernel.Reduction.Identity});");
            Each($"{Noun} = {_comparison.Extreme(Noun, "TLanes.Load(ref combined, from)")};");
            writer.Line($"TLanes.Store({Noun}, ref extremes, window);");
            writer.Line("var gradient = TLanes.Load(ref outputGradient, given);");
            if (plan.Splits)
            {
                writer.Line("var count = TLanes.Zero;");
                Each($"count = {ComparisonPrinter.Add("count", "TLanes.Load(ref combined, from)", Noun, "TLanes.Load(ref counts, from)")};");
                writer.Line("gradient = TLanes.Divide(gradient, TLanes.MaxOfNumbers(count, one));");
            }
            writer.Line("TLanes.Store(gradient, ref gradients, window);");
            writer.Line("given += channels;");
        }

        void Each(string statement)
        {
            using (writer.Indented("for (nint tap = columnTaps.First, from = left + tap * TLanes.Count; tap < columnTaps.End; tap++, from += TLanes.Count)"))
                writer.Line(statement);
        }
    }

    private void PrintGather()
    {
        writer.Line("\n/// <summary>The input gradient: a pixel takes the gradients of those of its windows whose extreme it holds.</summary>");
        using (_comparison.Method("void", $"Gather{ComparisonPrinter.Types}", "nint target"))
        {
            PrintScratch();
            writer.Line($"ref {Element} input = ref Cs::Unsafe.Add(ref operands.Input, target);");
            writer.Line($"ref {Element} inputGradient = ref Cs::Unsafe.Add(ref operands.InputGradient, target);");
            writer.Line("nint channels = geometry.Channels, pixel = 0;");
            writer.Line("int first = 0, end = 0; // the rows of windows that hold a row");
            using (writer.Block("for (int row = 0; row < rows.InputExtent; row++, pixel += columns.InputExtent * channels)"))
            {
                _comparison.PrintRowsOfWindows("row");
                writer.Line("int column = -columns.PaddingBegin;");
                using (writer.Block($"for (nint run = first * step; column < columns.InputExtent; run += TLanes.Count, column += {Stride})"))
                {
                    for (int phase = 0; phase < Stride; phase++)
                    {
                        writer.Line($"bool has{phase} = unchecked((uint){Column(phase)}) < (uint)columns.InputExtent;");
                        writer.Line($"var tap{phase} = has{phase} ? TLanes.Load(ref input, {Pixel(phase)}) : TLanes.Zero;");
                        writer.Line($"var sum{phase} = TLanes.Zero;");
                    }
                    using (writer.Block("for (nint window = first, at = run; window < end; window++, at += step)"))
                        _comparison.PrintWindows(windows => windows == 0 ? "" : $" - {Text.Times(windows, "TLanes.Count")}");
                    for (int phase = 0; phase < Stride; phase++)
                    {
                        using (writer.Indented($"if (has{phase})"))
                            writer.Line($"TLanes.Store(sum{phase}, ref inputGradient, {Pixel(phase)});");
                    }
                }
            }
        }
    }

    private static string Column(int phase) => phase == 0 ? "column" : $"(column + {phase})";

    private static string Pixel(int phase) => $"pixel + {Column(phase)} * channels";
}
