using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>
/// Prints a vector of neighbouring windows: loads, the combination of rows, the columns of taps, the result. In scope: what
/// <see cref="DeinterleavedRowsPrinter"/> prints before a row.
/// </summary>
internal sealed class WindowVectorPrinter(CodeWriter writer, KernelPlan kernel, DeinterleavedRowsPlan plan, RowText text)
{
    private PoolingSpec Spec => kernel.Spec;

    private string Noun => kernel.Reduction.Noun;

    private int Rows => Spec.Axes[0].Kernel;

    private AxisSpec Width => Spec.Axes[1];

    private int Stride => Width.Stride;

    private bool Records => plan.Record != WinnerRecord.None;

    private int Lead => plan.Carried.Count();

    /// <summary>How a vector of windows meets the end of its row.</summary>
    private enum RowEnd
    {
        /// <summary>It has no window that reaches beyond.</summary>
        Apart,

        /// <summary>It has, and memory goes on there: what lies behind the row is loaded, and replaced in what it was combined to.</summary>
        Replaced,

        /// <summary>Nothing is loaded from beyond.</summary>
        Masked,

        /// <summary>It is a row's only one, half a vector: the other half is that of another row.</summary>
        Paired,
    }

    /// <summary>Where a vector of windows loads from, beside its column times the stride: an offset as a part of a sum.</summary>
    public static string Offset(DeinterleavedRowsPlan plan, AxisSpec width) =>
        (width.HasDerivedPadding ? " - left" : "") + Text.Signed(plan.Carried.Count() - (width.HasDerivedPadding ? 0 : width.PaddingBegin));

    /// <summary>The vectors of a row: those that need no mask in a loop of their own, where there is one, and the others.</summary>
    public void PrintRow()
    {
        const string EveryVector = "for (column = 0; column < outputs; column += TLanes.Count)";
        if (!plan.HasWholeLoop)
        {
            using (writer.Block(EveryVector))
                PrintVector(RowEnd.Masked);
            return;
        }

        // A loop around the two kinds of vectors makes narrow rows take up to 1.4 times the time.
        using (plan.EndsOnce ? null : writer.Block(EveryVector))
        {
            string begin = Width.HasDerivedPadding ? $"{Stride} * column{Offset(plan, Width)} >= 0 && "
                : Width.PaddingBegin > Lead ? $"column >= {(Width.PaddingBegin - Lead + Stride - 1) / Stride} && " : "";
            using (writer.Block($"for ({(plan.EndsOnce ? "column = 0" : "")}; {begin}column <= whole; column += TLanes.Count)"))
                PrintVector(RowEnd.Apart);
            if (plan.ReplacesOverhang)
            {
                using (writer.Block("if (column < outputs && bottom <= lastSource && target <= lastTarget)"))
                    PrintVector(RowEnd.Replaced);
            }
            using (writer.Block($"{(plan.ReplacesOverhang ? "else " : "")}if (column < outputs)"))
                PrintVector(RowEnd.Masked);
        }
    }

    private void PrintVector(RowEnd end)
    {
        writer.Line($"nint at = {Stride} * column{Offset(plan, Width)};");
        PrintPrefetch(targets: end == RowEnd.Apart);
        if (end != RowEnd.Apart)
            writer.Line($"var fill = TLanes.Broadcast({text.Fill});");
        PrintLoads(end);
        PrintRowRecords();
        if (end == RowEnd.Replaced)
            PrintReplacement(end);
        if (end != RowEnd.Apart)
            PrintRecordReplacement(end);
        PrintColumns(end);
        PrintResult();
        PrintStores(end);
    }

    /// <summary>The windows of a vector of two rows, of which each is loaded into a vector of its own: what is stored is left to the caller.</summary>
    public void PrintPair()
    {
        if (Width.ClipsAtEnd)
        {
            writer.Line($"var fill = TLanes.Broadcast({text.Fill});");
            writer.Line($"var inside = TLanes.Inside({PairOffset}, width);");
        }
        PrintCarryOfPair();
        PrintLoads(RowEnd.Paired);
        PrintRowRecords();
        if (Width.ClipsAtEnd)
        {
            PrintReplacement(RowEnd.Paired);
            PrintRecordReplacement(RowEnd.Paired);
        }
        PrintColumns(RowEnd.Paired);
        PrintResult();
    }

