using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Direct;

/// <summary>Prints a direct plan: the kernel, its rows of windows, and the windows themselves.</summary>
internal sealed class DirectPrinter(CodeWriter writer, KernelPlan kernel, DirectPlan plan)
{
    private readonly DirectText _text = new(kernel, plan.Pass);
    private readonly PoolingSpec _spec = kernel.Spec;

    private AxisSpec Height => _spec.Height;

    private AxisSpec Width => _spec.Width;

    private bool IsChannelsLast => _text.IsChannelsLast;

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: IsChannelsLast
            ? "geometry.Channels"
            : plan.VectorEdges ? "geometry.Width.OutputExtent" : "geometry.Width.InteriorEnd - geometry.Width.InteriorBegin"))
        {
            PrintRun();
            PrintRow();
            new DirectWindowPrinter(writer, kernel, plan, _text).Print();
            if (plan.VectorEdges && _spec.Clips)
                new DirectEdgePrinter(writer, kernel, plan).Print();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, _spec.Element))
        {
            string unit = IsChannelsLast ? "sample" : "plane";
            string channels = IsChannelsLast ? " * geometry.Channels" : "";
            if (_spec.HasDepth)
                writer.Line("var slices = geometry.Depth;");
            writer.Line("var rows = geometry.Height;");
            writer.Line("var columns = geometry.Width;");
            using (writer.Block($"for (int {unit} = begin; {unit} < end; {unit}++)"))
            {
                if (_text.IsForward)
                    writer.Line($"nint source = {unit} * geometry.InputPlane{channels};");
                else
                    writer.Line($"nint source = {unit} * geometry.InputPlane{channels};\noperands.ClearInputGradient(source, geometry.InputPlane{channels});");

                using (_spec.HasDepth ? writer.Block("for (int slice = 0; slice < slices.OutputExtent; slice++)") : null)
                    PrintRows(unit);
            }
        }
    }

    private void PrintRows(string unit)
    {
        string channels = IsChannelsLast ? " * geometry.Channels" : "";
        string inputRow = _spec.HasDepth ? "(slices.Start(slice) * (nint)rows.InputExtent + rows.Start(row))" : "rows.Start(row)";
        string outputUnit = _spec.HasDepth ? $"(({unit} * (nint)slices.OutputExtent + slice) * rows.OutputExtent + row)" : $"({unit} * (nint)rows.OutputExtent + row)";
        string extent = _spec.HasDepth ? "columns.InputExtent" : "(nint)columns.InputExtent";
        string padding = Width.ClipsAtBegin ? " - columns.PaddingBegin" : "";
        string corner = IsChannelsLast
            ? $"source + ({inputRow} * {extent}{padding}) * geometry.Channels"
            : $"source + {inputRow} * {extent}{padding}";
        using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++)"))
        {
            writer.Line($"nint corner = {corner};");
            writer.Line($"nint target = {outputUnit} * columns.OutputExtent{channels};");
            writer.Line($"Row<TLanes, TVector>(operands, geometry, {(_spec.HasDepth ? "slice, " : "")}row, corner, target);");
        }
    }

    private void PrintRow()
    {
        string what = IsChannelsLast || plan.VectorEdges
            ? IsChannelsLast ? "a vector of neighbouring channels at a time." : "a vector of neighbours at a time."
            : _spec.Clips ? "clipped windows one by one, the others a vector of neighbours at a time." : "a vector of neighbours at a time.";
        writer.Line($"\n/// <summary>One row of windows, {what}</summary>");
        using (KernelFrame.HotMethod(
            writer,
            _spec.Element,
            $"private static void Row<TLanes, TVector>(in Rt::PoolingOperands<{_spec.Element.Keyword}> operands, in Rt::PoolingGeometry geometry, {(_spec.HasDepth ? "int slice, " : "")}int row, nint corner, nint target)"))
        {
            writer.Line("var columns = geometry.Width;");
            if (IsChannelsLast)
                writer.Line("int channels = geometry.Channels;");
            foreach (string local in _text.Locals)
                writer.Line(local);
            if (_spec.HasDepth && _spec.Clips)
                writer.Line(_spec.Depth.Clips ? "var sliceTaps = geometry.Depth.Taps(slice);" : "var sliceTaps = geometry.Depth.AllTaps;");
            if (_spec.Clips)
                writer.Line(Height.Clips ? "var rowTaps = geometry.Height.Taps(row);" : "var rowTaps = geometry.Height.AllTaps;");
            writer.Line();

            if (IsChannelsLast)
                PrintChannelsLastColumns();
            else if (plan.VectorEdges)
                PrintOverlappingVectors();
            else
                PrintChannelsFirstColumns();
        }
    }

    private void PrintChannelsFirstColumns()
    {
        string corner = Width.Stride == 1 ? "corner + column" : $"corner + column * {Width.Stride}";
        const string target = "target + column";
        string? taps = _spec.Clips ? _text.TapArguments("columns.AllTaps") : null;
        string clipped = "ClippedWindow<" + _text.OneLane + ">("
            + _text.WindowArguments(One, corner, target, _text.TapArguments("columns.Taps(column)")) + ");";

        writer.Line("int column = 0;");
        if (Width.ClipsAtBegin)
        {
            using (writer.Indented("for (; column < columns.InteriorBegin; column++)"))
                writer.Line(clipped);
        }
        PrintVectors("column", "columns.InteriorBegin", "columns.InteriorEnd", corner, target, taps);
        if (Width.ClipsAtEnd)
        {
            using (writer.Indented("for (; column < columns.OutputExtent; column++)"))
                writer.Line(clipped);
        }
    }

    private void PrintOverlappingVectors()
    {
        string corner = Width.Stride == 1 ? "corner + column" : $"corner + column * {Width.Stride}";
        string whole = $"Window<TLanes, TVector>({_text.WindowArguments("TLanes", corner, "target + column", taps: null)});";
        using (writer.Block("for (int next = 0; next < columns.OutputExtent; next += TLanes.Count)"))
        {
            writer.Line("// The last vector ends with the row: windows that it shares with the one before have the same outputs.");
            writer.Line("int column = global::System.Math.Min(next, columns.OutputExtent - TLanes.Count);");
            if (!_spec.Clips)
            {
                writer.Line(whole);
                return;
            }
            using (writer.Indented($"if ({(_spec.HasDepth ? $"sliceTaps.Count == {_spec.Depth.Kernel} && " : "")}rowTaps.Count == {Height.Kernel} && column >= columns.InteriorBegin && column + TLanes.Count <= columns.InteriorEnd)"))
                writer.Line("Whole" + whole);
            using (writer.Indented("else"))
            {
                string rowStep = Height.Kernel > 1 ? "rowStep" : "0";
                string sliceStep = !_spec.HasDepth ? "" : _spec.Depth.Kernel > 1 ? "sliceStep, " : "0, ";
                string padding = Width.ClipsAtBegin ? " + columns.PaddingBegin" : "";
                string first = (Width.Stride == 1 ? "column" : $"column * {Width.Stride}") + (Width.ClipsAtBegin ? " - columns.PaddingBegin" : "");
                string records = plan.Pass.HasRecord() ? $", ref {_text.Records}" : "";
                string paddings = DirectEdgePrinter.CountsPadding(_spec) ? ", columns" : "";
                writer.Line($"EdgeWindow<TLanes, TVector>(ref input, corner{padding}, {sliceStep}{rowStep}, {first}, columns.InputExtent, {(_spec.HasDepth ? "sliceTaps, " : "")}rowTaps{paddings}, ref output{records}, target + column);");
            }
        }
    }

    private void PrintChannelsLastColumns()
    {
        using (writer.Block("for (int column = 0; column < columns.OutputExtent; column++)"))
        {
            if (_spec.Clips)
                writer.Line(Width.Clips ? "var columnTaps = columns.Taps(column);" : "var columnTaps = columns.AllTaps;");
            writer.Line(Width.Stride == 1 ? "nint pixel = corner + column * (nint)channels;" : $"nint pixel = corner + column * {Width.Stride} * (nint)channels;");
            writer.Line("nint targetPixel = target + column * (nint)channels;");
            writer.Line("int channel = 0;");
            PrintVectors("channel", "0", "channels", "pixel + channel", "targetPixel + channel", _spec.Clips ? _text.TapArguments("columnTaps") : null);
        }
    }

    /// <summary>From where <paramref name="position"/> stands to <paramref name="end"/>: vectors, a last one that overlaps, or single elements.</summary>
    private void PrintVectors(string position, string begin, string end, string corner, string target, string? taps)
    {
        string Call(string lanes, string arguments) => $"Window<{lanes}>({arguments});";

        using (writer.Indented($"for (; {position} <= {end} - TLanes.Count; {position} += TLanes.Count)"))
            writer.Line(Call("TLanes, TVector", _text.WindowArguments("TLanes", corner, target, taps)));

        string extent = begin == "0" ? end : $"{end} - {begin}";
        using (writer.Block($"if ({position} < {end} && {extent} >= TLanes.Count)"))
        {
            if (_text.IsForward)
            {
                writer.Line("// The last vector overlaps the one before: the same windows give the same outputs.");
                writer.Line($"{position} = {end} - TLanes.Count;");
                writer.Line(Call("TLanes, TVector", _text.WindowArguments("TLanes", corner, target, taps)));
            }
            else
            {
                writer.Line("// The last vector overlaps the one before; the windows that have been there get no gradient again.");
                writer.Line($"int done = {position};");
                writer.Line($"{position} = {end} - TLanes.Count;");
                writer.Line($"var rest = TLanes.SelectInside({position} - done, {end} - done, TLanes.Load(ref outputGradient, {target}));");
                writer.Line(Call("TLanes, TVector", _text.WindowArguments("TLanes", corner, target, taps, gradient: "rest")));
            }
            writer.Line($"{position} = {end};");
        }

        using (writer.Indented($"for (; {position} < {end}; {position}++)"))
            writer.Line(Call(_text.OneLane, _text.WindowArguments(One, corner, target, taps)));
    }

    private string One => $"Rt::LanesOne<{_spec.Element.Keyword}>";
}
