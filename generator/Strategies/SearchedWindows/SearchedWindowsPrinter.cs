using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SearchedWindows;

/// <summary>Prints searched windows: the kernel, and the search of one window.</summary>
internal sealed class SearchedWindowsPrinter(CodeWriter writer, KernelPlan kernel, SearchedWindowsPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;

    private readonly ReductionPlan _reduction = kernel.Reduction;

    private string Element => _spec.Element.Keyword;

    private AxisSpec Height => _spec.Height;

    private AxisSpec Width => _spec.Width;

    private string Noun => _reduction.Noun;

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: $"{plan.Lanes}"))
        {
            PrintRun();
            PrintWhole();
            PrintAny();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, _spec.Element))
        {
            writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
            writer.Line("var rows = geometry.Height;");
            writer.Line("var columns = geometry.Width;");
            writer.Line("nint width = columns.InputExtent, window = begin * geometry.OutputPlane;");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("nint origin = plane * geometry.InputPlane;");
                writer.Line("operands.ClearInputGradient(origin, geometry.InputPlane);");
                writer.Line($"ref {Element} input = ref Cs::Unsafe.Add(ref operands.Input, origin);");
                writer.Line($"ref {Element} inputGradient = ref Cs::Unsafe.Add(ref operands.InputGradient, origin);");
                using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++)"))
                {
                    writer.Line("var taps = rows.Taps(row);");
                    writer.Line("nint first = rows.Start(row) * width, left = columns.Start(0);");
                    using (writer.Block($"for (int column = 0; column < columns.OutputExtent; column++, window++, left += {Width.Stride})"))
                        PrintWindow();
                }
            }
        }
    }

    private void PrintWindow()
    {
        writer.Line("ulong won = Search<TLanes, TVector>(ref input, width, first, left, taps);");
        writer.Line("var gradient = Cs::Unsafe.Add(ref outputGradient, window);");
        if (_spec.Ties == TieRule.Split)
            writer.Line("gradient /= global::System.Numerics.BitOperations.PopCount(won);");
        using (writer.Block("for (; won != 0; won &= won - 1)"))
        {
            writer.Line("nint tap = global::System.Numerics.BitOperations.TrailingZeroCount(won);");
            writer.Line($"Cs::Unsafe.Add(ref inputGradient, first + tap / {Width.Kernel} * {RowStep} + left + tap % {Width.Kernel}) += gradient;");
        }
    }

    private string RowStep => Height.Dilation == 1 ? "width" : $"({Height.Dilation} * width)";

    /// <summary>All rows are there and each fits a vector: what is loaded is compared with the extreme of all, which one instruction joins where no NaN is among them.</summary>
    private void PrintWhole()
    {
        string[] rows = [.. Enumerable.Range(0, Height.Kernel).Select(row => $"row{row}")];
        writer.Line("\n/// <summary>The taps of a window that win, a bit for each.</summary>");
        using (Method("Search", KernelFrame.InlinedMethod))
        {
            using (writer.Indented($"if (taps.Count < {Height.Kernel} || TLanes.Count < {Width.Kernel})"))
                writer.Line("return SearchAny<TLanes, TVector>(ref plane, width, first, left, taps);");
            PrintBounds();
            writer.Line("var inside = TLanes.Inside(left, extent);");
            for (int row = 0; row < rows.Length; row++)
                writer.Line($"var {rows[row]} = {Load("", Text.Signed(row * Height.Dilation, "width"))};");
            PrintJoined("sum", "Add", rows);
            using (writer.Indented("if (TLanes.HasNaN(sum)) // also where infinities cancel, which does no harm"))
                writer.Line("return SearchAny<TLanes, TVector>(ref plane, width, first, left, taps);");
            PrintJoined(Noun, _reduction.CombineNumbers, rows);
            PrintAcross(_reduction.CombineNumbers);
            writer.Line("var all = TLanes.SelectInside(left, extent, TLanes.TapNumber(-1));");
            for (int row = 0; row < rows.Length; row++)
            {
                string won = $"TLanes.LanesOf(TLanes.SelectEqual({rows[row]}, {Noun}, all, TLanes.Zero))";
                writer.Line(row == 0 ? $"ulong won = {won};" : $"won |= {won} << {row * Width.Kernel};");
            }
            writer.Line("return won;");
        }
    }

    /// <summary>For any rows and values, with as few lanes as there may be: a row of the window is one vector or several.</summary>
    private void PrintAny()
    {
        string load = Load(" + part", $" + tap * {RowStep}");
        string parts = $"for (nint part = 0; part < {Width.Kernel}; part += TLanes.Count)";
        writer.Line("\n/// <summary>The same for any values, where only some rows are inside the input, and where a row is more than a vector.</summary>");
        using (Method("SearchAny", KernelFrame.EdgeMethod))
        {
            PrintBounds();
            writer.Line($"var {Noun} = identity;");
            using (writer.Block(parts))
            {
                writer.Line("var inside = TLanes.Inside(left + part, extent);");
                using (writer.Indented("for (nint tap = taps.First; tap < taps.End; tap++)"))
                    writer.Line($"{Noun} = TLanes.{_reduction.Combine}({Noun}, {load});");
            }
            PrintAcross(_reduction.Combine);
            writer.Line();
            writer.Line("ulong won = 0;");
            using (writer.Block(parts))
            {
                writer.Line("var inside = TLanes.Inside(left + part, extent);");
                writer.Line("var all = TLanes.SelectInside(left + part, extent, TLanes.TapNumber(-1));");
                using (writer.Indented("for (nint tap = taps.First; tap < taps.End; tap++)"))
                    writer.Line($"won |= TLanes.LanesOf(TLanes.{_reduction.Winner}({load}, {Noun}, all, TLanes.Zero)) << (int)(tap * {Width.Kernel} + part);");
            }
            writer.Line("return won;");
        }
    }

    private IDisposable Method(string name, Func<CodeWriter, ElementType, string, IDisposable> frame) => frame(
        writer,
        _spec.Element,
        $"private static ulong {name}<TLanes, TVector>(ref {Element} plane, nint width, nint first, nint left, Rt::TapRange taps)");

    private void PrintBounds()
    {
        writer.Line($"nint extent = nint.Min(width, left + {Width.Kernel});");
        writer.Line($"var identity = TLanes.Broadcast({_reduction.Identity});");
    }

    private static string Load(string part, string row) => $"TLanes.LoadInside(ref Cs::Unsafe.Add(ref plane, first{row}), left{part}, extent, inside, identity)";

    private void PrintJoined(string name, string join, string[] rows)
    {
        writer.Line($"var {name} = {rows[0]};");
        foreach (string row in rows.Skip(1))
            writer.Line($"{name} = TLanes.{join}({name}, {row});");
    }

    /// <summary>Joins the lanes, so that each holds the extreme of all.</summary>
    private void PrintAcross(string combine)
    {
        for (int by = plan.Lanes / 2; by > 0; by /= 2)
        {
            using (writer.Indented($"if (TLanes.Count > {by})"))
                writer.Line($"{Noun} = TLanes.{combine}({Noun}, TLanes.ShiftOut({Noun}, {Noun}, {by}));");
        }
    }
}
