using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>Prints deinterleaved rows: the planes, the rows of windows, and the input rows that each is computed from.</summary>
internal sealed class DeinterleavedRowsPrinter(CodeWriter writer, KernelPlan kernel, DeinterleavedRowsPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;
    private readonly RowText _text = new(kernel, plan);
    private readonly RowFinishPrinter _finish = new(writer, kernel, plan, new(kernel, plan));

    private AxisSpec Height => _spec.Axes[0];

    private AxisSpec Width => _spec.Axes[1];

    private string Element => _spec.Element.Keyword;

    public void Print()
    {
        // What a vector computes behind its row's end is overwritten by the next row, so half a vector is enough for it.
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: "2 * geometry.Width.OutputExtent - 1", rowExtent: "geometry.Width.OutputExtent", contract: plan.PairsRows ? "IPairedRows" : "IPlacedKernel"))
        {
            if (plan.PairsRows)
                new RowPairPrinter(writer, kernel, plan, _text).PrintPairing();
            _finish.PrintScratchLength();
            PrintRun();
            if (plan.Carried.Any(column => !column.BeginsOutside))
                new WindowVectorPrinter(writer, kernel, plan, _text).PrintColumnHelpers();
            if (plan.PairsRows)
                new RowPairPrinter(writer, kernel, plan, _text).Print();
            _finish.PrintMethod();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, _spec.Element))
        {
            PrintLocals();
            writer.Line();
            using (writer.Block($"for (int plane = 0; plane < planes; plane++{(Height.Clips ? ", source += inputPlane" : $", source += inputPlane - rows * {RowStep}")})"))
            using (writer.Block($"for (int row = 0; row < rows; row++, target += outputs{(Height.Clips ? "" : $", source += {RowStep}")})"))
            {
                PrintRows();
                PrintWhole();
                _finish.PrintRowDivisor();
                var vector = new WindowVectorPrinter(writer, kernel, plan, _text);
                vector.PrintCarry();
                writer.Line();
                vector.PrintRow();
                vector.PrintSearch();
            }
        }
    }

    private IEnumerable<int> Rows => Enumerable.Range(0, Height.Kernel);

    /// <summary>From the first row of one row of windows to that of the next.</summary>
    private string RowStep => Text.Times(Height.Stride, "width");

    private void PrintLocals()
    {
        writer.Line($"ref {Element} input = ref operands.Input;");
        writer.Line($"ref {Element} output = ref operands.Output;");
        if (plan.Record != WinnerRecord.None)
            writer.Line($"ref TRecord {_text.Records} = ref operands.Records<TRecord>();");
        if (Height.Clips)
            writer.Line($"int height = geometry.Height.InputExtent{(Height.HasDerivedPadding ? ", top = geometry.Height.PaddingBegin" : "")};");
        writer.Line($"nint width = geometry.Width.InputExtent, outputs = geometry.Width.OutputExtent{(Width.HasDerivedPadding ? ", left = geometry.Width.PaddingBegin" : "")}, column;");
        writer.Line("nint inputPlane = geometry.InputPlane, source = begin * inputPlane, inputEnd = end * inputPlane;");
        writer.Line("nint target = begin * geometry.OutputPlane, outputEnd = end * geometry.OutputPlane;");
        writer.Line("int planes = end - begin, rows = geometry.Height.OutputExtent;");
        _finish.PrintDivisors();
        if (plan.JoinsPlanes)
        {
            using (writer.Indented($"if (inputPlane == rows * {RowStep}) // no row is left over: planes follow each other like the rows of one"))
                writer.Line("(planes, rows) = (1, planes * rows);");
        }
        PrintWholeBounds();
        if (!Height.Clips)
            PrintNumbers(_text.FirstTap, declares: true);
    }

    /// <summary>The columns before a vector's own, as a part of a sum: those outside the input, less those that the vector before has seen.</summary>
    private string Lead => $"{(Width.HasDerivedPadding ? " + left" : "")}{Text.Signed((Width.HasDerivedPadding ? 0 : Width.PaddingBegin) - plan.Carried.Count())}";

    /// <summary>Up to which rows all vectors are whole ones.</summary>
    private void PrintWholeBounds()
    {
        if (!plan.HasWholeLoop)
            return;
        if (Width.ClipsAtEnd)
            writer.Line($"bool overhangs = {Width.Stride} * (outputs - 1){(Width.HasDerivedPadding ? " - left" : "")}{Text.Signed(Width.Kernel - (Width.HasDerivedPadding ? 0 : Width.PaddingBegin))} > width; // the last window");
        writer.Line("nint behindLast = (outputs + TLanes.Count - 1) / TLanes.Count * TLanes.Count; // where a row's last vector ends");
        string offset = WindowVectorPrinter.Offset(plan, Width);
        string room = offset == "" ? $"inputEnd - {Width.Stride} * behindLast" : $"inputEnd - ({Width.Stride} * behindLast{offset})";
        if (!plan.ReplacesOverhang)
        {
            writer.Line($"nint wholeSource = {(Width.ClipsAtEnd ? $"overhangs ? -1 : {room}" : room)}, wholeTarget = outputEnd - behindLast; // rows up to here have nothing but whole vectors");
            return;
        }

        writer.Line($"nint lastSource = {room}, lastTarget = outputEnd - behindLast; // behind rows up to here is room for whole vectors");
        writer.Line($"nint apart = overhangs ? {(Lead == "" ? "width" : $"(width{Lead})")} / {Width.Stride} - TLanes.Count : outputs - 1; // vectors up to there have no window that reaches beyond");
        new WindowVectorPrinter(writer, kernel, plan, _text).PrintMasks();
    }

    /// <summary>The input rows of a row of windows.</summary>
    private void PrintRows()
    {
        if (!Height.Clips)
        {
            foreach (int row in Rows)
                writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref input, source{(row == 0 ? "" : " + " + Text.Times(row, "width"))});");
            return;
        }

        string top = Height.HasDerivedPadding ? " - top" : Text.Signed(-Height.PaddingBegin);
        writer.Line($"int start = {Text.Times(Height.Stride, "row")}{top};");
        writer.Line($"ref {Element} {string.Join(", ", Rows.Select(row => $"row{row} = ref input"))};");
        if (_text.HidesRows)
            writer.Line($"TVector {string.Join(", ", Rows.Select(row => $"inside{row}"))};");
        if (plan.Record != WinnerRecord.None)
            writer.Line($"TVector {string.Join(", ", Rows.Select(row => $"{_text.Record}Of{row}"))};");
        if (plan.HasWholeLoop)
            writer.Line("nint bottom;");
        string inside = string.Join(" && ", ((string?[])[Height.ClipsAtBegin ? "start >= 0" : null, Height.ClipsAtEnd ? $"start + {Height.Kernel} <= height" : null]).OfType<string>());
        using (writer.Block($"if ({inside})"))
            PrintFollowingRows();
        using (writer.Block("else"))
            PrintClippedRows();
    }

    /// <summary>Rows of windows that lie inside the input.</summary>
    private void PrintFollowingRows()
    {
        writer.Line("row0 = ref Cs::Unsafe.Add(ref input, source + start * width);");
        foreach (int row in Rows.Skip(1))
            writer.Line($"row{row} = ref Cs::Unsafe.Add(ref row{row - 1}, width);");
        if (plan.HasWholeLoop)
            writer.Line($"bottom = source + {(Height.Kernel == 1 ? "start" : $"(start + {Height.Kernel - 1})")} * width;");
        if (_text.HidesRows)
            writer.Line($"{string.Join(" = ", Rows.Select(row => $"inside{row}"))} = TLanes.TapNumber(-1);");
        PrintNumbers(_text.FirstTap, declares: false);
    }

    /// <summary>Rows of windows that reach over the first or the last row of the input.</summary>
    private void PrintClippedRows()
    {
        writer.Line(_text.HidesRows
            ? "// A row outside the input is replaced by one inside, and hidden by a mask."
            : RowText.ReplacementNote);
        foreach (int row in Rows)
            writer.Line($"int line{row} = {Line(row)};");
        foreach (int row in Rows)
            writer.Line($"row{row} = ref Cs::Unsafe.Add(ref input, source + line{row} * width);");
        if (plan.HasWholeLoop)
            writer.Line($"bottom = source + line{Height.Kernel - 1} * width;");
        foreach (int row in Rows.Where(_ => _text.HidesRows))
            writer.Line($"inside{row} = TLanes.TapNumber(line{row} == start{Text.Signed(row)} ? -1 : 0);");
        PrintNumbers(row => Width.Kernel == 1 ? $"line{row} - start" : $"{Width.Kernel} * (line{row} - start)", declares: false);
    }

    /// <summary>Which vectors of a row are whole ones: all, but for the last rows, and rows that end in windows which reach beyond.</summary>
    private void PrintWhole()
    {
        if (!plan.HasWholeLoop)
            return;
        int last = Height.Kernel - 1;
        if (!Height.Clips)
            writer.Line($"nint bottom = source{(last == 0 ? "" : " + " + Text.Times(last, "width"))};");
        if (plan.ReplacesOverhang)
        {
            writer.Line("nint whole = apart; // vectors are loaded whole, if need be with what lies in the next row, and stored whole: the next row comes later");
            using (writer.Indented("if (bottom > lastSource || target > lastTarget)"))
                writer.Line($"whole = nint.Min(nint.Min(apart, (inputEnd - bottom{Lead}) / {Width.Stride} - TLanes.Count), outputEnd - target - TLanes.Count);");
            return;
        }
        string reach = Width.ClipsAtEnd && Lead == "" ? "overhangs ? width : inputEnd - bottom" : Width.ClipsAtEnd ? "(overhangs ? width : inputEnd - bottom)" : "inputEnd - bottom";
        writer.Line("nint whole = outputs - 1; // vectors are loaded whole up to there, if need be with what lies in the next row, and stored whole: the next row comes later");
        using (writer.Indented("if (bottom > wholeSource || target > wholeTarget)"))
            writer.Line($"whole = nint.Min(nint.Min(whole, ({reach}{Lead}) / {Width.Stride} - TLanes.Count), outputEnd - target - TLanes.Count);");
    }

    /// <summary>The number of an input row. Every window has one inside: its first row is never behind the input.</summary>
    private string Line(int row)
    {
        string line = $"start{Text.Signed(row)}";
        if (row > 0 && Height.ClipsAtEnd)
            line = $"global::System.Math.Min({line}, height - 1)";
        return row < Height.PaddingBegin || Height.HasDerivedPadding ? $"global::System.Math.Max({line}, 0)" : line;
    }

    private void PrintNumbers(Func<int, string> firstTap, bool declares)
    {
        foreach (string line in _text.NumbersOfRows(firstTap, declares))
            writer.Line(line);
    }
}
