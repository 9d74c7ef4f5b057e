using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.PixelWindows;

/// <summary>
/// Prints the methods that go along rows of windows: for windows inside the input, and for clipped ones. In a clipped window the nearest tap
/// inside stands for one outside: it is met twice, which changes no extreme, and the record is set right.
/// </summary>
internal sealed class PixelsPrinter(CodeWriter writer, KernelPlan kernel, PixelWindowsPlan plan)
{
    private const string SomeColumns = "int row, int begin, int end";

    private readonly PixelWindowsText _text = new(writer, kernel, plan);

    private string Noun => kernel.Reduction.Noun;

    private string Element => kernel.Spec.Element.Keyword;

    private AxisSpec Height => kernel.Spec.Height;

    private AxisSpec Width => kernel.Spec.Width;

    private int[] Columns => [.. Enumerable.Range(0, Width.Kernel)];

    private int Shared => PixelWindowsPlan.SharedColumns(Width);

    private bool HasBits => _text.HasBits;

    private string Record => _text.Record;

    /// <summary>Windows of a row that lie inside the input.</summary>
    public void PrintInside()
    {
        writer.Line($"\n/// <summary>Some columns of {_text.What}, all inside the input; returns the sum of what was loaded, added to <paramref name=\"sum\"/>.</summary>");
        using (_text.Method("Pixels", SomeColumns))
        {
            _text.PrintLocals(" + begin");
            foreach (int row in _text.TapRows)
            {
                string first = "(sample * geometry.InputPlane + rows.Start(row) * (nint)columns.InputExtent + columns.Start(begin)) * channels";
                writer.Line(row == 0
                    ? $"ref {Element} row0 = ref Cs::Unsafe.Add(ref operands.Input, {first});"
                    : $"ref {Element} row{row} = ref Cs::Unsafe.Add(ref row{row - 1}, rowStep);");
            }
            _text.PrintSums();
            PrintSumOfFirst();
            writer.Line();
            using (writer.Block($"for (int column = begin; column < end; column++, {Advance}, source += {Text.Times(Width.Stride, "channels")})"))
            using (_text.Channels())
            {
                writer.Line("nint tap = source + at;");
                PrintWindows(
                    (row, column) => $"ref row{row}, tap{(column == 0 ? "" : " + " + Text.Times(column, "channels"))}",
                    (row, column) => $"{FirstNumber(row) + column}",
                    column => column >= Shared,
                    isClipped: false);
            }
            _text.PrintReturn();
        }
    }

    /// <summary>Windows of a row that are clipped.</summary>
    public void PrintClipped()
    {
        writer.Line($"\n/// <summary>Some columns of {_text.What}, taps outside the input replaced by the nearest ones inside; returns the sum as above.</summary>");
        using (_text.Method("ClippedPixels", SomeColumns))
        {
            _text.PrintLocals(" + begin");
            PrintClippedRows();
            _text.PrintSums();
            writer.Line();
            using (writer.Block($"for (int column = begin; column < end; column++, {Advance})"))
            {
                writer.Line("int start = columns.Start(column);");
                foreach (int column in Columns)
                    writer.Line($"int column{column} = {PixelWindowsText.Inside($"start{Text.Signed(column)}", "lastColumn")};");
                PrintInsideColumns();
                using (_text.Channels())
                {
                    foreach (int column in Columns)
                        writer.Line($"nint place{column} = column{column} * channels + at;");
                    PrintWindows((row, column) => $"ref row{row}, place{column}", ClippedNumber, _ => true, isClipped: true);
                }
            }
            _text.PrintReturn();
        }
    }