    /// <summary>The lanes of the row's last vector inside the input: all rows have the same.</summary>
    public void PrintMasks()
    {
        writer.Line($"nint lastAt = {Stride} * (behindLast - TLanes.Count){Offset(plan, Width)};");
        for (int vector = 0; vector < Stride; vector++)
            writer.Line($"var inside{Letter(vector)} = TLanes.Inside({At(vector, "lastAt")}, width);");
    }

    /// <summary>Whether columns before a row's first vector are sought for NaN with its other elements: a sum that a call may change would not stay in a register.</summary>
    private bool SumsColumns => text.ChecksForNaN && !plan.CallsColumns;

    /// <summary>Helpers for the columns before a vector's own, where the vector before is not the neighbour.</summary>
    public void PrintColumnHelpers()
    {
        string element = Spec.Element.Keyword;
        string rows = string.Join(", ", Enumerable.Range(0, Rows).Select(row => $"ref {element} row{row}"));
        string masks = text.HidesRows ? string.Concat(Enumerable.Range(0, Rows).Select(row => $", TVector inside{row}")) : "";
        writer.Line("\n/// <summary>The rows of one column combined, on every lane.</summary>");
        using (ColumnMethod($"private static TVector Column<TLanes, TVector>({rows}, nint column, nint width{masks}{(SumsColumns ? ", ref TVector sums" : "")})"))
        {
            using (writer.Indented("if (unchecked((nuint)column) >= (nuint)width)"))
                writer.Line($"return TLanes.Broadcast({text.Fill});");
            for (int row = 0; row < Rows; row++)
                writer.Line($"var element{row} = {text.Hidden(Broadcast(row), row)};");
            string[] elements = [.. Enumerable.Range(0, Rows).Select(row => $"element{row}")];
            if (SumsColumns)
                PrintSum(elements, declares: false);
            writer.Line($"return {elements.Skip(1).Aggregate(elements[0], SumsColumns ? text.CombineVectors : text.Combine)};");
        }
        if (!Records)
            return;

        string numbers = string.Concat(Enumerable.Range(0, Rows).Select(row => $", TVector {text.Record}Of{row}"));
        writer.Line("\n/// <summary>Which rows of it win.</summary>");
        using (ColumnMethod($"private static TVector ColumnRecord<TLanes, TVector>({rows}, nint column, nint width, TVector extreme{numbers})"))
        {
            using (writer.Indented("if (unchecked((nuint)column) >= (nuint)width)"))
                writer.Line($"return {text.NoRecord};");
            foreach (string line in text.RecordOfRows("record", "extreme", Broadcast))
                writer.Line(line);
            writer.Line("return record;");
        }

        static string Broadcast(int row) => $"TLanes.Broadcast(Cs::Unsafe.Add(ref row{row}, column))";
    }

    private IDisposable ColumnMethod(string signature) => plan.CallsColumns
        ? KernelFrame.EdgeMethod(writer, Spec.Element, signature)
        : KernelFrame.InlinedMethod(writer, Spec.Element, signature);

    /// <summary>Whether vectors say one by one whether a row is to be searched; else the sum of what all of them loaded does.</summary>
    private bool MarksSearches => Records && (!text.ChecksForNaN || (!SumsColumns && plan.Carried.Any(column => !column.BeginsOutside)));

