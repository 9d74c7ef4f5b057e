using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.PlaneWinners;

/// <summary>Prints planes with their channels before them: a row is a vector, and one number has the bits of its winners.</summary>
internal sealed class PlanesPrinter(CodeWriter writer, KernelPlan kernel, PlaneWinnersPlan plan, string others)
{
    private PoolingSpec Spec => kernel.Spec;

    private string Element => Spec.Element.Keyword;

    private int Rows => Spec.Height.Kernel;

    private int Columns => Spec.Width.Kernel;

    private int Size => Rows * Columns;

    private string Noun => kernel.Reduction.Noun;

    public void Print()
    {
        if (plan.Pass == PoolingPass.ForwardSeparable)
            PrintForward();
        else
            PrintBackward();
    }

    private IDisposable Method() => KernelFrame.HotMethod(
        writer,
        Spec.Element,
        $"private static void Planes<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int begin, int end)");

    // A vector that begins with a row goes on into the next one, whose bits follow this row's: what it has twice is the same bit. Only behind the last row is nothing
    // of the plane.
    private void PrintForward()
    {
        writer.Line($"\n/// <summary>The {Noun} of each plane, and a bit for each element that holds it; a plane that does not hold numbers alone is taken as any other.</summary>");
        using (Method())
        {
            writer.Line($"ref {Element} output = ref operands.Output;");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line($"var identity = TLanes.Broadcast({kernel.Reduction.Identity});");
            writer.Line($"var inside = TLanes.Inside(0, {Columns});");
            using (writer.Block("for (int number = begin; number < end; number++)"))
            {
                writer.Line($"ref {Element} plane = ref Cs::Unsafe.Add(ref operands.Input, number * (nint){Size});");
                string[] rows = [.. Enumerable.Range(0, Rows).Select(row => $"row{row}")];
                foreach (string row in rows.Take(Rows - 1))
                    writer.Line($"var {row} = TLanes.Load(ref plane, {Columns * Array.IndexOf(rows, row)});");
                writer.Line($"var {rows[Rows - 1]} = TLanes.LoadInside(ref Cs::Unsafe.Add(ref plane, {Size - Columns}), 0, {Columns}, inside, identity);");
                writer.Line($"var sum = TLanes.SelectInside(0, {Columns}, {rows[Rows - 1]});");
                writer.Line($"sum = {rows.Take(Rows - 1).Aggregate("sum", (sum, row) => $"TLanes.Add({sum}, {row})")};");
                using (writer.Block($"if (TLanes.Count != {plan.Lanes} || !TLanes.{(kernel.Reduction.IsMaximum ? "AllAbove" : "AllBelow")}(sum, {kernel.Reduction.Identity}))"))
                {
                    writer.Line($"Rt::PoolingDriver.Run<{others}, Rt::LanesOne<{Element}>, {Element}, {Element}>(operands, geometry, number, number + 1);");
                    writer.Line("continue;");
                }
                writer.Line($"var {Noun} = {rows[0]};");
                foreach (string row in rows.Skip(1))
                    writer.Line($"{Noun} = {Better(row)};");
                for (int by = plan.Lanes / 2; by > 0; by /= 2)
                    writer.Line($"{Noun} = {Better($"TLanes.ShiftOut({Noun}, {Noun}, {by})")};");
                writer.Line($"TLanes.StoreClipped({Noun}, ref output, number, number + 1);");
                writer.Line();
                foreach (string row in rows)
                {
                    int shift = Columns * Array.IndexOf(rows, row);
                    string bits = $"TLanes.LanesOf(TLanes.SelectEqual({row}, {Noun}, TLanes.TapNumber(-1), TLanes.Zero))";
                    writer.Line(shift == 0 ? $"ulong won = {bits};" : $"won |= {bits} << {shift};");
                }
                PrintRecords();
            }
        }
    }

    private string Better(string other) => $"TLanes.{kernel.Reduction.CombineNumbers}({Noun}, {other})";

    /// <summary>Records of rows that hold no winner are not read.</summary>
    private void PrintRecords()
    {
        const string Bits = "global::System.Numerics.BitOperations";
        string columns = $"(int)(won >> {Columns} * row & {(1 << Columns) - 1}) << {Rows}";
        writer.Line($"nint record = number * (nint){Rows};");
        if (Spec.Ties is TieRule.First or TieRule.Last)
        {
            writer.Line($"int tap = {(Spec.Ties == TieRule.First ? $"{Bits}.TrailingZeroCount(won)" : $"{Bits}.Log2(won)")}, row = (int)((uint)tap / {Columns});");
            writer.Line($"Rt::WinnerScatter.SetRecord(ref records, record + {Rows - 1}, 1 << row);");
            writer.Line($"Rt::WinnerScatter.SetRecord(ref records, record + row, 1 << {Rows} + tap - {Columns} * row | (row == {Rows - 1} ? 1 << row : 0));");
            return;
        }
        writer.Line("int rows = 0;");
        using (writer.Block("for (ulong left = won; left != 0;)"))
        {
            writer.Line($"int row = (int)((uint){Bits}.TrailingZeroCount(left) / {Columns});");
            writer.Line($"Rt::WinnerScatter.SetRecord(ref records, record + row, {columns});");
            writer.Line("rows |= 1 << row;");
            writer.Line($"left &= ~({(1UL << Columns) - 1}UL << {Columns} * row);");
        }
        writer.Line($"Rt::WinnerScatter.SetRecord(ref records, record + {Rows - 1}, (int)(won >> {Size - Columns}) << {Rows} | rows);");
    }

    private void PrintBackward()
    {
        writer.Line("\n/// <summary>Each plane is cleared, and its gradient given to what the records of its rows name, whatever they hold.</summary>");
        using (Method())
        {
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            using (writer.Block("for (int number = begin; number < end; number++)"))
            {
                writer.Line($"nint origin = number * (nint){Size}, record = number * (nint){Rows};");
                writer.Line($"operands.ClearInputGradient(origin, {Size});");
                writer.Line("var gradient = Cs::Unsafe.Add(ref operands.OutputGradient, number);");
                writer.Line($"uint rows = Rt::WinnerScatter.Record(ref records, record + {Rows - 1}) & {(1 << Rows) - 1};");
                using (writer.Block("for (uint row = rows; row != 0; row &= row - 1)"))
                {
                    writer.Line($"ref {Element} at = ref Cs::Unsafe.Add(ref operands.InputGradient, origin + {Columns} * global::System.Numerics.BitOperations.TrailingZeroCount(row));");
                    using (writer.Indented($"for (uint columns = {ColumnsOf("row")}; columns != 0; columns &= columns - 1)"))
                        writer.Line("Cs::Unsafe.Add(ref at, global::System.Numerics.BitOperations.TrailingZeroCount(columns)) = gradient;");
                }
            }
        }
    }

    private string ColumnsOf(string row) =>
        $"Rt::WinnerScatter.Record(ref records, record + global::System.Numerics.BitOperations.TrailingZeroCount({row})) >> {Rows} & {(1 << Columns) - 1}";
}
