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

    /// <summary>The method that combines the rows of a window; with <paramref name="numbers"/>, it also tells the row that each column's extreme is in.</summary>
    /// <param name="numbers">Whether it tells rows.</param>
    /// <param name="last">Whether the last of several equal ones counts.</param>
    public void PrintCombineRows(bool numbers, bool last)
    {
        string told = numbers ? ", and the row of each column's " + Noun : "";
        writer.Line($"\n/// <summary>Some rows combined column by column{told}; the last vector overlaps the one before.</summary>");
        string record = numbers ? ", ref int numbers" : "";
        using (KernelFrame.HotMethod(
            writer, text.Type, $"private static void CombineRows<TLanes, TVector>(ref {Element} source, nint width, int height, ref {Element} combined{record})"))
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
        writer.Line(last ? "nint at = column + (height - 1) * width;" : "nint at = column;");
        for (int vector = 0; vector < vectors; vector++)
        {
            writer.Line($"var {Noun}{names[vector]} = TLanes.Load(ref source, {At("at", vector)});");
            if (numbers)
                writer.Line($"var row{names[vector]} = TLanes.TapNumber({(last ? "height - 1" : "0")});");
        }
        using (writer.Block(last ? "for (int number = height - 2; number >= 0; number--)" : "for (int number = 1; number < height; number++)"))
        {
            writer.Line(last ? "at -= width;" : "at += width;");
            for (int vector = 0; vector < vectors; vector++)
            {
                string name = Noun + names[vector];
                if (!numbers)
                {
                    writer.Line($"{name} = {_runs.Combine(name, $"TLanes.Load(ref source, {At("at", vector)})")};");
                    continue;
                }
                writer.Line($"var value{names[vector]} = TLanes.Load(ref source, {At("at", vector)});");
                writer.Line($"row{names[vector]} = TLanes.{kernel.Reduction.Better}(value{names[vector]}, {name}, TLanes.TapNumber(number), row{names[vector]});");
                writer.Line($"{name} = {_runs.Combine(name, $"value{names[vector]}")};");
            }
        }
        for (int vector = 0; vector < vectors; vector++)
        {
            writer.Line($"TLanes.Store({Noun}{names[vector]}, ref combined, {At("column", vector)});");
            if (numbers)
                writer.Line($"TLanes.StoreTaps(row{names[vector]}, ref numbers, {At("column", vector)});");
        }
    }

    /// <summary>The method that combines the columns of each window of a row.</summary>
    /// <param name="divides">Whether a window's value is divided by its taps, whose columns are then handed over.</param>
    public void PrintWindows(bool divides)
    {
        writer.Line("\n/// <summary>The windows of a row, as many as a vector has lanes: each is combined to a vector, and these are folded until every lane is one window's value.</summary>");
        string taps = divides ? $"int height, ref {Element} widths, " : "";
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Windows<TLanes, TVector>(ref {Element} row, ref int bounds, int windows, {taps}ref {Element} vectors, ref {Element} output)"))
        {
            using (writer.Block("for (int next = 0; next < windows; next += TLanes.Count)"))
            {
                using (writer.Block("for (int lane = 0; lane < TLanes.Count; lane++)"))
                {
                    writer.Line($"var {Noun} = {_runs.Identity};");
                    using (writer.Block("if (next + lane < windows)"))
                    {
                        writer.Line("int first = Cs::Unsafe.Add(ref bounds, 2 * (next + lane));");
                        writer.Line($"{Noun} = Columns<TLanes, TVector>(ref Cs::Unsafe.Add(ref row, first), Cs::Unsafe.Add(ref bounds, 2 * (next + lane) + 1) - first);");
                    }
                    writer.Line($"TLanes.Store({Noun}, ref vectors, lane * TLanes.Count);");
                }
                _runs.PrintFold();
                writer.Line("var values = TLanes.Load(ref vectors, 0);");
                if (divides)
                {
                    writer.Line("var taps = TLanes.Multiply(TLanes.LoadClipped(ref widths, next, windows, TLanes.Zero), TLanes.Broadcast(height));");
                    writer.Line("values = TLanes.Divide(values, taps);");
                }
                writer.Line("TLanes.StoreClipped(values, ref output, next, windows);");
            }
        }
        _runs.PrintRun("The columns of a window", "Columns", "columns");
    }
}
