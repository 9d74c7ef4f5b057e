using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.PairedRows;

/// <summary>
/// Prints the method that goes along two rows of windows, for a vector of channels. Columns of taps that neighbouring windows share stay in
/// registers; a row outside the input is replaced by one pixel of identities.
/// </summary>
internal sealed class PairedPixelsPrinter(CodeWriter writer, KernelPlan kernel, PairedRowsPlan plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    private AxisSpec Height => kernel.Spec.Axes[0];

    private AxisSpec Width => kernel.Spec.Axes[1];

    private int[] TapRows => [.. Enumerable.Range(0, PairedRowsPlan.TapRows(Height))];

    /// <summary>The columns of taps that a window shares with the one before it.</summary>
    private int Shared => Math.Max(0, Width.Kernel - Width.Stride);

    public void Print()
    {
        writer.Line("\n/// <summary>A vector of channels of two rows of windows, from left to right; returns the sum of what was loaded, added to <paramref name=\"sum\"/>.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static TVector Pixels<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int sample, int row, int channel, TVector sum)"))
        {
            PrintLocals();
            PrintRows();
            PrintFirstColumns();
            writer.Line();
            using (writer.Block("for (int column = 0; column < columns.OutputExtent; column++, upper += channels, lower += channels)"))
            {
                for (int column = Shared; column < Width.Kernel; column++)
                    PrintNewColumn(column);
                PrintPrefetch();
                PrintWindows();
                PrintRoll();
            }
            string sums = TapRows.Aggregate("sum", (joined, number) => $"TLanes.Add({joined}, sum{number})");
            writer.Line($"return {sums};");
        }
    }

    private void PrintLocals()
    {
        writer.Line($"ref {Element} input = ref operands.Input;");
        writer.Line($"ref {Element} output = ref operands.Output;");
        writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
        writer.Line("var (rows, columns) = (geometry.Height, geometry.Width);");
        writer.Line("nint channels = geometry.Channels, rowStep = columns.InputExtent * channels;");
        writer.Line("int line = rows.Start(row);");
        writer.Line("nint origin = (sample * geometry.InputPlane + line * (nint)columns.InputExtent) * channels + channel;");
        writer.Line("nint upper = (sample * geometry.OutputPlane + row * (nint)columns.OutputExtent) * channels + channel;");
        writer.Line("nint targetStep = columns.OutputExtent * channels, lower = upper + targetStep;");
        if (Shared > 0 || Width.Clips)
            writer.Line($"var identity = TLanes.Broadcast({kernel.Reduction.Identity});");
        writer.Line($"TVector {string.Join(", ", TapRows.Select(row => $"sum{row} = TLanes.Zero"))};");
    }

    private void PrintRows()
    {
        foreach (int row in TapRows)
        {
            string at = row == 0 ? "origin" : row == 1 ? "origin + rowStep" : $"origin + {row} * rowStep";
            if (!PairedRowsPlan.MayLieOutside(Height, row))
            {
                writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref input, {at});");
                continue;
            }
            writer.Line($"bool inside{row} = unchecked((uint){(row == 0 ? "line" : $"(line + {row})")}) < (uint)rows.InputExtent;");
            writer.Line($"ref {Element} row{row} = ref inside{row} ? ref Cs::Unsafe.Add(ref input, {at}) : ref operands.Scratch;");
            writer.Line($"nint step{row} = inside{row} ? channels : 0;");
        }
    }

    /// <summary>The columns that the first window would share with one before it.</summary>
    private void PrintFirstColumns()
    {
        for (int column = 0; column < Shared; column++)
        {
            writer.Line($"TVector {string.Join(", ", TapRows.Select(row => $"{Tap(row, column)} = identity"))};");
            if (!Width.HasDerivedPadding && column < Width.PaddingBegin)
                continue;
            string first = Width.HasDerivedPadding ? $"{column} - columns.PaddingBegin" : $"{column - Width.PaddingBegin}";
            writer.Line($"int first{column} = {first};");
            using (writer.Block($"if (unchecked((uint)first{column}) < (uint)columns.InputExtent)"))
                PrintLoads(column, $"first{column}", declares: false);
        }
    }

    /// <summary>A column of taps that no window before held.</summary>
    private void PrintNewColumn(int column)
    {
        string start = Signed.Times(Width.Stride, "column") + (Width.HasDerivedPadding ? $" - columns.PaddingBegin{Signed.Text(column)}" : Signed.Text(column - Width.PaddingBegin));
        if (!Width.Clips)
        {
            writer.Line($"int next{column} = {start};");
            PrintLoads(column, $"next{column}", declares: true);
            return;
        }
        writer.Line($"int next{column} = {start};");
        writer.Line($"TVector {string.Join(", ", TapRows.Select(row => $"{Tap(row, column)} = identity"))};");
        using (writer.Block($"if (unchecked((uint)next{column}) < (uint)columns.InputExtent)"))
            PrintLoads(column, $"next{column}", declares: false);
    }

    private void PrintLoads(int column, string at, bool declares)
    {
        string declaration = declares ? "var " : "";
        foreach (int row in TapRows)
        {
            bool mayLieOutside = PairedRowsPlan.MayLieOutside(Height, row);
            writer.Line($"{declaration}{Tap(row, column)} = TLanes.Load(ref row{row}, {at} * {(mayLieOutside ? $"step{row}" : "channels")});");
            using (mayLieOutside ? writer.Indented($"if (inside{row})") : null)
                writer.Line($"sum{row} = TLanes.Add(sum{row}, {Tap(row, column)});");
        }
    }

    /// <summary>The rows that the next pair of rows of windows is the first to need, at the columns that no window before held.</summary>
    private void PrintPrefetch()
    {
        int next = 2 * Height.Stride, last = TapRows.Max();
        foreach (int row in TapRows.Where(row => row + next > last))
        {
            for (int column = Shared; column < Width.Kernel; column++)
                writer.Line($"TPlacement.Prefetch(ref row{row}, next{column} * channels + {next} * rowStep, TLanes.Count);");
        }
    }

    /// <summary>A window of each row of windows.</summary>
    private void PrintWindows()
    {
        foreach (int row in TapRows)
        {
            string taps = string.Join(", ", Enumerable.Range(0, Width.Kernel).Select(column => Tap(row, column)));
            int first = (row < Height.Stride ? row : row - Height.Stride) * Width.Kernel;
            writer.Line($"var {Noun}{row} = Columns<TLanes, TVector>({taps}, {first}, out var {Record}{row});");
        }
        for (int row = Height.Stride; row < Height.Kernel; row++)
        {
            string operation = plan.Pass == PoolingPass.ForwardTaps ? "AddToTaps" : "ShiftBits";
            writer.Line($"var upper{row} = TLanes.{operation}({Record}{row}, {Height.Stride * Width.Kernel}); // the same taps have other numbers in the upper window");
        }
        PrintWindow("upper", 0, row => row < Height.Stride ? $"{Record}{row}" : $"upper{row}");
        PrintWindow("lower", Height.Stride, row => $"{Record}{row}");
    }

    private void PrintWindow(string place, int firstRow, Func<int, string> record)
    {
        int[] rows = [.. Enumerable.Range(firstRow, Height.Kernel)];
        string values = string.Join(", ", rows.Select(row => $"{Noun}{row}"));
        string value = $"{place}{char.ToUpperInvariant(Noun[0])}{Noun.Substring(1)}", taps = $"{place}{char.ToUpperInvariant(Record[0])}{Record.Substring(1)}";
        writer.Line($"var {value} = Rows<TLanes, TVector>({values}, {string.Join(", ", rows.Select(record))}, out var {taps});");
        writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({value}, ref output, {place});");
        writer.Line($"TPlacement.PrefetchTarget(ref output, {place} + 2 * targetStep, TLanes.Count);");
        writer.Line($"TLanes.StoreTaps({taps}, ref records, {place});");
    }

    private void PrintRoll()
    {
        for (int column = 0; column < Shared; column++)
        {
            foreach (int row in TapRows)
                writer.Line($"{Tap(row, column)} = {Tap(row, column + Width.Stride)};");
        }
    }

    private string Noun => kernel.Reduction.Noun;

    private string Record => plan.Pass == PoolingPass.ForwardTaps ? "best" : "won";

    private static string Tap(int row, int column) => $"tap{row}{column}";
}
