using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ColumnWinners;

/// <summary>
/// Prints the backward pass, row of windows by row of windows: what their columns are given is kept in scratch memory until the last row that has a part
/// in it, and the rows up to where the next windows begin are complete.
/// </summary>
internal sealed class BackwardPrinter(CodeWriter writer, KernelPlan kernel, ColumnWinnersPlan plan)
{
    private readonly ColumnText _text = new(kernel);

    private AxisSpec Height => plan.Height;

    private AxisSpec Width => plan.Width;

    private string Element => _text.Element;

    public void Print()
    {
        string extent = _text.OfPixels ? "geometry.Channels" : "geometry.Width.InputExtent";
        using (KernelFrame.Struct(writer, kernel, plan, extent, rowExtent: extent))
        {
            writer.Line();
            writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => Rt::ColumnScratch.Of<{Element}>(geometry).BackwardBytes;");
            PrintRun();
            PrintWindows();
            if (plan.IsVectorised)
            {
                PrintCopy();
                PrintGiveColumns();
            }
            PrintTakeRows();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line($"var scratch = Rt::ColumnScratch.Of<{Element}>(geometry);");
            writer.Line($"operands.FillScratch(0, {_text.CellCount("scratch.Kept")}, {_text.Zero}); // beside the windows of a row there are none");
            _text.PrintUnits(writer, (input, output, record) => writer.Line($"Windows<TLanes, TVector, TPlacement>(operands, geometry, scratch, {output}, {input}, {record});"));
        }
    }

    private IDisposable Method(string name, string parameters) => KernelFrame.HotMethod(
        writer,
        kernel.Spec.Element,
        $"private static void {name}(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, in Rt::ColumnScratch scratch, {parameters})");

    private void PrintWindows()
    {
        writer.Line($"\n/// <summary>A {_text.Unit}, row of windows by row of windows, and on to its last row.</summary>");
        using (Method("Windows<TLanes, TVector, TPlacement>", "nint source, nint target, nint recorded"))
        {
            writer.Line("var rows = geometry.Height;");
            writer.Line("var records = scratch.Records;");
            _text.PrintExtents(writer, input: false);
            writer.Line($"operands.FillScratch({_text.CellCount("scratch.Kept")}, {_text.CellCount("scratch.Before * scratch.Line")}, {_text.Zero}); // before the first row of windows there is none");
            writer.Line($"int steps = (rows.PaddingBegin + rows.InputExtent + {Height.Stride - 1}) / {Height.Stride}, given = 0, taken = 0;");
            using (writer.Block("for (int first = 0; first < steps; first += scratch.Band)"))
            {
                writer.Line("int end = global::System.Math.Min(first + scratch.Band, steps), behind = global::System.Math.Min(end, rows.OutputExtent);");
                if (plan.IsVectorised)
                {
                    using (writer.Indented("for (int row = first, at = 0; row < behind; row++, at += scratch.Windows)"))
                        writer.Line("Copy<TLanes, TVector>(operands, geometry, scratch, at, source + row * windows, recorded + records.Windows + row * windows);");
                }
                using (writer.Block($"for (int row = first{(plan.IsVectorised ? ", at = 0" : "")}; row < end; row++{(plan.IsVectorised ? ", at += scratch.Windows" : "")})"))
                {
                    writer.Line("given = scratch.Next(given);");
                    using (writer.Indented("if (row < behind)"))
                    {
                        writer.Line(plan.IsVectorised
                            ? "GiveColumns<TLanes, TVector>(operands, geometry, scratch, at, given);"
                            : $"Rt::ColumnsApart.Give(ref Cs::Unsafe.Add(ref operands.OutputGradient, source + row * windows), ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), recorded + records.Windows + row * windows), ref Cs::Unsafe.Add(ref operands.Scratch, scratch.Kept + given), geometry.Width, scratch.Line);");
                    }
                    using (writer.Indented("else"))
                        writer.Line($"operands.FillScratch({_text.CellCount("scratch.Kept + given")}, {_text.CellCount("scratch.Line")}, {_text.Zero});");
                }
                using (writer.Block("for (int row = first; row < end; row++)"))
                {
                    writer.Line("taken = scratch.Next(taken);");
                    writer.Line("TakeRows<TLanes, TVector, TPlacement>(operands, geometry, scratch, taken, row, target, recorded);");
                }
            }
        }
    }

    private void PrintCopy()
    {
        writer.Line("\n/// <summary>What a row of windows gives, and the bits of the columns that take it: beside them lies what gives nothing.</summary>");
        using (Method("Copy<TLanes, TVector>", "int window, nint source, nint recorded"))
        {
            _text.PrintExtents(writer, input: false);
            writer.Line($"ref {Element} gradients = ref Cs::Unsafe.Add(ref operands.Scratch, {_text.Cells("window + scratch.Margin")});");
            writer.Line($"ref {Element} bits = ref Cs::Unsafe.Add(ref gradients, {_text.Cells("scratch.Band * scratch.Windows")});");
            writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            using (_text.OfPixels ? ColumnText.EachElement(writer, "windows") : writer.Block("for (nint at = 0; at < windows; at += TLanes.Count)"))
            {
                string gradient = _text.OfPixels
                    ? "TLanes.Load(ref outputGradient, source + at)"
                    : "at + TLanes.Count <= windows ? TLanes.Load(ref outputGradient, source + at) : TLanes.LoadClipped(ref outputGradient, source + at, source + windows, TLanes.Zero)";
                writer.Line($"TLanes.Store({gradient}, ref gradients, at);");
                writer.Line("TLanes.Store(TLanes.LoadTaps(ref records, recorded + at), ref bits, at);");
            }
        }
    }

