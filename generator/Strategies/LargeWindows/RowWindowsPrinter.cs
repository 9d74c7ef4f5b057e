using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>Prints what becomes of windows that are combined: both ways along the rows end with it.</summary>
internal sealed class RowWindowsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan, LargeWindowsText text)
{
    private string Noun => kernel.Reduction.Noun;

    /// <summary>Declares what all windows are multiplied with.</summary>
    public void PrintScale()
    {
        if (!text.ScalesWindows && plan.Divisor > 0)
            writer.Line($"var scale = TLanes.Broadcast({text.Reciprocal});");
    }

    /// <summary>Declares the windows of a row's part of their divisors.</summary>
    public void PrintRowDivisor()
    {
        if (text.ScalesWindows)
            writer.Line($"var {text.Quotient.Row} = TLanes.Broadcast(Cs::Unsafe.Add(ref {text.Quotient.Rows}, window));");
    }

    /// <summary>Divides windows, from a <c>column</c> on.</summary>
    public void PrintFinish()
    {
        if (text.ScalesWindows)
            writer.Line($"{Noun} = {text.Quotient.Of(Noun, $"TLanes.LoadClipped(ref {text.Quotient.Columns}, column, width, {text.Quotient.Row})", text.Quotient.Row)};");
        else if (plan.Divisor > 0)
            writer.Line($"{Noun} = TLanes.Multiply({Noun}, scale);");
    }

    /// <summary>At larger distances, every stride-th of neighbouring windows is taken.</summary>
    public void PrintTaken(string neighbours) =>
        PrintRows($"TLanes.LoadStrided(ref {neighbours}, start + {text.Width.Stride} * column, {text.Width.Stride})");

    /// <summary>The rows of windows, each a vector at a time.</summary>
    /// <param name="windows">The vector of windows of the row that begins at <c>start</c>, from a <c>column</c> on.</param>
    public void PrintRows(string windows)
    {
        writer.Line();
        using (writer.Block("for (int window = first; window < behind; window++)"))
        {
            writer.Line("nint start = (window - first) * pitch;");
            PrintRowDivisor();
            writer.Line($"ref {text.Element} row = ref Cs::Unsafe.Add(ref target, window * width);");
            using (writer.Block("for (nint next = 0; next < width; next += TLanes.Count)"))
            {
                writer.Line("nint column = nint.Max(0, nint.Min(next, width - TLanes.Count)); // the last vector overlaps the one before");
                writer.Line($"var {Noun} = {windows};");
                PrintFinish();
                writer.Line("TPlacement.PrefetchTargetAhead(ref row, column, TLanes.Count);");
                using (writer.Indented("if (width >= TLanes.Count)"))
                    writer.Line($"TPlacement.Store<TLanes, TVector, {text.Element}>({Noun}, ref row, column);");
                using (writer.Indented("else"))
                    writer.Line($"TLanes.StoreClipped({Noun}, ref row, column, width);");
            }
        }
    }
}
