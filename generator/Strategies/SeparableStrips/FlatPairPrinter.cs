using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Separable;

namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>
/// Prints what serves two of the narrowest planes at once: a row of each is half of a vector, columns are shifted in within the halves, and rows
/// roll as in a strip.
/// </summary>
internal sealed class FlatPairPrinter(CodeWriter writer, KernelPlan kernel, SeparableStripsPlan plan)
{
    private readonly WinnersPrinter _winners = new(writer, kernel);

    private string Element => kernel.Spec.Element.Keyword;

    private SeparableAxis Height => plan.Height;

    private SeparableAxis Width => plan.Width;

    private int Above => Height.Kernel - 1;

    private int Delay => plan.RecordDelay;

    public void Print()
    {
        writer.Line("\n/// <summary>A plane and another one, <paramref name=\"apart\"/> elements behind it: a row of each is half of a vector.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"public static bool FlatPair<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, nint first, nint apart)"))
        {
            writer.Line($"ref {Element} input = ref operands.Input;");
            writer.Line($"ref {Element} output = ref operands.Output;");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line("int rows = geometry.Height.InputExtent;");
            writer.Line("nint width = geometry.Width.InputExtent;");
            writer.Line($"var inside = Rt::TwoRows.Inside<TLanes, TVector, {Element}>(0, width);");
            writer.Line($"var identity = TLanes.Broadcast({kernel.Reduction.Identity});");
            writer.Line("var sum = TLanes.Zero;");
            writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, Above).Select(row => $"row{row} = identity"))};");
            if (Delay > 0)
                writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, Delay).Select(row => $"columns{row} = TLanes.Zero"))};");
            using (writer.Block($"for (int row = 0; row < rows{Text.Signed(Height.Trail)}; row++)"))
            {
                PrintRow();
                PrintWindows();
            }
            writer.Line($"return {_winners.AreNumbers("sum")};");
        }
    }

    /// <summary>The taps of a row, and their extreme.</summary>
    private void PrintRow()
    {
        writer.Line($"var tap{Width.Lead} = identity;");
        using (Height.Trail == 0 ? null : writer.Block("if (row < rows)"))
        {
            writer.Line($"tap{Width.Lead} = TLanes.LoadHalves(ref input, first + row * width, first + row * width + apart);");
            writer.Line($"sum = TLanes.Add(sum, tap{Width.Lead});");
            writer.Line($"tap{Width.Lead} = TLanes.Select(inside, tap{Width.Lead}, identity);");
        }
        for (int tap = Width.Lead - 1; tap >= 0; tap--)
            writer.Line($"var tap{tap} = TLanes.ShiftInHalves(identity, tap{tap + 1});");
        for (int tap = Width.Lead + 1; tap < Width.Kernel; tap++)
            writer.Line($"var tap{tap} = TLanes.ShiftOutHalves(tap{tap - 1}, identity);");
        writer.Line("TVector won;");
        _winners.PrintNumbers([.. Enumerable.Range(0, Width.Kernel).Select(tap => $"tap{tap}")], Height.Kernel, null);
    }

    /// <summary>The windows that end with a row: what they and their records are, and what of rows the next ones need.</summary>
    private void PrintWindows()
    {
        string noun = kernel.Reduction.Noun;
        string rows = string.Concat(Enumerable.Range(0, Above).Select(row => $"row{row}, "));
        string columns = Delay == 0 ? "won" : $"columns0";
        using (Height.Trail == 0 ? null : writer.Block($"if (row >= {Height.Trail})"))
        {
            writer.Line($"nint at = first + {(Height.Trail == 0 ? "row" : $"(row - {Height.Trail})")} * width;");
            writer.Line($"TLanes.StoreHalves(Rows<TLanes, TVector>({rows}{noun}, {columns}, out var record), ref output, at, at + apart);");
            writer.Line("TLanes.StoreTaps(record, ref records, at);");
            writer.Line("TLanes.StoreTaps(TLanes.ShiftOut(record, record, TLanes.Count / 2), ref records, at + apart);");
        }
        for (int row = 0; row < Above; row++)
            writer.Line($"row{row} = {(row + 1 < Above ? $"row{row + 1}" : noun)};");
        for (int row = 0; row < Delay; row++)
            writer.Line($"columns{row} = {(row + 1 < Delay ? $"columns{row + 1}" : "won")};");
    }
}