    /// <summary>The columns before a row's first vector, which carries its own on to the next.</summary>
    public void PrintCarry()
    {
        if (MarksSearches)
            writer.Line("bool searches = false;");
        if (text.ChecksForNaN)
            writer.Line("var sums = TLanes.Zero; // NaN where an element is, or infinities cancel, which does no harm");
        string rows = string.Join(", ", Enumerable.Range(0, Rows).Select(row => $"ref row{row}"));
        string masks = text.HidesRows ? string.Concat(Enumerable.Range(0, Rows).Select(row => $", inside{row}")) : "";
        string numbers = string.Concat(Enumerable.Range(0, Rows).Select(row => $", {text.Record}Of{row}"));
        foreach (WindowColumn column in plan.Carried)
        {
            if (column.BeginsOutside)
            {
                PrintCarryOutside(column);
                continue;
            }

            string before = Width.HasDerivedPadding ? $"{column.Tap} - left" : $"{column.Tap - Width.PaddingBegin}";
            writer.Line($"var carry{column.Tap} = Column<TLanes, TVector>({rows}, {before}, width{masks}{(SumsColumns ? ", ref sums" : "")});");
            if (MarksSearches && text.ChecksForNaN)
                writer.Line($"searches |= TLanes.HasNaN(carry{column.Tap});");
            if (Records)
                writer.Line($"var {text.Record}Carry{column.Tap} = ColumnRecord<TLanes, TVector>({rows}, {before}, width, carry{column.Tap}{numbers});");
        }
    }

    /// <summary>The column of the input that a pair's vectors begin with.</summary>
    private int PairOffset => Lead - Width.PaddingBegin;

    /// <summary>The rows of the column before a pair's own, where it is not certain to be padding: it is the first of the input.</summary>
    private IEnumerable<string> RowsBefore => plan.Carried.Any(column => !column.BeginsOutside) ? Enumerable.Range(0, Rows).Select(row => $"before{row}") : [];

    /// <summary>The columns before a pair's own, of each row in one half.</summary>
    private void PrintCarryOfPair()
    {
        foreach (WindowColumn column in plan.Carried)
        {
            if (column.BeginsOutside)
            {
                PrintCarryOutside(column);
                continue;
            }

            string[] before = [.. RowsBefore];
            for (int row = 0; row < Rows; row++)
                writer.Line($"var {before[row]} = TLanes.ShiftOut(TLanes.Broadcast(row{row}), TLanes.Broadcast(Cs::Unsafe.Add(ref row{row}, apart)), TLanes.Count / 2);");
            writer.Line($"var carry{column.Tap} = {before.Skip(1).Aggregate(before[0], text.CombineVectors)};");
            if (!Records)
                continue;
            foreach (string line in text.RecordOfRows($"{text.Record}Carry{column.Tap}", $"carry{column.Tap}", row => before[row]))
                writer.Line(line);
        }
    }

    private void PrintCarryOutside(WindowColumn column)
    {
        writer.Line($"var carry{column.Tap} = TLanes.Broadcast({text.Fill});");
        if (Records)
            writer.Line($"var {text.Record}Carry{column.Tap} = {text.NoRecord};");
    }

    /// <summary>
    /// Rows are loaded side by side, which the hardware's prefetchers do not see as the one run through memory that it is: prefetches follow that run.
    /// </summary>
    private void PrintPrefetch(bool targets)
    {
        int vectors = Spec.Axes[0].Stride * Stride;
        string first = Spec.Axes[0].Clips ? "source + start * width" : "source";
        writer.Line($"TPlacement.PrefetchAhead(ref input, {first} + {vectors} * column, {vectors} * TLanes.Count);");
        if (!targets)
            return;
        writer.Line("TPlacement.PrefetchTargetAhead(ref output, target + column, TLanes.Count);");
        if (Records)
            writer.Line($"TPlacement.PrefetchTargetAhead(ref {text.Records}, target + column, TLanes.Count);");
    }

    /// <summary>The lanes of a vector inside its row: those of a pair are alike.</summary>
    private static string Inside(RowEnd end, int vector) => end == RowEnd.Paired ? "inside" : $"inside{Letter(vector)}";

    private static string Letter(int vector) => $"{(char)('A' + vector)}";

    private static string At(int vector, string first = "at") => vector == 0 ? first : $"{first} + {Text.Times(vector, "TLanes.Count")}";

    private string Row(int row, int vector) => Records ? $"row{row}{Letter(vector)}" : $"{Noun}{Letter(vector)}";

