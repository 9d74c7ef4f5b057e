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
    // Sums of loads: as many as hide the latency of an addition.
    private const int Sums = 4;

    private readonly string _noun = kernel.Reduction.Noun;

    private string Element => kernel.Spec.Element.Keyword;

    private AxisSpec Height => kernel.Spec.Height;

    private AxisSpec Width => kernel.Spec.Width;

    private int[] TapRows => [.. Enumerable.Range(0, plan.TapRows(Height))];

    private int[] Columns => [.. Enumerable.Range(0, Width.Kernel)];

    private int Shared => PixelWindowsPlan.SharedColumns(Width);

    private bool HasBits => plan.Pass == PoolingPass.ForwardWinners;

    private string Record => HasBits ? "won" : "best";

    private string What => plan.WindowRows == 2 ? "two rows of windows" : "a row of windows";

    /// <summary>Windows of a row that lie inside the input.</summary>
    public void PrintInside()
    {
        writer.Line($"\n/// <summary>Some columns of {What}, all inside the input; returns the sum of what was loaded, added to <paramref name=\"sum\"/>.</summary>");
        using (Method("Pixels"))
        {
            PrintLocals();
            foreach (int row in TapRows)
            {
                string first = "(sample * geometry.InputPlane + rows.Start(row) * (nint)columns.InputExtent + columns.Start(begin)) * channels";
                writer.Line(row == 0
                    ? $"ref {Element} row0 = ref Cs::Unsafe.Add(ref operands.Input, {first});"
                    : $"ref {Element} row{row} = ref Cs::Unsafe.Add(ref row{row - 1}, rowStep);");
            }
            PrintSums();
            PrintSumOfFirst();
            writer.Line();
            using (writer.Block($"for (int column = begin; column < end; column++, {Advance}, source += {Text.Times(Width.Stride, "channels")})"))
            using (Channels())
            {
                writer.Line("nint tap = source + at;");
                PrintWindows(
                    (row, column) => $"ref row{row}, tap{(column == 0 ? "" : " + " + Text.Times(column, "channels"))}",
                    (row, column) => $"{FirstNumber(row) + column}",
                    column => column >= Shared,
                    isClipped: false);
            }
            PrintReturn();
        }
    }

    /// <summary>Windows of a row that are clipped.</summary>
    public void PrintClipped()
    {
        writer.Line($"\n/// <summary>Some columns of {What}, taps outside the input replaced by the nearest ones inside; returns the sum as above.</summary>");
        using (Method("ClippedPixels"))
        {
            PrintLocals();
            PrintClippedRows();
            PrintSums();
            writer.Line();
            using (writer.Block($"for (int column = begin; column < end; column++, {Advance})"))
            {
                writer.Line("int start = columns.Start(column);");
                foreach (int column in Columns)
                    writer.Line($"int column{column} = {Inside($"start{Text.Signed(column)}", "lastColumn")};");
                PrintInsideColumns();
                using (Channels())
                {
                    foreach (int column in Columns)
                        writer.Line($"nint place{column} = column{column} * channels + at;");
                    PrintWindows((row, column) => $"ref row{row}, place{column}", ClippedNumber, _ => true, isClipped: true);
                }
            }
            PrintReturn();
        }
    }

    private void PrintClippedRows()
    {
        writer.Line("int line = rows.Start(row), lastLine = rows.InputExtent - 1, lastColumn = columns.InputExtent - 1;");
        foreach (int row in TapRows)
        {
            string shift = IsOutermost(row) ? $", shift{row} = {Text.Times(Width.Kernel, $"line{row} - line{Text.Signed(-row)}")}" : "";
            writer.Line($"int line{row} = {Inside($"line{Text.Signed(row)}", "lastLine")}{shift};");
            writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref operands.Input, (sample * geometry.InputPlane + line{row} * (nint)columns.InputExtent) * channels);");
        }
        foreach (string window in Windows.Where(_ => HasBits))
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
        foreach (string window in Windows)
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
    private bool IsOutermost(int row) => !HasBits && Windows.Any(window => row == Outermost(WindowRows(window)));

    private IEnumerable<string> Windows => plan.WindowRows == 2 ? ["upper", "lower"] : ["upper"];

    private int[] WindowRows(string window) => [.. Enumerable.Range(window == "upper" ? 0 : Height.Stride, Height.Kernel)];

    private IDisposable Method(string name) => KernelFrame.HotMethod(
        writer,
        kernel.Spec.Element,
        $"private static TVector {name}<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int sample, int row, int begin, int end, TVector sum)");

    private void PrintLocals()
    {
        writer.Line($"ref {Element} output = ref operands.Output;");
        writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
        writer.Line("var (rows, columns) = (geometry.Height, geometry.Width);");
        writer.Line("nint channels = geometry.Channels, rowStep = columns.InputExtent * channels, targetStep = columns.OutputExtent * channels;");
        writer.Line("nint last = channels - TLanes.Count; // the last vector overlaps the one before");
        writer.Line("nint upper = (sample * geometry.OutputPlane + row * (nint)columns.OutputExtent + begin) * channels;");
        if (plan.WindowRows == 2)
            writer.Line("nint lower = upper + targetStep;");
    }

    /// <summary>Behind all that is called: vectors that live across a call leave their registers, and come back in each step of a loop.</summary>
    private void PrintSums() =>
        writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, Sums).Select(number => $"sum{number} = TLanes.Zero"))};");

    private string Advance => plan.WindowRows == 2 ? "upper += channels, lower += channels" : "upper += channels";

    private IDisposable Channels()
    {
        var loop = writer.Block("for (nint channel = 0; channel < channels; channel += TLanes.Count)");
        writer.Line("nint at = channel <= last ? channel : last;");
        return loop;
    }

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
            foreach (int row in TapRows)
                writer.Line($"sum{row % Sums} = TLanes.Add(sum{row % Sums}, TLanes.Load(ref row{row}, at));");
        }
    }

    /// <summary>A vector of channels of a window of each row.</summary>
    private void PrintWindows(Func<int, int, string> place, Func<int, int, string> number, Func<int, bool> isSummed, bool isClipped)
    {
        int sum = 0;
        foreach (int row in TapRows)
        {
            foreach (int column in Columns)
            {
                writer.Line($"var {Tap(row, column)} = TLanes.Load({place(row, column)});");
                if (isSummed(column))
                    writer.Line($"sum{sum % Sums} = TLanes.Add(sum{sum++ % Sums}, {Tap(row, column)});");
            }
        }
        PrintPrefetch(place);
        foreach (int row in TapRows)
            PrintColumns(row, number, isClipped);
        foreach (string window in Windows)
            PrintWindow(window, isClipped);
    }

    private void PrintColumns(int row, Func<int, int, string> number, bool isClipped)
    {
        string taps = string.Join(", ", Columns.Select(column => Tap(row, column)));
        string numbers = string.Join(", ", Columns.Select(column => number(row, column)));
        writer.Line($"var {_noun}{row} = Columns<TLanes, TVector>({taps}, {numbers}, out var {Record}{row});");
        if (isClipped && IsOutermost(row))
            writer.Line($"{Record}{row} = TLanes.AddToTaps({Record}{row}, shift{row});");
    }

    /// <summary>The rows that the next rows of windows are the first to need, at the columns that no window before held.</summary>
    private void PrintPrefetch(Func<int, int, string> place)
    {
        int next = plan.WindowRows * Height.Stride;
        foreach (int row in TapRows.Where(row => row + next >= TapRows.Length))
        {
            foreach (int column in Columns.Where(column => column >= Shared))
                writer.Line($"TPlacement.Prefetch({place(row, column)} + {Text.Times(next, "rowStep")}, TLanes.Count);");
        }
    }

    private void PrintWindow(string target, bool isClipped)
    {
        int[] rows = WindowRows(target);
        foreach (int row in rows.Where(row => IsSharedFromBelow(target, row)))
        {
            string operation = HasBits ? "ShiftBits" : "AddToTaps";
            writer.Line($"var upper{row} = TLanes.{operation}({Record}{row}, {Height.Stride * Width.Kernel}); // the same taps have other numbers in the upper window");
        }
        string value = target + char.ToUpperInvariant(_noun[0]) + _noun.Substring(1), record = target + char.ToUpperInvariant(Record[0]) + Record.Substring(1);
        string values = string.Join(", ", rows.Select(row => $"{_noun}{row}"));
        string records = string.Join(", ", rows.Select(row => IsSharedFromBelow(target, row) ? $"upper{row}" : $"{Record}{row}"));
        writer.Line($"var {value} = Rows<TLanes, TVector>({values}, {records}, out var {record});");
        if (HasBits && isClipped)
            writer.Line($"{record} = TLanes.And({record}, {target}Inside);");
        writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({value}, ref output, {target} + at);");
        writer.Line($"TPlacement.PrefetchTarget(ref output, {target} + at + {Text.Times(plan.WindowRows, "targetStep")}, TLanes.Count);");
        writer.Line($"TLanes.StoreTaps({record}, ref records, {target} + at);");
    }

    private void PrintReturn() =>
        writer.Line($"return {Enumerable.Range(0, Sums).Aggregate("sum", (joined, number) => $"TLanes.Add({joined}, sum{number})")};");

    /// <summary>A row of taps that both windows hold is combined under its number in the lower one.</summary>
    private bool IsSharedFromBelow(string target, int row) => target == "upper" && FirstLine(row) > 0;

    /// <summary>The line, counted from the upper window's first, that the numbers of a row of taps count from.</summary>
    private int FirstLine(int row) => plan.WindowRows == 2 && row >= Height.Stride ? Height.Stride : 0;

    private int FirstNumber(int row) => (row - FirstLine(row)) * Width.Kernel;

    private static string Inside(string at, string last) => $"global::System.Math.Max(0, global::System.Math.Min({at}, {last}))";

    private static string Tap(int row, int column) => $"tap{row}{column}";
}
