using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Strategies.SeparableRows;

/// <summary>Prints the methods that combine the rows of windows, element by element, into scratch rows.</summary>
internal sealed class CombinedRowsPrinter(CodeWriter writer, SeparableRowsPlan plan, SeparableText text)
{
    private SeparableAxis Height => plan.Height;

    private string Element => text.Element;

    public void Print()
    {
        if (plan.PairsRows)
            PrintTwoRows();
        else
            PrintRows();
        PrintClippedRows();
        if (plan.CountsSources)
            PrintScaledColumns();
    }

    private void PrintTwoRows()
    {
        writer.Line("\n/// <summary>The rows of two neighbouring rows of windows: all but the first and the last are the same.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void CombineTwoRows<TLanes, TVector, TPlacement>(ref {Element} {text.Source}, nint rowStep, nint from, nint channels, int pixels, nint run, ref {Element} upper, ref {Element} lower, nint into)"))
        {
            PrintRun(["upper", "lower"], () => PrintRowReferences(Height.Kernel + 1), () =>
            {
                PrintPrefetch(rowsApart: 2, first: Height.Kernel - 1, count: 2);
                if (Height.Kernel == 1)
                {
                    writer.Line("TLanes.Store(TLanes.Load(ref row0, element), ref upperPixel, element);");
                    writer.Line($"TLanes.Store({Load(1)}, ref lowerPixel, element);");
                    return;
                }
                PrintShared(from: 1);
                writer.Line($"TLanes.Store({text.Combine("TLanes.Load(ref row0, element)", "shared")}, ref upperPixel, element);");
                writer.Line($"TLanes.Store({text.Combine("shared", Load(Height.Kernel))}, ref lowerPixel, element);");
            });
        }
    }

    private void PrintRows()
    {
        writer.Line("\n/// <summary>The rows of a row of windows.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void CombineRows<TLanes, TVector, TPlacement>(ref {Element} {text.Source}, nint rowStep, nint from, nint channels, int pixels, nint run, ref {Element} upper, nint into)"))
        {
            PrintRun(["upper"], () => PrintRowReferences(Height.Kernel), () =>
            {
                int fresh = Math.Min(Height.Stride, Height.Kernel);
                PrintPrefetch(Height.Stride, Height.Kernel - fresh, fresh);
                PrintShared(from: 0);
                writer.Line("TLanes.Store(shared, ref upperPixel, element);");
            });
        }
    }

    private void PrintRowReferences(int count)
    {
        writer.Line($"ref {Element} row0 = ref Cs::Unsafe.Add(ref {text.Source}, from);");
        if (Height.IsUnrolled)
        {
            for (int row = 1; row < count; row++)
                writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref row{row - 1}, rowStep);");
        }
        else
        {
            writer.Line($"nint lastRow = {Height.Kernel} * rowStep;");
        }
    }

    private void PrintShared(int from)
    {
        int rows = Height.Kernel;
        if (Height.IsUnrolled)
        {
            writer.Line($"var shared = {text.Combine(Enumerable.Range(from, rows - from).Select(Load))};");
            return;
        }
        writer.Line($"var shared = {(from == 0 ? "TLanes.Load(ref row0, element)" : "TLanes.Load(ref row0, element + rowStep)")};");
        using (writer.Indented($"for (nint row = {(from == 0 ? "rowStep" : "2 * rowStep")}; row < lastRow; row += rowStep)"))
            writer.Line($"shared = {text.Combine("shared", "TLanes.Load(ref row0, element + row)")};");
    }

    private string Load(int row) => Height.IsUnrolled ? $"TLanes.Load(ref row{row}, element)" : row == 0 ? "TLanes.Load(ref row0, element)" : "TLanes.Load(ref row0, element + lastRow)";

    /// <summary>The rows that the next step is the first to need, at the same column.</summary>
    private void PrintPrefetch(int rowsApart, int first, int count)
    {
        if (!Height.IsUnrolled)
            return;
        for (int row = first; row < first + count; row++)
            writer.Line($"TPlacement.Prefetch(ref row{row}, element + {(rowsApart == 1 ? "rowStep" : $"{rowsApart} * rowStep")}, TLanes.Count);");
    }

    private void PrintClippedRows()
    {
        writer.Line("\n/// <summary>The rows of a row of windows at the edge: those that are inside.</summary>");
        string rows = plan.CountsSources ? $"Rt::AxisGeometry rows, global::System.Span<{Element}> shares" : "int extent";
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void CombineClippedRows<TLanes, TVector>(ref {Element} {text.Source}, nint rowStep, int top, {rows}, nint from, nint channels, int pixels, nint run, ref {Element} scratch, nint into)"))
        {
            string extent = plan.CountsSources ? $"rows.{text.SourceExtent}" : "extent";
            writer.Line($"int first = global::System.Math.Max(0, top), behind = global::System.Math.Min(top + {Height.Kernel}, {extent});");
            if (plan.CountsSources)
            {
                writer.Line("// A row of windows gives each of its rows a share of its own.");
                using (writer.Indented("for (int row = first; row < behind; row++)"))
                    writer.Line($"shares[row - first] = {Height.Kernel}{text.Type.Suffix} / rows.Taps(row).{plan.Counted};");
            }
            PrintRun(["scratch"], () => writer.Line($"ref {Element} column = ref Cs::Unsafe.Add(ref {text.Source}, first * rowStep + from);"), () =>
            {
                writer.Line($"var {text.Reduction.Noun} = TLanes.Broadcast({text.Reduction.Identity});");
                using (writer.Block("for (int row = first; row < behind; row++)"))
                {
                    string load = "TLanes.Load(ref column, (row - first) * rowStep + element)";
                    if (plan.CountsSources)
                        load = $"TLanes.Multiply({load}, TLanes.Broadcast(shares[row - first]))";
                    writer.Line($"{text.Reduction.Noun} = {text.Combine(text.Reduction.Noun, load)};");
                }
                writer.Line($"TLanes.Store({text.Reduction.Noun}, ref scratchPixel, element);");
            });
        }
    }

    private void PrintScaledColumns()
    {
        writer.Line("\n/// <summary>Columns of windows at the edge have fewer taps: each takes a larger share.</summary>");
        using (KernelFrame.EdgeMethod(
            writer,
            text.Type,
            $"private static void ScaleColumns<TLanes, TVector>(ref {Element} scratch, Rt::AxisGeometry columns, int first, int behind, int offset, nint block)"))
        {
            using (writer.Block("for (int column = first; column < behind; column++)"))
            {
                using (writer.Indented("if (columns.InteriorBegin <= column && column < columns.InteriorEnd)"))
                    writer.Line("continue;");
                writer.Line($"var share = TLanes.Broadcast({plan.Width.Kernel}{text.Type.Suffix} / columns.Taps(column).{plan.Counted});");
                writer.Line("nint pixel = (column + offset) * block;");
                using (writer.Indented("for (nint channel = 0; channel < block; channel += TLanes.Count)"))
                    writer.Line("TLanes.StoreClipped(TLanes.Multiply(TLanes.Load(ref scratch, pixel + channel), share), ref scratch, pixel + channel, pixel + block);");
            }
        }
    }

    /// <summary>The elements of the pixels, a vector at a time. References stay inside their objects, so that a pixel has its own.</summary>
    private void PrintRun(IEnumerable<string> scratchRows, Action references, Action body)
    {
        writer.Line(SeparableText.FirstStep("run"));
        using (writer.Block("for (int pixel = 0; pixel < pixels; pixel++, from += channels, into += run)"))
        {
            references();
            foreach (string row in scratchRows)
                writer.Line($"ref {Element} {row}Pixel = ref Cs::Unsafe.Add(ref {row}, into);");
            writer.Line("nint step = firstStep;");
            using (writer.Block("for (nint element = global::System.Math.Min(0, run - TLanes.Count); element < run; element += step, step = TLanes.Count)"))
                body();
        }
    }
}