    /// <summary>Memory is read in order: a run of one row, then of the next. Only where winners are recorded are the rows needed again.</summary>
    private void PrintLoads(RowEnd end)
    {
        if (end == RowEnd.Paired)
        {
            PrintRows((row, vector) => $"TLanes.Load(ref row{row}, {(vector == 0 ? $"{PairOffset}" : $"apart{Text.Signed(PairOffset)}")})");
        }
        else if (end != RowEnd.Masked)
        {
            PrintRows((row, vector) => $"TLanes.Load(ref row{row}, {At(vector)})");
        }
        else
        {
            for (int vector = 0; !plan.ReplacesOverhang && vector < Stride; vector++)
                writer.Line($"var inside{Letter(vector)} = TLanes.Inside({At(vector)}, width);");
            PrintRows((row, vector) => $"TLanes.LoadInside(ref row{row}, {At(vector)}, width, inside{Letter(vector)}, fill)");
        }
        if (!Records)
            return;

        if (text.ChecksForNaN)
        {
            IEnumerable<string> rows = from row in Enumerable.Range(0, Rows) from vector in Enumerable.Range(0, Stride) select Row(row, vector);
            PrintSum(end == RowEnd.Paired ? rows.Concat(RowsBefore) : rows, declares: end == RowEnd.Paired);
        }
        for (int vector = 0; vector < Stride; vector++)
        {
            string extreme = Row(0, vector);
            for (int row = 1; row < Rows; row++)
                extreme = text.CombineVectors(extreme, Row(row, vector));
            writer.Line($"var {Noun}{Letter(vector)} = {extreme};");
        }
    }

    /// <summary>The sum of what maxima of numbers were taken of: it is NaN where one of them is, and where infinities cancel, which does no harm.</summary>
    private void PrintSum(IEnumerable<string> values, bool declares)
    {
        string[] terms = [.. values];
        string sum = terms.Skip(1).Aggregate(terms[0], (sum, term) => $"TLanes.Add({sum}, {term})");
        writer.Line(declares ? $"var sums = {sum};" : $"sums = TLanes.Add(sums, {sum});");
    }

