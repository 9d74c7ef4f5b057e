using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherStrips;

/// <summary>Prints the method that gathers one row of the input gradient from the row of windows that holds it.</summary>
internal sealed class GatherRowPrinter(CodeWriter writer, KernelPlan kernel, GatherStripsPlan plan, GradientText text, GatherBlock block)
{
    private AxisSpec Width => kernel.Spec.Axes[1];

    private string Element => kernel.Spec.Element.Keyword;

    private int FirstWindow => plan.Windows.First();

    private int LastWindow => plan.Windows.Last();

    public void Print()
    {
        writer.Line("\n/// <summary>A row of the input gradient, from left to right.</summary>");
        string records = text.HasRecords ? ", int firstTap, nint first, nint count" : "";
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Row<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int window, nint source, nint target{records})"))
        {
            PrintLocals();
            writer.Line();
            using (writer.Block($"for ({Begin}; next < columns; next += TLanes.Count)"))
            {
                writer.Line("nint column = nint.Min(next, columns - TLanes.Count); // the last vector overlaps the one before");
                using (writer.Block($"if ({Whole})"))
                    PrintBlock(clipped: false);
                using (writer.Block("else"))
                    PrintBlock(clipped: true);
            }
        }
    }

    private string Begin => "nint next = " + (plan.Aligned ? "0" : Width.Stride == 1 ? "padding" : $"padding / {Width.Stride}");

    private void PrintLocals()
    {
        writer.Line($"ref {Element} gradients = ref Cs::Unsafe.Add(ref operands.OutputGradient, source);");
        writer.Line($"ref {Element} row = ref Cs::Unsafe.Add(ref operands.InputGradient, target);");
        if (text.HasRecords)
        {
            writer.Line($"ref TRecord {text.Records} = ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), first);");
            writer.Line("nint recorded = source - first;");
        }
        writer.Line("nint sourceWidth = geometry.Width.OutputExtent, targetWidth = geometry.Width.InputExtent;");
        if (!plan.Aligned)
            writer.Line("nint padding = geometry.Width.PaddingBegin;");
        if (!text.HasRecords)
            PrintShares();

        string width = plan.Aligned ? "targetWidth" : "padding + targetWidth";
        string operand = plan.Aligned ? width : $"({width})";
        string runs = Width.Stride == 1 ? width : plan.Aligned ? $"(targetWidth + {Width.Stride - 1}) / {Width.Stride}" : $"({width} + {Width.Stride - 1}) / {Width.Stride}";
        string wholeRuns = Width.Stride == 1 ? width : $"{operand} / {Width.Stride}";
        string windows = text.CountsTaps ? "geometry.Width.InteriorEnd" : "sourceWidth";
        writer.Line($"nint columns = {runs}; // in runs of {Width.Stride}: as many as neighbouring windows lie apart");
        writer.Line($"nint last = nint.Min({wholeRuns}, {windows}{Text.Signed(-LastWindow)}) - TLanes.Count; // of the whole vectors");
    }

    private void PrintShares()
    {
        if (!text.CountsTaps)
        {
            writer.Line($"var share = TLanes.Broadcast({text.Reciprocal});");
            return;
        }
        writer.Line($"var rowShare = TLanes.Broadcast({text.CountedShare("geometry.Height", "window")});");
        writer.Line($"var share = TLanes.Multiply(rowShare, TLanes.Broadcast({text.Share(Width.Kernel)}));");
    }

    /// <summary>Whether all windows and all columns of a vector lie inside their rows; and where they are counted, all taps of the windows.</summary>
    private string Whole
    {
        get
        {
            var conditions = new List<string>();
            if (text.CountsTaps)
                conditions.Add($"column{Text.Signed(FirstWindow)} >= geometry.Width.InteriorBegin");
            else if (FirstWindow < 0)
                conditions.Add($"column >= {-FirstWindow}");
            if (!plan.Aligned)
                conditions.Add($"{Text.Times(Width.Stride, "column")} >= padding");
            conditions.Add("column <= last");
            return string.Join(" && ", conditions);
        }
    }

    private void PrintBlock(bool clipped)
    {
        string?[] sums = new string?[block.Stride];
        if (text.HasRecords)
        {
            block.PrintTaps("", "column", clipped, (tap, gradient, records) =>
            {
                string name = $"sum{block.Phase(tap.Phase)}";
                string number = $"firstTap{Text.Signed(tap.Column)}";
                writer.Line($"{(sums[tap.Phase] is null ? "var " : "")}{name} = {text.Add(sums[tap.Phase], records, number, gradient)};");
                sums[tap.Phase] = name;
            });
        }
        else
        {
            bool counted = clipped && text.CountsTaps;
            sums = [.. block.PrintShares("", "column", clipped, counted ? at => $"ColumnShares<TLanes, TVector>(column{Text.Signed(at)}, geometry.Width)" : null)];
            foreach (string sum in sums.OfType<string>())
                writer.Line($"{sum} = TLanes.Multiply({sum}, {(counted ? "rowShare" : "share")});");
        }
        block.PrintStore("row", "column", clipped, [.. sums.Select(sum => sum ?? "TLanes.Zero")]);
    }
}