    private void PrintGiveColumns()
    {
        writer.Line("\n/// <summary>The columns of a row of windows are given the gradients of the windows that they won.</summary>");
        using (Method("GiveColumns<TLanes, TVector>", "int window, int line"))
        {
            if (_text.OfPixels)
                writer.Line("nint channels = geometry.Channels;");
            writer.Line($"ref {Element} gradients = ref Cs::Unsafe.Add(ref operands.Scratch, {_text.Cells("window + scratch.Margin")});");
            writer.Line($"ref {Element} bits = ref Cs::Unsafe.Add(ref gradients, {_text.Cells("scratch.Band * scratch.Windows")});");
            writer.Line($"ref {Element} sums = ref Cs::Unsafe.Add(ref operands.Scratch, {_text.Cells("scratch.Kept + line")});");
            writer.Line($"nint runs = {_text.Cells("scratch.Runs")};");
            var (body, column) = _text.EachWindow(writer, "runs", Width.Stride);
            using (body)
            {
                PrintGiven();
                PrintSums(column);
            }
        }
    }

    private void PrintGiven()
    {
        var begun = new HashSet<int>();
        bool first = true;
        foreach (var (windows, taps) in ColumnWinnersPlan.TapsOfElements(Width))
        {
            string declaration = first ? "var " : "", at = $"at{_text.Beside(-windows)}";
            writer.Line($"{declaration}won = TLanes.Load(ref bits, {at});");
            writer.Line($"{declaration}gradient = TLanes.Load(ref gradients, {at});");
            foreach (var (tap, phase) in taps)
            {
                writer.Line(begun.Add(phase)
                    ? $"var sum{phase} = TLanes.SelectBit(won, {tap}, gradient);"
                    : $"sum{phase} = TLanes.AddBit(sum{phase}, won, {tap}, gradient);");
            }
            first = false;
        }
        foreach (int phase in Enumerable.Range(0, Width.Stride).Where(phase => !begun.Contains(phase)))
            writer.Line($"var sum{phase} = TLanes.Zero; // no window has it");
    }

    private void PrintSums(string column)
    {
        IReadOnlyList<string> sums = [.. Enumerable.Range(0, Width.Stride).Select(phase => $"sum{phase}")];
        if (!_text.OfPixels)
            sums = StrideText.Together(writer, sums);
        for (int part = 0; part < sums.Count; part++)
            writer.Line($"TLanes.Store({sums[part]}, ref sums, {column}{(_text.OfPixels ? _text.Beside(part) : Text.Signed(part, "TLanes.Count"))});");
    }

    private void PrintTakeRows()
    {
        var taps = ColumnWinnersPlan.TapsOfElements(Height).ToArray();
        writer.Line("\n/// <summary>The rows from where a row of windows begins to where the next one does take what their columns were given, if they won it.</summary>");
        using (Method("TakeRows<TLanes, TVector, TPlacement>", "int line, int row, nint target, nint recorded"))
        {
            writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line("nint recordRow = scratch.Records.Row;");
            writer.Line("int top = geometry.Height.Start(row), last = geometry.Height.OutputExtent - 1, rows = geometry.Height.InputExtent;");
            _text.PrintExtents(writer, output: false);
            PrintLines(taps.Select(group => group.Windows).Reverse());
            for (int phase = 0; phase < Height.Stride; phase++)
                writer.Line($"bool has{phase} = unchecked((uint){Row(phase)}) < (uint)rows;");
            writer.Line($"nint {string.Join(", ", Enumerable.Range(0, Height.Stride).Select(phase => phase == 0 ? "place0 = target + top * width" : $"place{phase} = place{phase - 1} + width"))};");
            using (ColumnText.EachElement(writer, "width"))
            {
                var begun = new HashSet<int>();
                bool first = true;
                foreach (var (windows, tapsOf) in taps)
                {
                    string declaration = first ? "var " : "";
                    writer.Line($"{declaration}won = TLanes.LoadTaps(ref records, recorded{windows} + at);");
                    writer.Line($"{declaration}gradient = TLanes.Load(ref given{windows}, at);");
                    foreach (var (tap, phase) in tapsOf)
                    {
                        writer.Line(begun.Add(phase)
                            ? $"var row{phase} = TLanes.SelectBit(won, {tap}, gradient);"
                            : $"row{phase} = TLanes.AddBit(row{phase}, won, {tap}, gradient);");
                    }
                    first = false;
                }
                for (int phase = 0; phase < Height.Stride; phase++)
                {
                    using (writer.Indented($"if (has{phase})"))
                        writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({(begun.Contains(phase) ? $"row{phase}" : "TLanes.Zero")}, ref inputGradient, place{phase} + at);");
                }
            }
        }
    }

    /// <summary>Where the columns of the rows of windows before lie, and their records: where there are none, nothing is given, whatever the records.</summary>
    private void PrintLines(IEnumerable<int> windows)
    {
        int passed = 0;
        foreach (int number in windows)
        {
            for (; passed < number; passed++)
                writer.Line("line = scratch.Behind(line);");
            writer.Line($"ref {Element} given{number} = ref Cs::Unsafe.Add(ref operands.Scratch, {_text.Cells("scratch.Kept + geometry.Width.PaddingBegin + line")});");
            writer.Line($"nint recorded{number} = recorded + global::System.Math.Clamp(row{Text.Signed(-number)}, 0, last) * recordRow;");
        }
    }

    private static string Row(int phase) => phase == 0 ? "top" : $"(top + {phase})";
}
