using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparableRows;

/// <summary>Prints a separable sweep: its units, and a step of one or two rows of windows, segment by segment.</summary>
internal sealed class SeparableRowsPrinter(CodeWriter writer, KernelPlan kernel, SeparableRowsPlan plan)
{
    private readonly SeparableText _text = new(kernel, plan);

    private SeparableAxis Height => plan.Height;

    private SeparableAxis Width => plan.Width;

    private string Element => _text.Element;

    public void Print()
    {
        string columns = Width.Stride == 1
            ? $"geometry.Width.{_text.SourceExtent}"
            : $"global::System.Math.Min(geometry.Width.InputExtent, (geometry.Width.OutputExtent - 1) * {Width.Stride} + {Width.Kernel} - geometry.Width.PaddingBegin)";
        string steps = plan.PairsRows ? "Pairs(geometry)" : "geometry.Height.OutputExtent";
        using (KernelFrame.Struct(
            writer, kernel, plan, $"Rt::PixelSegments.RowExtent({columns}, geometry.Channels)", units: $"geometry.Batch * {steps}", rowExtent: "geometry.Channels"))
        {
            writer.Line("\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) => Segments(geometry).ScratchLength;");
            PrintRun(steps);
            PrintRows();
            new CombinedRowsPrinter(writer, plan, _text).Print();
            new CombinedPixelsPrinter(writer, plan, _text).Print();
            PrintSegments();
        }
    }

    private void PrintSegments()
    {
        if (plan.PairsRows)
        {
            writer.Line("\n/// <summary>The pairs of rows: they begin where windows no longer reach over the first source row, so that all but the outermost are whole.</summary>");
            writer.Line($"private static int Pairs(in Rt::PoolingGeometry geometry) => (geometry.Height.{_text.TargetExtent} + ({_text.Lead("geometry.Height", Height)} & 1) + 1) / 2;");
        }
        writer.Line("\n/// <summary>How a row of results is cut, so that what is between rows and results stays in the cache.</summary>");
        writer.Line("private static Rt::PixelSegments Segments(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    Rt::PixelSegments.Of<{Element}>(geometry.Channels, geometry.Width.{_text.TargetExtent}, {Width.Kernel}, {Width.Stride}, rows: {(plan.PairsRows ? 2 : 1)});");
    }

