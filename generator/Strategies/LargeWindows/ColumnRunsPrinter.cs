using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>
/// Prints the combination down the columns. The windows of a block share a row: each is the run from its first row to that one, found
/// from the shared row upwards, and the run from behind it to its last row, found downwards (van Herk's algorithm).
/// </summary>
internal sealed class ColumnRunsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan, LargeWindowsText text)
{
    /// <summary>The strips of the largest method: as many runs side by side do not wait for each other.</summary>
    public const int MostStrips = 4;

    public void Print()
    {
        foreach (int strips in (int[])[MostStrips, 2, 1])
            Print(strips);
    }

    /// <summary>Goes through all strips of a run of columns.</summary>
    /// <param name="writer">Where to print.</param>
    /// <param name="run">The elements of the run.</param>
    /// <param name="call">The call for a number of strips that begin at <c>column</c>.</param>
    public static void PrintCalls(CodeWriter writer, string run, Func<int, string> call)
    {
        using (writer.Block($"for (nint column = 0; column < {run};)"))
        {
            writer.Line($"nint strips = ({run} - column + TLanes.Count - 1) / TLanes.Count;");
            using (writer.Indented($"if (strips >= {MostStrips})"))
                writer.Line(call(MostStrips));
            using (writer.Indented("else if (strips >= 2)"))
                writer.Line(call(2));
            using (writer.Indented("else"))
                writer.Line(call(1));
            writer.Line($"column += (strips >= {MostStrips} ? {MostStrips} : strips >= 2 ? 2 : 1) * TLanes.Count;");
        }
    }

