using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Runs;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Prints what the passes over planes share: rows combined column by column, and windows of a row combined to their values.</summary>
internal sealed class PlaneRowsPrinter(CodeWriter writer, KernelPlan kernel, AdaptiveText text)
{
    private readonly RunPrinter _runs = new(writer, kernel.Spec.Element, kernel.Reduction);

    private string Element => text.Element;

    private string Noun => kernel.Reduction.Noun;

    /// <summary>The method that combines the rows of a window; with <paramref name="numbers"/>, it also numbers each column's extreme.</summary>
    /// <param name="numbers">Whether it does, row by row in windows as wide as <c>most</c>, columns counted from the row's beginning.</param>
    /// <param name="last">Whether the last of several equal ones counts.</param>
    public void PrintCombineRows(bool numbers, bool last)
    {
        string told = numbers ? $", and the number of each column's {Noun}" : "";
        writer.Line($"\n/// <summary>Some rows combined column by column{told}; the last vector overlaps the one before.</summary>");
        string record = numbers ? $", ref int indices, int most, {text.OfSlices("int mostRows, ")}ref int numbers" : "";
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void CombineRows<TLanes, TVector>(ref {Element} source, nint width, {text.OfSlices("nint sliceStep, int depth, ")}int height, ref {Element} combined{record})"))
        {
            writer.Line("nint column = 0;");
            using (writer.Block("for (; column + 2 * TLanes.Count <= width; column += 2 * TLanes.Count)"))
                PrintColumns(2, numbers, last);
            using (writer.Block("for (; column < width; column += TLanes.Count)"))
            {
                writer.Line("column = nint.Min(column, width - TLanes.Count);");
                PrintColumns(1, numbers, last);
            }
        }
    }