    private void PrintRun(string steps)
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line("var segments = Segments(geometry);");
            writer.Line($"int steps = {steps};");
            using (writer.Block("for (int unit = begin; unit < end; unit++)"))
            {
                writer.Line("int sample = unit / steps, step = unit - sample * steps;");
                if (plan.PairsRows)
                    writer.Line($"int row = 2 * step - ({_text.Lead("geometry.Height", Height)} & 1);");
                using (writer.Indented("for (int channel = 0; channel < geometry.Channels; channel += segments.Channels)"))
                {
                    writer.Line("// The last block of channels overlaps the one before: the same windows give the same results.");
                    writer.Line($"Rows<TLanes, TVector, TPlacement>(operands, geometry, segments, sample, {(plan.PairsRows ? "row" : "step")}, global::System.Math.Min(channel, geometry.Channels - segments.Channels));");
                }
            }
        }
    }

    private void PrintRows()
    {
        writer.Line($"\n/// <summary>{(plan.PairsRows ? "Two neighbouring rows" : "A row")} of windows, for a block of channels.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Rows<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, in Rt::PixelSegments segments, int sample, int row, int channel)"))
        {
            PrintRowLocals();
            writer.Line();
            writer.Line("int ready = lead; // the columns of the scratch rows, padding included, that hold something");
            using (writer.Block($"for (int column = 0; column < columns.{_text.TargetExtent}; column += segments.Pixels)"))
            {
                PrintSegmentLocals();
                PrintSources();
                PrintResults();
                PrintKeep();
            }
        }
    }

    private void PrintRowLocals()
    {
        writer.Line("var rows = geometry.Height;");
        writer.Line("var columns = geometry.Width;");
        writer.Line("nint channels = geometry.Channels, block = segments.Channels;");
        writer.Line($"ref {Element} {_text.Source} = ref Cs::Unsafe.Add(ref operands.{_text.SourceOperand}, sample * geometry.{_text.SourcePlane} * channels + channel);");
        writer.Line($"ref {Element} {_text.Target} = ref Cs::Unsafe.Add(ref operands.{_text.TargetOperand}, sample * geometry.{_text.TargetPlane} * channels + channel);");
        writer.Line($"nint sourceStep = columns.{_text.SourceExtent} * channels, targetStep = columns.{_text.TargetExtent} * channels;");
        writer.Line($"ref {Element} upper = ref Cs::Unsafe.Add(ref operands.Scratch, Rt::PixelSegments.RowStart<{Element}>());");
        if (plan.PairsRows)
        {
            writer.Line($"ref {Element} lower = ref Cs::Unsafe.Add(ref upper, segments.RowLength);");
            writer.Line($"bool hasUpper = row >= 0, hasLower = row + 1 < rows.{_text.TargetExtent};");
        }
        writer.Line($"int lead = {_text.Lead("columns", Width)};");
        writer.Line($"int top = {(Height.Stride == 1 ? "row" : $"row * {Height.Stride}")} - {_text.Lead("rows", Height, isOperand: true)};");
        int behind = plan.PairsRows ? Height.Kernel + 1 : Height.Kernel;
        string whole = plan.CountsSources
            ? $"top >= rows.InteriorBegin && top + {behind} <= rows.InteriorEnd"
            : $"top >= 0 && top + {behind} <= rows.{_text.SourceExtent}";
        writer.Line($"bool whole = {whole};");
        if (plan.CountsResults)
        {
            writer.Line($"{Element} upperShare = {_text.Share("rows", plan.PairsRows ? "global::System.Math.Max(0, row)" : "row", Height.Kernel)};");
            if (plan.PairsRows)
                writer.Line($"{Element} lowerShare = {_text.Share("rows", "global::System.Math.Min(row + 1, rows.OutputExtent - 1)", Height.Kernel)};");
        }
        if (plan.CountsSources)
            writer.Line($"global::System.Span<{Element}> shares = stackalloc {Element}[{Height.Kernel}];");
        foreach (string scratch in _text.ScratchRows)
            writer.Line($"Rt::PixelSegments.Fill(ref {scratch}, 0, lead * block, {kernel.Reduction.Identity});");
    }

    private void PrintSegmentLocals()
    {
        writer.Line($"int results = global::System.Math.Min(segments.Pixels, columns.{_text.TargetExtent} - column);");
        writer.Line($"int origin = {Text.Times(Width.Stride, "column")}, end = origin + {(Width.Stride == 1 ? "results - 1" : $"(results - 1) * {Width.Stride}")} + {Width.Kernel};");
        writer.Line($"int first = ready - lead, behind = global::System.Math.Min(end - lead, columns.{_text.SourceExtent});");
    }

    private void PrintSources()
    {
        using (writer.Block("if (first < behind)"))
        {
            writer.Line("// A run is as long as memory allows: pixels with all of their channels lie side by side.");
            writer.Line("bool isRun = block == channels;");
            writer.Line("int pixels = isRun ? 1 : behind - first;");
            writer.Line("nint run = isRun ? (behind - first) * channels : block;");
            writer.Line("nint at = first * channels, into = (ready - origin) * block;");
            if (plan.PairsRows)
                PrintPairOfSources();
            else
                PrintOneSource();
            if (plan.CountsSources)
            {
                foreach (string scratch in _text.ScratchRows)
                    writer.Line($"ScaleColumns<TLanes, TVector>(ref {scratch}, columns, first, behind, lead - origin, block);");
            }
        }
        using (writer.Block("if (behind < end - lead)"))
        {
            writer.Line("int padding = global::System.Math.Max(first, behind) + lead;");
            foreach (string scratch in _text.ScratchRows)
                writer.Line($"Rt::PixelSegments.Fill(ref {scratch}, (padding - origin) * block, (end - padding) * block, {kernel.Reduction.Identity});");
        }
        writer.Line("ready = end;");
        writer.Line();
    }

    private void PrintPairOfSources()
    {
        using (writer.Block("if (whole)"))
            writer.Line($"CombineTwoRows<TLanes, TVector, TPlacement>(ref Cs::Unsafe.Add(ref {_text.Source}, top * sourceStep), sourceStep, at, channels, pixels, run, ref upper, ref lower, into);");
        using (writer.Block("else"))
        {
            using (writer.Indented("if (hasUpper)"))
                PrintClippedSource("top", "upper");
            using (writer.Indented("if (hasLower)"))
                PrintClippedSource("top + 1", "lower");
        }
    }

    private void PrintOneSource()
    {
        using (writer.Indented("if (whole)"))
            writer.Line($"CombineRows<TLanes, TVector, TPlacement>(ref Cs::Unsafe.Add(ref {_text.Source}, top * sourceStep), sourceStep, at, channels, pixels, run, ref upper, into);");
        using (writer.Indented("else"))
            PrintClippedSource("top", "upper");
    }

    private void PrintClippedSource(string top, string scratch) =>
        writer.Line($"CombineClippedRows<TLanes, TVector>(ref {_text.Source}, sourceStep, {top}, rows{(plan.CountsSources ? ", shares" : $".{_text.SourceExtent}")}, at, channels, pixels, run, ref {scratch}, into);");

    private void PrintResults()
    {
        if (!plan.PairsRows)
        {
            PrintResults("upper", "row");
            return;
        }
        using (writer.Indented("if (hasUpper)"))
            PrintResults("upper", "row");
        using (writer.Indented("if (hasLower)"))
            PrintResults("lower", "row + 1");
    }

    private void PrintResults(string scratch, string row)
    {
        string share = plan.CountsResults ? $", {scratch}Share" : "";
        string at = row == "row" ? row : $"({row})";
        writer.Line($"CombineColumns<TLanes, TVector, TPlacement>(ref {scratch}, block, ref Cs::Unsafe.Add(ref {_text.Target}, {at} * targetStep), columns, channels, targetStep - channel, column, results{share});");
    }

    private void PrintKeep()
    {
        int shared = Width.Kernel - Width.Stride;
        if (shared <= 0)
            return;
        writer.Line();
        using (writer.Block($"if (column + results < columns.{_text.TargetExtent})"))
        {
            string from = Width.Stride == 1 ? "results * block" : $"results * {Width.Stride} * block";
            foreach (string scratch in _text.ScratchRows)
                writer.Line($"Rt::PixelSegments.Keep(ref {scratch}, {from}, {(shared == 1 ? "block" : $"{shared} * block")});");
        }
    }
}
