using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherStrips;

/// <summary>Prints gathered strips: the planes, and strips from top to bottom or rows from left to right.</summary>
internal sealed class GatherStripsPrinter(CodeWriter writer, KernelPlan kernel, GatherStripsPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;
    private readonly GradientText _text = new(kernel.Spec, plan.Pass);

    private AxisSpec Height => _spec.Axes[0];

    private AxisSpec Width => _spec.Axes[1];

    private bool Carries => plan.Groups.Count > 0;

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: Runs))
        {
            var block = new GatherBlock(writer, kernel, plan, _text);
            PrintRun();
            if (Carries)
            {
                foreach (int strips in plan.Groups)
                    new StripGroupPrinter(writer, kernel, plan, _text, block, strips, atEnd: false).Print();
                new StripGroupPrinter(writer, kernel, plan, _text, block, strips: 1, atEnd: true).Print();
            }
            else
            {
                new GatherRowPrinter(writer, kernel, plan, _text, block).Print();
            }
            if (_text.CountsTaps)
                PrintColumnShares();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, _spec.Element))
        {
            if (_text.HasRecords)
                writer.Line("nint first = begin * geometry.OutputPlane, count = (end - begin) * geometry.OutputPlane; // the records of these planes");
            writer.Line($"int columns = {Runs}; // in runs of {Width.Stride}: as many as neighbouring windows lie apart");
            using (writer.Block(_text.HasRecords ? "if (columns < TLanes.Count || count < TLanes.Count)" : "if (columns < TLanes.Count)"))
            {
                writer.Line("// The last vector of a row overlaps the one before, and vectors of records do not reach outside: there must be one.");
                writer.Line($"Run<Rt::LanesOne<{_spec.Element.Keyword}>, {_spec.Element.Keyword}>(operands, geometry, begin, end);");
                writer.Line("return;");
            }
            writer.Line();
            if (Carries)
            {
                writer.Line("int overlapping = columns - TLanes.Count; // where the last vector begins");
                writer.Line($"int whole = global::System.Math.Min({WholeRuns}, {Windows}{Text.Signed(-plan.Windows.Last())}) - TLanes.Count; // vectors up to here end inside the rows");
            }
            else
            {
                writer.Line("var rows = geometry.Height;");
            }
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("nint source = plane * geometry.OutputPlane;");
                writer.Line("nint target = plane * geometry.InputPlane;");
                if (Carries)
                    PrintStripLoops();
                else
                    PrintRowLoop();
            }
        }
    }

    private string Runs => (Width.Stride, plan.Aligned) switch
    {
        (1, true) => "geometry.Width.InputExtent",
        (1, false) => "geometry.Width.PaddingBegin + geometry.Width.InputExtent",
        (var stride, true) => $"(geometry.Width.InputExtent + {stride - 1}) / {stride}",
        (var stride, false) => $"(geometry.Width.PaddingBegin + geometry.Width.InputExtent + {stride - 1}) / {stride}",
    };

    private string Records => _text.HasRecords ? ", first, count" : "";

    private string Begin => plan.Aligned ? "0" : Width.Stride == 1 ? "geometry.Width.PaddingBegin" : $"geometry.Width.PaddingBegin / {Width.Stride}";

    private string WholeRuns => (Width.Stride, plan.Aligned) switch
    {
        (1, _) => Runs,
        (var stride, true) => $"geometry.Width.InputExtent / {stride}",
        (var stride, false) => $"(geometry.Width.PaddingBegin + geometry.Width.InputExtent) / {stride}",
    };

    private string Windows => _text.CountsTaps ? "geometry.Width.InteriorEnd" : "geometry.Width.OutputExtent";

    private void PrintStripLoops()
    {
        writer.Line($"int column = {Begin};");
        using (writer.Block("while (column < columns)"))
        {
            string inside = BeforeWhole is { } condition ? condition + " && " : "";
            bool first = true;
            foreach (int strips in plan.Groups)
            {
                string reach = strips == 1 ? "column" : $"column + {Text.Times(strips - 1, "TLanes.Count")}";
                using (writer.Block($"{(first ? "" : "else ")}if ({inside}{reach} <= whole)"))
                {
                    writer.Line($"{StripGroupPrinter.Name(strips, atEnd: false)}<TLanes, TVector>(operands, geometry, source, target, column);");
                    writer.Line($"column += {Text.Times(strips, "TLanes.Count")};");
                }
                first = false;
            }
            using (writer.Block("else"))
            {
                writer.Line($"{StripGroupPrinter.Name(1, atEnd: true)}<TLanes, TVector>(operands, geometry, source, target, global::System.Math.Min(column, overlapping){Records});");
                writer.Line("column += TLanes.Count;");
            }
        }
    }

    /// <summary>Whether a vector begins behind the row's first windows, as an expression; null where every vector does.</summary>
    private string? BeforeWhole
    {
        get
        {
            int firstWindow = plan.Windows.First();
            var conditions = new List<string>();
            if (_text.CountsTaps)
                conditions.Add($"column{Text.Signed(firstWindow)} >= geometry.Width.InteriorBegin");
            else if (firstWindow < 0)
                conditions.Add($"column >= {-firstWindow}");
            if (!plan.Aligned && Width.Stride > 1)
                conditions.Add($"{Text.Times(Width.Stride, "column")} >= geometry.Width.PaddingBegin");
            return conditions.Count == 0 ? null : string.Join(" && ", conditions);
        }
    }

    private void PrintRowLoop()
    {
        using (writer.Block("for (int row = 0; row < rows.InputExtent; row++)"))
        {
            writer.Line("nint start = target + row * (nint)geometry.Width.InputExtent;");
            string covered = "window < rows.OutputExtent";
            string firstTap = "";
            if (Height.Stride == 1)
            {
                writer.Line("int window = row + rows.PaddingBegin;");
            }
            else
            {
                writer.Line($"int window = (row + rows.PaddingBegin) / {Height.Stride};");
                if (Height.Kernel < Height.Stride || _text.HasRecords)
                    writer.Line($"int tapRow = row + rows.PaddingBegin - window * {Height.Stride};");
                if (Height.Kernel < Height.Stride)
                    covered = $"tapRow < {Height.Kernel} && {covered}";
            }
            if (_text.HasRecords)
                firstTap = Height.Stride == 1 ? ", 0" : $", tapRow * {Width.Kernel}";
            string rowOfWindows = "source + window * (nint)geometry.Width.OutputExtent";
            using (writer.Indented($"if ({covered})"))
                writer.Line($"Row<TLanes, TVector>(operands, geometry, window, {rowOfWindows}, start{firstTap}{Records});");
            using (writer.Indented("else"))
                writer.Line("operands.ClearInputGradient(start, geometry.Width.InputExtent);");
        }
    }

    private void PrintColumnShares()
    {
        string suffix = _spec.Element.Suffix;
        bool padded = _spec.Divisor.Kind == DivisorKind.PaddedTaps;
        string extent = padded ? "columns.PaddingBegin + columns.InputExtent + columns.PaddingEnd" : "columns.InputExtent";
        writer.Line($"\n/// <summary>One over the tap columns inside the input{(padded ? " and its padding" : "")}, for a vector of windows.</summary>");
        using (KernelFrame.InlinedMethod(writer, _spec.Element, "private static TVector ColumnShares<TLanes, TVector>(nint window, Rt::AxisGeometry columns)"))
        {
            writer.Line($"var one = TLanes.Broadcast(1{suffix});");
            writer.Line("var count = TLanes.Zero;");
            writer.Line($"nint start = {Text.Times(Width.Stride, "window")}{(padded ? "" : " - columns.PaddingBegin")};");
            for (int tap = 0; tap < Width.Kernel; tap++)
                writer.Line($"count = TLanes.Add(count, TLanes.SelectInsideStrided(start{Text.Signed(tap)}, {Width.Stride}, {extent}, one));");
            writer.Line("return TLanes.Divide(one, count);");
        }
    }
}
