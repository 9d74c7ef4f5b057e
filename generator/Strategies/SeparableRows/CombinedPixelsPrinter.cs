using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Strategies.SeparableRows;

/// <summary>Prints the methods that combine neighbouring pixels of a scratch row to results.</summary>
internal sealed class CombinedPixelsPrinter(CodeWriter writer, SeparableRowsPlan plan, SeparableText text)
{
    private SeparableAxis Width => plan.Width;

    private string Element => text.Element;

    private string ShareParameter => plan.CountsResults ? $", {Element} share" : "";

    public void Print()
    {
        PrintColumns();
        if (plan.PairsPixels)
            PrintPairs();
        PrintPixels();
        if (text.Reduction.NaNIsEmpty)
            PrintNumberOrIdentity();
    }

    private void PrintColumns()
    {
        writer.Line("\n/// <summary>The results of a segment from the scratch row.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void CombineColumns<TLanes, TVector, TPlacement>(ref {Element} scratch, nint block, ref {Element} {text.Target}, Rt::AxisGeometry columns, nint channels, nint extent, int column, int results{ShareParameter})"))
        {
            if (!plan.CountsResults)
            {
                PrintInner("0", "results");
                return;
            }
            writer.Line("int inner = global::System.Math.Clamp(columns.InteriorBegin - column, 0, results);");
            writer.Line("int outer = global::System.Math.Clamp(columns.InteriorEnd - column, inner, results);");
            PrintEdge("0", "inner");
            writer.Line($"{Element} innerShare = share * ({text.Reciprocal(Width.Kernel)});");
            PrintInner("inner", "outer - inner");
            PrintEdge("outer", "results");
        }
    }

    private void PrintEdge(string begin, string end)
    {
        using (writer.Indented($"for (int edge = {begin}; edge < {end}; edge++)"))
            writer.Line($"Pixels<TLanes, TVector, TPlacement>(ref scratch, {From("edge")}, block, ref {text.Target}, (column + edge) * channels, channels, extent, 1, block, share / columns.Taps(column + edge).{plan.Counted});");
    }

    private void PrintInner(string begin, string count)
    {
        bool fromStart = begin == "0";
        string from = fromStart ? "0" : From(begin);
        string into = fromStart ? "column * channels" : $"(column + {begin}) * channels";
        string share = plan.CountsResults ? ", innerShare" : "";
        if (!plan.PairsPixels)
        {
            writer.Line($"Pixels<TLanes, TVector, TPlacement>(ref scratch, {from}, block, ref {text.Target}, {into}, channels, extent, {count}, block{share});");
            return;
        }

        string counted = fromStart ? count : "inside";
        if (!fromStart)
            writer.Line($"int inside = {count};");
        using (writer.Block("if (block < TLanes.Count)"))
        {
            writer.Line("// Pixels narrower than a vector: all of them are one run.");
            writer.Line($"Pixels<TLanes, TVector, TPlacement>(ref scratch, {from}, block, ref {text.Target}, {into}, channels, extent, 1, {counted} * block{share});");
        }
        using (writer.Block("else"))
        {
            writer.Line($"int pairs = {counted} / 2;");
            writer.Line($"PixelPairs<TLanes, TVector, TPlacement>(ref scratch, {from}, block, ref {text.Target}, {into}, channels, pairs{share});");
            using (writer.Indented($"if ({counted} > 2 * pairs)"))
            {
                string last = fromStart ? "(results - 1)" : "(outer - 1)";
                writer.Line($"Pixels<TLanes, TVector, TPlacement>(ref scratch, {last} * block, block, ref {text.Target}, (column + {last}) * channels, channels, extent, 1, block{share});");
            }
        }
    }

    private string From(string column) => Width.Stride == 1 ? $"{column} * block" : $"{column} * {Width.Stride} * block";

    private void PrintPairs()
    {
        writer.Line("\n/// <summary>Pairs of neighbouring results, of pixels of a vector or more: all columns but the first and the last are the same.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void PixelPairs<TLanes, TVector, TPlacement>(ref {Element} scratch, nint from, nint block, ref {Element} {text.Target}, nint into, nint channels, int pairs{ShareParameter})"))
        {
            PrintLocals();
            writer.Line(SeparableText.FirstStep("block"));
            using (writer.Block("for (int pair = 0; pair < pairs; pair++, from += 2 * block, into += 2 * channels)"))
            {
                PrintColumnReferences(Width.Kernel + 1);
                writer.Line($"ref {Element} left = ref Cs::Unsafe.Add(ref {text.Target}, into);");
                writer.Line($"ref {Element} right = ref Cs::Unsafe.Add(ref left, channels);");
                writer.Line("nint step = firstStep;");
                using (writer.Block("for (nint channel = 0; channel < block; channel += step, step = TLanes.Count)"))
                {
                    if (Width.Kernel > 1)
                        PrintShared(first: 1);
                    PrintPut(Width.Kernel > 1 ? text.Combine(Load(0), "shared") : Load(0), "left");
                    PrintPut(Width.Kernel > 1 ? text.Combine("shared", Load(Width.Kernel)) : Load(1), "right");
                }
            }
        }
    }

    private void PrintPixels()
    {
        writer.Line("\n/// <summary>Results one by one. Where a pixel is narrower than a vector, what hangs over is overwritten by the next one, up to the end of the row.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Pixels<TLanes, TVector, TPlacement>(ref {Element} scratch, nint from, nint block, ref {Element} {text.Target}, nint into, nint channels, nint extent, int pixels, nint run{ShareParameter})"))
        {
            PrintLocals();
            writer.Line(SeparableText.FirstStep("run"));
            string step = Width.Stride == 1 ? "block" : $"{Width.Stride} * block";
            using (writer.Block($"for (int pixel = 0; pixel < pixels; pixel++, from += {step}, into += channels)"))
            {
                PrintColumnReferences(Width.Kernel);
                writer.Line("nint step = firstStep;");
                using (writer.Block("for (nint channel = 0; channel < run; channel += step, step = TLanes.Count)"))
                {
                    PrintShared(first: 0);
                    writer.Line($"var result = {Result("shared")};");
                    using (writer.Indented("if (into + channel + TLanes.Count <= extent)"))
                        writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>(result, ref {text.Target}, into + channel);");
                    using (writer.Indented("else"))
                        writer.Line($"TLanes.StoreClipped(result, ref {text.Target}, into + channel, extent);");
                }
            }
        }
    }

    private void PrintColumnReferences(int count)
    {
        writer.Line($"ref {Element} column0 = ref Cs::Unsafe.Add(ref scratch, from);");
        for (int column = 1; Width.IsUnrolled && column < count; column++)
            writer.Line($"ref {Element} column{column} = ref Cs::Unsafe.Add(ref column{column - 1}, block);");
    }

    private void PrintLocals()
    {
        if (!Width.IsUnrolled)
            writer.Line($"nint lastColumn = {Width.Kernel} * block;");
        if (plan.Scale == RowScale.Constant)
            writer.Line($"var share = TLanes.Broadcast({text.Reciprocal(plan.Divisor)});");
        else if (plan.CountsSources)
            writer.Line($"var share = TLanes.Broadcast({text.Reciprocal(plan.Divisor)}); // of a window that is not clipped");
        else if (plan.CountsResults)
            writer.Line("var shares = TLanes.Broadcast(share);");
    }

    private void PrintShared(int first)
    {
        if (Width.IsUnrolled)
        {
            writer.Line($"var shared = {text.Combine(Enumerable.Range(first, Width.Kernel - first).Select(Load))};");
            return;
        }
        writer.Line($"var shared = TLanes.Load(ref column0, channel{(first == 0 ? "" : " + block")});");
        using (writer.Indented($"for (nint column = {(first == 0 ? "block" : "2 * block")}; column < lastColumn; column += block)"))
            writer.Line($"shared = {text.Combine("shared", "TLanes.Load(ref column0, channel + column)")};");
    }

    private string Load(int column) =>
        Width.IsUnrolled || column == 0 ? $"TLanes.Load(ref column{column}, channel)" : "TLanes.Load(ref column0, channel + lastColumn)";

    private void PrintPut(string value, string pixel) =>
        writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({Result(value)}, ref {pixel}, channel);");

    private string Result(string value)
    {
        if (plan.Scale != RowScale.None)
            return $"TLanes.Multiply({value}, {(plan.CountsResults ? "shares" : "share")})";
        return text.Reduction.NaNIsEmpty ? $"NumberOrIdentity<TLanes, TVector>({value})" : value;
    }

    private void PrintNumberOrIdentity()
    {
        writer.Line("\n/// <summary>A window of NaNs alone counts as empty.</summary>");
        using (KernelFrame.InlinedMethod(writer, text.Type, "private static TVector NumberOrIdentity<TLanes, TVector>(TVector value)"))
            writer.Line($"return TLanes.SelectEqual(value, value, value, TLanes.Broadcast({text.Reduction.Identity}));");
    }
}
