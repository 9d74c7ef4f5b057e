using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>Prints large windows: blocks of rows of windows, which share a source row, down the columns and then along the rows.</summary>
internal sealed class LargeWindowsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan)
{
    private readonly LargeWindowsText _text = new(kernel, plan);

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, $"geometry.Width.{_text.SourceExtent}", rowExtent: $"geometry.Width.{_text.TargetExtent}"))
        {
            PrintLayout();
            PrintRun();
            if (plan.ChecksForNaN)
                PrintBlock();
            new ColumnRunsPrinter(writer, kernel, plan, _text).Print();
            if (plan.JoinsInRegisters)
                new JoinedRunsPrinter(writer, kernel, plan, _text).Print();
            if (plan.TakesPairs)
                new JoinedPairsPrinter(writer, kernel, plan, _text).Print();
            if (plan.JoinsInMemory)
                new RowRunsPrinter(writer, kernel, plan, _text).Print();
            if (plan.ChecksForNaN)
                ExtremeText.PrintMethod(writer, kernel);
        }
    }

    private void PrintLayout()
    {
        string shares = plan.CountsTaps ? " + geometry.Width.OutputExtent + geometry.Height.OutputExtent" : "";
        writer.Line("\n/// <summary>A block of rows combined down the columns, and as much for each step along the rows that goes through memory"
            + (shares.Length > 0 ? $"; the {(_text.Quotient.Divides ? "counts" : "shares")} of columns and of rows.</summary>" : ".</summary>"));
        writer.Line("public static int ScratchLength(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    checked((int)(({_text.Buffers} * Size(geometry){shares}) * sizeof({_text.Element})));");
        writer.Line("\n/// <summary>The elements of a block's row: the source's, and behind them what windows reach beyond its ends and vectors hang over. Whole vectors, so that stores cross no line.</summary>");
        writer.Line("private static nint Pitch(in Rt::PoolingGeometry geometry) => Whole(global::System.Math.Max(");
        writer.Line($"    geometry.Width.{_text.SourceExtent} + Rt::StripWidth.Widest<{_text.Element}>(),");
        writer.Line($"    {_text.NeighbouringWindows($"geometry.Width.{_text.TargetExtent}")} + {_text.Width.Kernel - 1}));");
        writer.Line("\n/// <summary>The elements of a block, and what is before it and what vectors that begin in it reach behind it.</summary>");
        string behind = $"{_text.Width.Kernel} + {_text.Width.Stride + 1} * Rt::StripWidth.Widest<{_text.Element}>()";
        writer.Line($"private static nint Size(in Rt::PoolingGeometry geometry) => {_text.BlockRows} * Pitch(geometry) + Whole({_text.ColumnLead}) + Whole({behind});");
        writer.Line("\n/// <summary>A number of elements, rounded up to whole vectors.</summary>");
        writer.Line("private static nint Whole(nint count) =>");
        writer.Line($"    (count + Rt::StripWidth.Widest<{_text.Element}>() - 1) / Rt::StripWidth.Widest<{_text.Element}>() * Rt::StripWidth.Widest<{_text.Element}>();");
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line($"nint width = geometry.Width.{_text.SourceExtent}, pitch = Pitch(geometry), size = Size(geometry), lead = {_text.ColumnLead};");
            writer.Line($"nint sourcePlane = geometry.{_text.SourcePlane}, targetPlane = geometry.{_text.TargetPlane};");
            writer.Line($"int windows = geometry.Height.{_text.TargetExtent};");
            writer.Line($"ref {_text.Element} columns = ref Cs::Unsafe.Add(ref operands.Scratch, Whole(lead)); // behind those before the source");
            writer.Line($"ref {_text.Element} block = ref Cs::Unsafe.Add(ref columns, -lead);");
            writer.Line($"operands.FillScratch(0, (int)size, {kernel.Reduction.Identity});");
            if (plan.CountsTaps)
            {
                writer.Line($"ref {_text.Element} {_text.Quotient.Columns} = ref Cs::Unsafe.Add(ref operands.Scratch, {_text.Buffers} * size);");
                writer.Line($"ref {_text.Element} {_text.Quotient.Rows} = ref Cs::Unsafe.Add(ref {_text.Quotient.Columns}, geometry.Width.OutputExtent);");
                writer.Line(_text.Quotient.Fill(_text.Quotient.Columns, "geometry.Width"));
                writer.Line(_text.Quotient.Fill(_text.Quotient.Rows, "geometry.Height"));
            }
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line($"ref {_text.Element} source = ref Cs::Unsafe.Add(ref operands.{_text.Source}, plane * sourcePlane);");
                writer.Line($"ref {_text.Element} target = ref Cs::Unsafe.Add(ref operands.{_text.Target}, plane * targetPlane);");
                writer.Line("nint room = (end - plane) * targetPlane;");
                using (writer.Block("for (int first = 0, behind; first < windows; first = behind)"))
                {
                    writer.Line($"behind = global::System.Math.Min(first + {_text.BlockRows}, windows); // all of these hold the last row of the first");
                    if (plan.ChecksForNaN)
                        PrintBlockCalls();
                    else
                        PrintSteps();
                }
            }
        }
    }

    private void PrintBlockCalls()
    {
        const string Arguments = "(geometry, ref source, ref target, ref block, ref columns, width, pitch, size, room, first, behind)";
        using (writer.Indented($"if (!Block<TLanes, TVector, TPlacement, Rt::Numbers>{Arguments})"))
            writer.Line($"Block<TLanes, TVector, TPlacement, Rt::AnyValues>{Arguments};");
    }

    /// <summary>A block as a method of its own, which is called again where operands turn out not to be numbers.</summary>
    private void PrintBlock()
    {
        writer.Line("\n/// <summary>A block of rows of windows; false, and nothing done, where operands were taken for numbers but some may be NaN.</summary>");
        using (KernelFrame.InlinedMethod(
            writer,
            kernel.Spec.Element,
            $"private static bool Block{_text.TypeParameters}(in Rt::PoolingGeometry geometry, ref {_text.Element} source, ref {_text.Element} target, ref {_text.Element} block, ref {_text.Element} columns, nint width, nint pitch, nint size, nint room, int first, int behind)"))
        {
            PrintSteps();
            writer.Line("return true;");
        }
    }

    /// <summary>A block, down the columns and then along the rows.</summary>
    private void PrintSteps()
    {
        if (plan.ChecksForNaN)
            writer.Line("bool numbers = true;");
        PrintStrips();
        if (plan.ChecksForNaN)
        {
            using (writer.Indented("if (!numbers && typeof(TValues) == typeof(Rt::Numbers))"))
                writer.Line("return false;");
        }
        string shares = _text.ShareArguments(_text.ScalesWindows);
        string inMemory = $"RowsInMemory{_text.TypeParameters}(ref block, ref target, geometry.Width.{_text.TargetExtent}, pitch, size, first, behind{shares});";
        string inRegisters = $"Rows{_text.TypeParameters}(ref block, ref target, geometry.Width.{_text.TargetExtent}, pitch, size, room, first, behind{shares});";
        if (!plan.JoinsInMemory || !plan.JoinsInRegisters)
        {
            writer.Line(plan.JoinsInRegisters ? inRegisters : inMemory);
            return;
        }
        if (plan.TakesPairs)
        {
            string windows = $"geometry.Width.{_text.TargetExtent}";
            using (writer.Indented($"if (TLanes.Count >= {plan.LeastLanes} && {windows} > TLanes.Count - {_text.Width.Kernel - 1} && {windows} <= 2 * TLanes.Count - {_text.Width.Kernel - 1})"))
                writer.Line($"RowPairs{_text.TypeParameters}(ref block, ref target, {windows}, pitch, size, room, first, behind);");
        }
        using (writer.Indented($"{(plan.TakesPairs ? "else " : "")}if (TLanes.Count >= {plan.LeastLanes})"))
            writer.Line(inRegisters);
        using (writer.Indented("else"))
            writer.Line(inMemory);
    }

    private void PrintStrips()
    {
        string Call(int strips) => $"{(plan.ChecksForNaN ? "numbers &= " : "")}Columns{strips}{_text.TypeParameters}"
            + $"(ref source, ref columns, geometry.Height.{_text.SourceExtent}, width, pitch, {_text.RowLead}, first, behind, column{_text.ShareArguments(_text.ScalesSource)});";
        ColumnRunsPrinter.PrintCalls(writer, _text.Run, Call);
    }
}