    private void PrintColumns(int vectors, bool numbers, bool last)
    {
        string[] names = vectors == 1 ? [""] : ["A", "B"];
        string At(string origin, int vector) => vector == 0 ? origin : $"{origin} + TLanes.Count";
        writer.Line($"nint at = column{(last ? text.OfSlices(" + (depth - 1) * sliceStep") + " + (height - 1) * width" : "")};");
        for (int vector = 0; vector < vectors; vector++)
        {
            writer.Line($"var {Noun}{names[vector]} = TLanes.Load(ref source, {At("at", vector)});");
            if (!numbers)
                continue;
            writer.Line($"var index{names[vector]} = TLanes.LoadTaps(ref indices, {At("column", vector)});");
            writer.Line($"var best{names[vector]} = {(last ? $"TLanes.AddToTaps(index{names[vector]}, {RowNumber("depth - 1", "height - 1")} * most)" : $"index{names[vector]}")};");
        }
        using (RowsBehindFirst(last))
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                string name = Noun + names[vector];
                if (!numbers)
                {
                    writer.Line($"{name} = {_runs.Combine(name, $"TLanes.Load(ref source, {At("at", vector)})")};");
                    continue;
                }
                writer.Line($"var value{names[vector]} = TLanes.Load(ref source, {At("at", vector)});");
                writer.Line($"best{names[vector]} = TLanes.{kernel.Reduction.Better}(value{names[vector]}, {name}, TLanes.AddToTaps(index{names[vector]}, {RowNumber("slice", "number")} * most), best{names[vector]});");
                writer.Line($"{name} = {_runs.Combine(name, $"value{names[vector]}")};");
            }
        }
        for (int vector = 0; vector < vectors; vector++)
        {
            writer.Line($"TLanes.Store({Noun}{names[vector]}, ref combined, {At("column", vector)});");
            if (numbers)
                writer.Line($"TLanes.StoreTaps(best{names[vector]}, ref numbers, {At("column", vector)});");
        }
    }

    /// <summary>The number of a row in its window, as a factor.</summary>
    private string RowNumber(string slice, string row)
    {
        string number = row.Contains(' ') ? $"({row})" : row;
        return !text.HasDepth ? number : $"({(slice.Contains(' ') ? $"({slice})" : slice)} * mostRows + {row})";
    }

    /// <summary>The loop over the rows of a window behind its first, or before its last: until the result is disposed, what is done for the row at <c>at</c>.</summary>
    private IDisposable RowsBehindFirst(bool last)
    {
        if (!text.HasDepth)
        {
            IDisposable rows = writer.Block(last ? "for (int number = height - 2; number >= 0; number--)" : "for (int number = 1; number < height; number++)");
            writer.Line(last ? "at -= width;" : "at += width;");
            return rows;
        }
        IDisposable slices = writer.Block(last ? "for (int slice = depth - 1; slice >= 0; slice--)" : "for (int slice = 0; slice < depth; slice++)");
        IDisposable rowsOfSlice = writer.Block(last
            ? "for (int number = slice == depth - 1 ? height - 2 : height - 1; number >= 0; number--)"
            : "for (int number = slice == 0 ? 1 : 0; number < height; number++)");
        writer.Line("at = column + slice * sliceStep + number * width;");
        return new NestedBlocks(rowsOfSlice, slices);
    }

    /// <summary>The method that combines the columns of each window of a row.</summary>
    /// <param name="divides">Whether a window's value is divided by its taps, whose columns are then handed over.</param>
    public void PrintWindows(bool divides)
    {
        writer.Line("\n/// <summary>The windows of a row, as many as a vector has lanes: each is combined to a vector, and these are folded until every lane is one window's value.</summary>");
        string taps = divides ? $"int {text.RowCount}, ref {Element} widths, " : "";
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Windows<TLanes, TVector>(ref {Element} row, ref int bounds, int windows, {taps}ref {Element} vectors, ref {Element} output)"))
        using (writer.Block("for (int next = 0; next < windows; next += TLanes.Count)"))
        {
            writer.Line("int live = global::System.Math.Min(TLanes.Count, windows - next);");
            using (writer.Block("for (int lane = 0; lane < live; lane++)"))
            {
                PrintBounds();
                writer.Line("TLanes.Store(Columns<TLanes, TVector>(ref Cs::Unsafe.Add(ref row, first), size), ref vectors, lane * TLanes.Count);");
            }
            _runs.PrintFold();
            writer.Line("var values = TLanes.Load(ref vectors, 0);");
            if (divides)
            {
                writer.Line($"var taps = TLanes.Multiply(TLanes.LoadClipped(ref widths, next, windows, TLanes.Zero), TLanes.Broadcast({text.RowCount}));");
                writer.Line("values = TLanes.Divide(values, taps);");
            }
            writer.Line("TLanes.StoreClipped(values, ref output, next, windows);");
        }
        _runs.PrintRun("The columns of a window", "Columns", "columns");
    }

    /// <summary>The same for narrow windows that are alike: each tap of neighbouring windows is a vector.</summary>
    /// <param name="divides">Whether a window's value is divided by its taps.</param>
    public void PrintNarrowWindows(bool divides)
    {
        writer.Line("\n/// <summary>The windows of a row where they are narrow and alike: a vector holds the same tap of neighbouring windows.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void NarrowWindows<TLanes, TVector>(ref {Element} row, Rt::AxisGeometry columns, {(divides ? $"int {text.RowCount}, " : "")}ref {Element} output)"))
        {
            writer.Line("int taps = columns.MostTaps, distance = columns.Distance;");
            using (writer.Block("for (int next = 0; next < columns.OutputExtent; next += TLanes.Count)"))
            {
                writer.Line($"var {Noun} = {_runs.Identity};");
                using (writer.Indented("for (int tap = 0; tap < taps; tap++)"))
                    writer.Line($"{Noun} = {_runs.Combine(Noun, $"TLanes.LoadClippedStrided(ref row, next * distance + tap, distance, columns.InputExtent, {_runs.Identity})")};");
                if (divides)
                    writer.Line($"{Noun} = TLanes.Divide({Noun}, TLanes.Broadcast({text.RowCount} * taps));");
                writer.Line($"TLanes.StoreClipped({Noun}, ref output, next, columns.OutputExtent);");
            }
        }
    }

    /// <summary>The same for windows of a few columns that differ: one by one.</summary>
    /// <param name="divides">Whether a window's value is divided by its taps.</param>
    public void PrintFewColumns(bool divides)
    {
        writer.Line("\n/// <summary>The windows of a row where they are narrow and differ, one by one.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void FewColumns<TLanes, TVector>(ref {Element} row, ref int bounds, int windows, {(divides ? $"int {text.RowCount}, " : "")}ref {Element} output)"))
        using (writer.Block("for (int window = 0; window < windows; window++)"))
        {
            writer.Line("int first = Cs::Unsafe.Add(ref bounds, 2 * window), end = Cs::Unsafe.Add(ref bounds, 2 * window + 1);");
            writer.Line($"{Element} {Noun} = {kernel.Reduction.Identity};");
            using (writer.Indented("for (int column = first; column < end; column++)"))
                writer.Line($"{Noun} = {text.OneLane}.{kernel.Reduction.Combine}({Noun}, Cs::Unsafe.Add(ref row, column));");
            writer.Line($"Cs::Unsafe.Add(ref output, window) = {(divides ? $"{Noun} / ({text.RowCount} * (end - first))" : Noun)};");
        }
    }

    /// <summary>The same for windows of known columns: all of them written out.</summary>
    /// <param name="windows">The windows of a row.</param>
    /// <param name="divides">Whether a window's value is divided by its taps.</param>
    public void PrintKnownWindows(IReadOnlyList<KnownWindow> windows, bool divides)
    {
        writer.Line("\n/// <summary>The windows of a row.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void KnownWindows<TLanes, TVector>(ref {Element} row, {(divides ? $"int {text.RowCount}, " : "")}ref {Element} output)"))
        {
            for (int window = 0; window < windows.Count; window++)
            {
                (int first, int end) = (windows[window].First, windows[window].End);
                string name = $"{Noun}{window}";
                string Column(int column) => $"Cs::Unsafe.Add(ref row, {column})";

                // A window of NaNs alone counts as empty where they do not win.
                bool startsEmpty = kernel.Reduction.NaNIsEmpty;
                writer.Line($"{Element} {name} = {(startsEmpty ? kernel.Reduction.Identity : Column(first))};");
                foreach (int column in Enumerable.Range(first, end - first).Skip(startsEmpty ? 0 : 1))
                    writer.Line($"{name} = {text.OneLane}.{kernel.Reduction.Combine}({name}, {Column(column)});");
                writer.Line($"Cs::Unsafe.Add(ref output, {window}) = {(divides ? $"{name} / ({text.RowCount} * {end - first})" : name)};");
            }
        }
    }

    /// <summary>The method that combines the columns of each window of a row and leaves the tap number of its winner.</summary>
    /// <param name="fromRow">Whether columns are counted from the row's beginning, not from the window's.</param>
    /// <param name="last">Whether the last of several equal ones counts.</param>
    public void PrintNumberedWindows(bool fromRow, bool last)
    {
        writer.Line("\n/// <summary>The windows of a row, as many as a vector has lanes: each is combined to a vector of values and one of tap numbers, and these are folded until every lane is one window's.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Windows<TLanes, TVector>(ref {Element} row, ref int numbers, ref int bounds, int windows, ref {Element} vectors, ref {Element} records, ref {Element} output, ref TRecord taps)"))
        {
            if (fromRow)
                writer.Line($"var identity = {_runs.Identity};");
            writer.Line($"var none = {RunPrinter.None(last)};");
            if (!fromRow)
                writer.Line("var lanes = TLanes.LoadTaps(ref numbers, 0);");
            using (writer.Block("for (int next = 0; next < windows; next += TLanes.Count)"))
            {
                writer.Line("int live = global::System.Math.Min(TLanes.Count, windows - next);");
                using (writer.Block("for (int lane = 0; lane < live; lane++)"))
                {
                    PrintBounds();
                    if (fromRow)
                        PrintNumberedColumns(last);
                    else
                        writer.Line("TLanes.Store(Columns<TLanes, TVector>(ref Cs::Unsafe.Add(ref row, first), size, lanes, out var number), ref vectors, lane * TLanes.Count);");
                    writer.Line("TLanes.Store(number, ref records, lane * TLanes.Count);");
                }
                _runs.PrintNumberedFold(last);
                writer.Line("TLanes.StoreClipped(TLanes.Load(ref vectors, 0), ref output, next, windows);");
                writer.Line();
                writer.Line($"ref int winners = ref Cs::Unsafe.As<{Element}, int>(ref records);");
                writer.Line("TLanes.StoreTaps(TLanes.Load(ref records, 0), ref winners, 0);");
                using (writer.Block("for (int lane = 0; lane < live; lane++)"))
                {
                    writer.Line("int winner = Cs::Unsafe.Add(ref winners, lane);");
                    string number = fromRow ? "winner - Cs::Unsafe.Add(ref bounds, 2 * (next + lane))" : "winner";
                    string isNone = last ? "winner < 0" : "winner == int.MaxValue";
                    writer.Line($"{text.OneLane}.StoreTaps({text.OneLane}.TapNumber({isNone} ? -1 : {number}), ref taps, next + lane);");
                }
            }
        }
        if (!fromRow)
            _runs.PrintNumberedRun("The columns of a window", "Columns", "columns", last);
    }

    private void PrintNumberedColumns(bool last)
    {
        writer.Line($"ref {Element} columns = ref Cs::Unsafe.Add(ref row, first);");
        writer.Line("ref int columnNumbers = ref Cs::Unsafe.Add(ref numbers, first);");
        writer.Line("var best = identity;");
        writer.Line("var number = none;");
        writer.Line("int column = 0;");
        using (writer.Block("for (; column + TLanes.Count <= size; column += TLanes.Count)"))
            PrintNumbered("TLanes.Load(ref columns, column)", "TLanes.LoadTaps(ref columnNumbers, column)", last);
        using (writer.Block("if (column < size)"))
        {
            PrintNumbered(
                "TLanes.LoadClipped(ref columns, column, size, identity)",
                "TLanes.SelectInsideStrided(column, 1, size, TLanes.LoadTaps(ref columnNumbers, column), none)",
                last);
        }
        writer.Line("TLanes.Store(best, ref vectors, lane * TLanes.Count);");
    }

    private void PrintNumbered(string value, string number, bool last)
    {
        writer.Line($"var value = {value};");
        writer.Line($"var {Noun} = {_runs.Combine("value", "best")};");
        writer.Line($"number = {_runs.Number("best", Noun, "number", "value", number, last)};");
        writer.Line($"best = {Noun};");
    }

    private void PrintBounds()
    {
        writer.Line("int first = Cs::Unsafe.Add(ref bounds, 2 * (next + lane));");
        writer.Line("int size = Cs::Unsafe.Add(ref bounds, 2 * (next + lane) + 1) - first;");
    }
}