    private void PrintRows(Func<int, int, string> load)
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int vector = 0; vector < Stride; vector++)
            {
                string value = text.Hidden(load(row, vector), row);
                writer.Line(Records || row == 0 ? $"var {Row(row, vector)} = {value};" : $"{Row(row, vector)} = {text.Combine(Row(row, vector), value)};");
            }
        }
    }

    private void PrintRowRecords()
    {
        if (!Records)
            return;
        for (int vector = 0; vector < Stride; vector++)
        {
            int number = vector;
            foreach (string line in text.RecordOfRows($"{text.Records}{Letter(vector)}", $"{Noun}{Letter(vector)}", row => Row(row, number)))
                writer.Line(line);
        }
    }

    /// <summary>What took the place of the columns outside takes that of what was combined there.</summary>
    private void PrintReplacement(RowEnd end)
    {
        for (int vector = 0; vector < Stride; vector++)
            writer.Line($"{Noun}{Letter(vector)} = TLanes.Select({Inside(end, vector)}, {Noun}{Letter(vector)}, fill);");
    }

    /// <summary>Where no window reaches beyond the row, what is not inside is no window's.</summary>
    private void PrintRecordReplacement(RowEnd end)
    {
        for (int vector = 0; Records && Width.Clips && vector < Stride; vector++)
        {
            string name = $"{text.Records}{Letter(vector)}", inside = Inside(end, vector);
            writer.Line($"{name} = {(plan.Record == WinnerRecord.Bits ? $"TLanes.And({name}, {inside})" : $"TLanes.Select({inside}, {name}, {text.NoRecord})")};");
        }
    }

    /// <summary>The columns of taps: taken from the vectors, and shifted in from the vectors before.</summary>
    private void PrintColumns(RowEnd end)
    {
        PrintPhases(end, Noun, "column");
        if (Records)
            PrintPhases(end, text.Records, $"{text.Record}Column");
    }

    private void PrintPhases(RowEnd end, string vectors, string columns)
    {
        string carry = columns == "column" ? "carry" : $"{text.Record}Carry";
        var own = plan.Columns.Where(column => column.Shift == 0).ToList();
        if (Stride == 4)
        {
            writer.Line($"var {vectors}AB = TLanes.Even({vectors}A, {vectors}B);");
            writer.Line($"var {vectors}CD = TLanes.Even({vectors}C, {vectors}D);");
            if (own.Any(column => column.Phase % 2 == 1))
            {
                writer.Line($"var odd{vectors}AB = TLanes.Odd({vectors}A, {vectors}B);");
                writer.Line($"var odd{vectors}CD = TLanes.Odd({vectors}C, {vectors}D);");
            }
        }
        foreach (WindowColumn column in own)
        {
            writer.Line($"var {columns}{column.Tap} = " + (Stride, column.Phase) switch
            {
                (2, 0) => $"TLanes.Even({vectors}A, {vectors}B);",
                (2, _) => $"TLanes.Odd({vectors}A, {vectors}B);",
                (3, var phase) => $"TLanes.EveryThird({vectors}A, {vectors}B, {vectors}C, {phase});",
                (_, 0) => $"TLanes.Even({vectors}AB, {vectors}CD);",
                (_, 2) => $"TLanes.Odd({vectors}AB, {vectors}CD);",
                (_, 1) => $"TLanes.Even(odd{vectors}AB, odd{vectors}CD);",
                _ => $"TLanes.Odd(odd{vectors}AB, odd{vectors}CD);",
            });
        }
        foreach (WindowColumn column in plan.Carried.Reverse())
        {
            string source = $"{columns}{column.Tap + Stride}";
            writer.Line($"var {columns}{column.Tap} = TLanes.{(end == RowEnd.Paired ? "ShiftInHalves" : "ShiftIn")}({carry}{column.Tap}, {source});");
            if (end != RowEnd.Paired)
                writer.Line($"{carry}{column.Tap} = {source};");
        }
    }

    private void PrintResult()
    {
        string window = "column0";
        for (int tap = 1; tap < Width.Kernel; tap++)
            window = text.CombineVectors(window, $"column{tap}");
        writer.Line($"var {Noun} = {window};");
        new RowFinishPrinter(writer, kernel, plan, text).PrintValue();
        for (int tap = 0; Records && tap < Width.Kernel; tap++)
        {
            string record = text.RecordOfColumn($"{text.Record}Column{tap}", tap);
            writer.Line(tap == 0
                ? $"var {text.Record} = TLanes.SelectEqual(column0, {Noun}, {record}, {text.NoRecord});"
                : $"{text.Record} = TLanes.SelectEqual(column{tap}, {Noun}, {text.Better(text.Record, record)}, {text.Record});");
        }
    }

    private void PrintStores(RowEnd end)
    {
        if (Records && !text.ChecksForNaN)
            writer.Line($"searches |= TLanes.HasNaN(TLanes.SelectInside(column, outputs, {Noun})); // equal to nothing");
        if (end != RowEnd.Masked)
        {
            writer.Line($"TPlacement.Store<TLanes, TVector, {Spec.Element.Keyword}>({Noun}, ref output, target + column);");
            if (Records)
                writer.Line($"TLanes.StoreTaps({text.Record}, ref {text.Records}, target + column);");
            return;
        }

        writer.Line($"Rt::RowAccess.StoreEnd<TLanes, TVector, TPlacement, {Spec.Element.Keyword}>({Noun}, ref output, target + column, outputEnd, outputEnd); // behind the row stands the next, which comes later");
        if (Records)
            writer.Line($"Rt::RowAccess.StoreTapsEnd<TLanes, TVector, TRecord, {Spec.Element.Keyword}>({text.Record}, ref {text.Records}, target + column, outputEnd);");
    }

    /// <summary>After a row: what vectors could not do.</summary>
    public void PrintSearch()
    {
        if (!Records)
            return;
        string[] reasons = [.. ((string?[])[MarksSearches ? "searches" : null, text.ChecksForNaN ? "TLanes.HasNaN(sums)" : null]).OfType<string>()];
        using (writer.Indented($"if ({string.Join(" || ", reasons)})"))
            writer.Line(text.Search("(int)outputs"));
    }
}