    private void PrintClippedRows()
    {
        writer.Line("int line = rows.Start(row), lastLine = rows.InputExtent - 1, lastColumn = columns.InputExtent - 1;");
        foreach (int row in _text.TapRows)
        {
            string shift = IsOutermost(row) ? $", shift{row} = {Text.Times(Width.Kernel, $"line{row} - line{Text.Signed(-row)}")}" : "";
            writer.Line($"int line{row} = {PixelWindowsText.Inside($"line{Text.Signed(row)}", "lastLine")}{shift};");
            writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref operands.Input, (sample * geometry.InputPlane + line{row} * (nint)columns.InputExtent) * channels);");
        }
        foreach (string window in _text.Windows.Where(_ => HasBits))
            writer.Line($"int {window}Rows = Rt::TapBits.Rows(line{(window == "upper" ? "" : Text.Signed(Height.Stride))}, rows.InputExtent, {Height.Kernel}, {Width.Kernel});");
    }

    // A tap outside has the value of its stand-in. Where the rule looks at it first, it holds the record, and has the stand-in's number; where that comes
    // before it, the number makes no difference. Bits of taps outside are dropped, since stand-ins have bits of their own.
    private void PrintInsideColumns()
    {
        if (!HasBits)
        {
            writer.Line($"int outermost = column{Outermost(Columns)} - start;");
            return;
        }
        writer.Line($"int inside = Rt::TapBits.Columns(start, columns.InputExtent, {Height.Kernel}, {Width.Kernel});");
        foreach (string window in _text.Windows)
            writer.Line($"var {window}Inside = TLanes.TapNumber({window}Rows & inside);");
    }

    private string ClippedNumber(int row, int column)
    {
        if (HasBits || column != Outermost(Columns))
            return $"{FirstNumber(row) + column}";
        return FirstNumber(row) > 0 ? $"{FirstNumber(row)} + outermost" : "outermost";
    }

    /// <summary>The tap that the rule looks at first.</summary>
    private int Outermost(int[] taps) => kernel.Spec.Ties == TieRule.Last ? taps[taps.Length - 1] : taps[0];

    /// <summary>Whether a row of taps is the one that the rule looks at first in one of the windows.</summary>
    private bool IsOutermost(int row) => !HasBits && _text.Windows.Any(window => row == Outermost(_text.WindowRows(window)));

    private string Advance => plan.WindowRows == 2 ? "upper += channels, lower += channels" : "upper += channels";

    /// <summary>The columns that the first window would share with one before it: later windows add only the columns that are new.</summary>
    private void PrintSumOfFirst()
    {
        writer.Line("nint source = 0;");
        if (Shared == 0)
            return;
        writer.Line($"nint shared = {Text.Times(Shared, "channels")}; // the first window's share: each one below adds the columns that are new");
        using (writer.Block("for (nint next = 0; next < shared; next += TLanes.Count)"))
        {
            writer.Line("nint at = global::System.Math.Min(next, shared - TLanes.Count);");
            foreach (int row in _text.TapRows)
                writer.Line($"sum{row % PixelWindowsText.Sums} = TLanes.Add(sum{row % PixelWindowsText.Sums}, TLanes.Load(ref row{row}, at));");
        }
    }

    /// <summary>A vector of channels of a window of each row.</summary>
    private void PrintWindows(Func<int, int, string> place, Func<int, int, string> number, Func<int, bool> isSummed, bool isClipped)
    {
        int sum = 0;
        foreach (int row in _text.TapRows)
        {
            foreach (int column in Columns)
            {
                writer.Line($"var {Tap(row, column)} = TLanes.Load({place(row, column)});");
                if (isSummed(column))
                    writer.Line($"sum{sum % PixelWindowsText.Sums} = TLanes.Add(sum{sum++ % PixelWindowsText.Sums}, {Tap(row, column)});");
            }
        }
        PrintPrefetch(place);
        foreach (int row in _text.TapRows)
            PrintColumns(row, number, isClipped);
        foreach (string window in _text.Windows)
            PrintWindow(window, isClipped);
    }

    private void PrintColumns(int row, Func<int, int, string> number, bool isClipped)
    {
        string taps = string.Join(", ", Columns.Select(column => Tap(row, column)));
        string numbers = string.Join(", ", Columns.Select(column => number(row, column)));
        writer.Line($"var {Noun}{row} = Columns<TLanes, TVector>({taps}, {numbers}, out var {Record}{row});");
        if (isClipped && IsOutermost(row))
            writer.Line($"{Record}{row} = TLanes.AddToTaps({Record}{row}, shift{row});");
    }

    /// <summary>The rows that the next rows of windows are the first to need, at the columns that no window before held.</summary>
    private void PrintPrefetch(Func<int, int, string> place)
    {
        int next = plan.WindowRows * Height.Stride;
        foreach (int row in _text.TapRows.Where(row => row + next >= _text.TapRows.Length))
        {
            foreach (int column in Columns.Where(column => column >= Shared))
                writer.Line($"TPlacement.Prefetch({place(row, column)} + {Text.Times(next, "rowStep")}, TLanes.Count);");
        }
    }

    private void PrintWindow(string target, bool isClipped)
    {
        int[] rows = _text.WindowRows(target);
        foreach (int row in rows.Where(row => IsSharedFromBelow(target, row)))
        {
            string operation = HasBits ? "ShiftBits" : "AddToTaps";
            writer.Line($"var upper{row} = TLanes.{operation}({Record}{row}, {Height.Stride * Width.Kernel}); // the same taps have other numbers in the upper window");
        }
        (string value, string record) = (_text.Extreme(target), _text.RecordOf(target));
        string values = string.Join(", ", rows.Select(row => $"{Noun}{row}"));
        string records = string.Join(", ", rows.Select(row => IsSharedFromBelow(target, row) ? $"upper{row}" : $"{Record}{row}"));
        writer.Line($"var {value} = Rows<TLanes, TVector>({values}, {records}, out var {record});");
        if (HasBits && isClipped)
            writer.Line($"{record} = TLanes.And({record}, {target}Inside);");
        _text.PrintResult(value, record, $"{target} + at");
    }

    /// <summary>A row of taps that both windows hold is combined under its number in the lower one.</summary>
    private bool IsSharedFromBelow(string target, int row) => target == "upper" && FirstLine(row) > 0;

    /// <summary>The line, counted from the upper window's first, that the numbers of a row of taps count from.</summary>
    private int FirstLine(int row) => plan.WindowRows == 2 && row >= Height.Stride ? Height.Stride : 0;

    private int FirstNumber(int row) => (row - FirstLine(row)) * Width.Kernel;

    private static string Tap(int row, int column) => $"tap{row}{column}";
}