    private void Print(int strips)
    {
        string[] letters = Enumerable.Range(0, strips).Select(strip => $"{(char)('A' + strip)}").ToArray();
        writer.Line($"\n/// <summary>{(strips == 1 ? "A strip" : $"{strips} neighbouring strips")} of a block of windows, combined down the columns{(plan.ChecksForNaN ? "; whether all they hold are numbers" : "")}.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static {(plan.ChecksForNaN ? "bool" : "void")} Columns{strips}{text.TypeParameters}(ref {text.Element} source, ref {text.Element} columns, int rows, {(plan.TakesPixels ? "nint rowStep, nint run, nint ahead" : "nint width")}, nint pitch, int lead, int first, int behind, nint columnA{text.ShareParameters(text.ScalesSource)})"))
        {
            foreach (string letter in letters.Skip(1))
                writer.Line($"nint column{letter} = columnA{Step(letter)};");

            // The last strip may hang over: lanes behind the row add nothing to what stands there, which is nothing.
            writer.Line($"var inside = TLanes.Inside(column{letters.Last()}, {text.Run});");
            writer.Line($"var identity = {text.Identity};");
            if (text.ScalesSource)
            {
                foreach (string letter in letters)
                    writer.Line($"var share{letter} = TLanes.{(letter == letters.Last() ? $"LoadInside(ref columnShares, column{letter}, width, inside)" : $"Load(ref columnShares, column{letter})")};");
            }
            if (plan.ChecksForNaN)
                writer.Line($"TVector {string.Join(", ", letters.Select(letter => $"all{letter} = TLanes.Zero"))};");
            PrintUpwards(letters);
            if (text.BlockRows > 1)
                PrintDownwards(letters);
            if (!plan.ChecksForNaN)
                return;
            string all = letters.Select(letter => letter == letters.Last() ? $"TLanes.SelectInside(column{letter}, {text.Run}, all{letter})" : $"all{letter}")
                .Aggregate((sum, next) => $"TLanes.Add({sum}, {next})");
            writer.Line($"return TLanes.{(kernel.Reduction.IsMaximum ? "AllAbove" : "AllBelow")}({all}, {kernel.Reduction.Identity});");
        }
    }

    private void PrintUpwards(string[] letters)
    {
        writer.Line($"\nint shared = {text.Top("first")} + {text.Height.Kernel}, row = global::System.Math.Min(shared, rows); // behind the shared row");
        writer.Line($"TVector {string.Join(", ", letters.Select(letter => $"up{letter} = identity"))};");
        writer.Line($"ref {text.Element} next = ref Cs::Unsafe.Add(ref source, row * {text.RowStep});");
        writer.Line($"ref {text.Element} combined = ref Cs::Unsafe.Add(ref columns, (behind - first) * pitch);");
        if (plan.StepsByRow)
        {
            PrintUpwardsByRows(letters);
            return;
        }
        using (writer.Block("for (int window = behind - 1; window >= first; window--)"))
        {
            PrintRowsUpTo("window", letters);
            PrintUp(letters);
        }
    }

    /// <summary>At distance 1 each window has one row more than the one behind it, or begins before the source with the same rows.</summary>
    private void PrintUpwardsByRows(string[] letters)
    {
        writer.Line("int window = behind - 1;");
        PrintRowsUpTo("window", letters);
        PrintUp(letters);
        using (writer.Block("for (; row > 0 && window > first; window--, row--)"))
        {
            PrintRowBefore(letters);
            PrintUp(letters);
        }
        using (writer.Block("for (; window > first; window--)"))
            PrintUp(letters);
    }

    private void PrintRowsUpTo(string window, string[] letters)
    {
        using (writer.Block($"for (int top = global::System.Math.Max(0, {text.Top(window)}); row > top; row--)"))
            PrintRowBefore(letters);
    }

    private void PrintRowBefore(string[] letters)
    {
        writer.Line($"next = ref Cs::Unsafe.Add(ref next, -{text.RowStep});");
        PrintRow("up", letters, "row - 1");
    }

    private void PrintUp(string[] letters)
    {
        writer.Line("combined = ref Cs::Unsafe.Add(ref combined, -pitch);");
        foreach (string letter in letters)
            writer.Line($"TLanes.Store(up{letter}, ref combined, column{letter});");
    }

    private void PrintDownwards(string[] letters)
    {
        writer.Line();
        using (writer.Block("if (shared < rows)"))
        {
            writer.Line($"TVector {string.Join(", ", letters.Select(letter => $"down{letter} = identity"))};");
            writer.Line("row = shared;");
            writer.Line($"next = ref Cs::Unsafe.Add(ref source, row * {text.RowStep});");
            if (plan.StepsByRow)
                PrintDownwardsByRows(letters);
            else
                PrintDownwardsByWindows(letters);
        }
    }

    private void PrintDownwardsByWindows(string[] letters)
    {
        using (writer.Block("for (int window = first + 1; window < behind; window++)"))
        {
            using (writer.Block($"for (int bottom = global::System.Math.Min(rows, {text.Top("window")} + {text.Height.Kernel}); row < bottom; row++)"))
                PrintRowBehind(letters);
            PrintDown(letters);
        }
    }

    private void PrintDownwardsByRows(string[] letters)
    {
        writer.Line("window = first + 1;");
        using (writer.Block("for (; row < rows && window < behind; window++, row++)"))
        {
            PrintRowBehind(letters);
            PrintDown(letters);
        }
        using (writer.Block("for (; window < behind; window++)"))
            PrintDown(letters);
    }

    private void PrintRowBehind(string[] letters)
    {
        PrintRow("down", letters, "row");
        writer.Line($"next = ref Cs::Unsafe.Add(ref next, {text.RowStep});");
    }

    private void PrintDown(string[] letters)
    {
        writer.Line("combined = ref Cs::Unsafe.Add(ref combined, pitch);");
        foreach (string letter in letters)
            writer.Line($"TLanes.Store({text.Combine($"TLanes.Load(ref combined, column{letter})", $"down{letter}")}, ref combined, column{letter});");
    }

    private void PrintRow(string run, string[] letters, string row)
    {
        if (text.ScalesSource)
            writer.Line($"var rowShare = TLanes.Broadcast(Cs::Unsafe.Add(ref rowShares, {row}));");
        if (plan.TakesPixels)
            writer.Line($"TPlacement.Prefetch(ref next, columnA + ahead, {Text.Times(letters.Length, "TLanes.Count")});");
        foreach (string letter in letters)
        {
            // The block that follows begins where this one's rows end.
            if (!plan.TakesPixels)
                writer.Line($"TPlacement.PrefetchAhead(ref next, column{letter} + {text.Height.Kernel} * width, TLanes.Count);");
            string fill = kernel.Reduction.HasWinners ? ", identity" : ""; // else it is zero
            string value = letter == letters.Last() ? $"TLanes.LoadInside(ref next, column{letter}, {text.Run}, inside{fill})" : $"TLanes.Load(ref next, column{letter})";
            if (text.ScalesSource)
                value = $"TLanes.Multiply(TLanes.Multiply({value}, share{letter}), rowShare)";
            if (plan.ChecksForNaN)
            {
                writer.Line($"var {run}Row{letter} = {value};");
                value = $"{run}Row{letter}";
                writer.Line($"all{letter} = TLanes.Add(all{letter}, {value});");
            }
            writer.Line($"{run}{letter} = {text.Combine(run + letter, value)};");
        }
    }

    private static string Step(string letter) => letter[0] switch
    {
        'A' => "",
        'B' => " + TLanes.Count",
        _ => $" + {letter[0] - 'A'} * TLanes.Count",
    };
}
