using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>Prints a sweep in rolling strips: how rows are cut into strips, the groups of strips, and the combination of a row.</summary>
internal sealed class RollingStripsPrinter(CodeWriter writer, KernelPlan kernel, RollingStripsPlan plan)
{
    private readonly SweepText _text = new(kernel, plan, plan.ChecksForNaN);

    private readonly SweepText _narrow = new(kernel, plan, plan.NarrowChecksForNaN);

    private int MostStrips => plan.Groups[plan.Groups.Count - 1];

    public void Print()
    {
        // A row narrower than a vector is read as one: windows and what they hold must fit it.
        string width = plan.Width.Kernel == 1 ? _text.TargetWidth : $"global::System.Math.Max({_text.SourceWidth}, {_text.TargetWidth})";
        using (KernelFrame.Struct(
            writer, kernel, plan, $"Rt::StripWidth.Extent<{_text.Element}>({width}, reach: {plan.Width.Reach})", rowExtent: _text.TargetWidth, contract: plan.PairsPlanes ? "IPairedPlanes" : "IPlacedKernel"))
        {
            PrintScratchLength();
            if (plan.PairsPlanes)
                writer.Line($"public static int HalfExtent(in Rt::PoolingGeometry geometry) => {width};");
            PrintRun();
            PrintStrips();
            foreach (int strips in plan.Groups)
                new StripGroupPrinter(writer, kernel, plan, _text, strips).Print();
            new NarrowStripPrinter(writer, kernel, plan, _narrow).Print();
            new RowCombinationPrinter(writer, kernel, plan, _text).Print();
            if (plan.ChecksForNaN)
                ExtremeText.PrintMethod(writer, kernel);
            if (kernel.Reduction.NaNIsEmpty)
                PrintNumberOrIdentity();
        }
    }

    private void PrintScratchLength()
    {
        string shares = _text.CountsTaps ? $" + geometry.Width.OutputExtent + geometry.Height.OutputExtent{(plan.PairsPlanes ? $" + Rt::StripWidth.Widest<{_text.Element}>()" : "")}" : "";
        writer.Line("\n/// <summary>A row of identities, for the rows beyond the source" + (shares.Length > 0 ? "; the shares of columns and of rows, which vectors may hang over." : ".") + "</summary>");
        string elements = shares.Length > 0 ? $"({_text.SourceWidth}{shares})" : _text.SourceWidth;
        writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => checked({elements} * sizeof({_text.Element}));");
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line($"int width = {_text.TargetWidth};");
            using (writer.Block($"if ({Narrow()})"))
            {
                PrintNarrow();
                writer.Line("return;");
            }
            writer.Line();
            writer.Line($"operands.FillScratch(0, {_text.SourceWidth}, {kernel.Reduction.Identity});");
            foreach (string line in _text.FillShares)
                writer.Line(line);
            writer.Line("int strips = (width + TLanes.Count - 1) / TLanes.Count;");
            using (writer.Block($"if (strips <= {MostStrips})"))
            {
                writer.Line(Group("AtEnd", "AtEnd", "strips", "0", "begin, end"));
                writer.Line("return;");
            }
            PrintWideRows();
        }
    }

    /// <summary>Narrow strips. Where NaN is looked for, one that has all columns: of several, each would have to ask for what the next one has.</summary>
    private void PrintNarrow()
    {
        if (plan.NarrowChecksForNaN)
        {
            using (writer.Indented("if (width <= TLanes.Count)"))
                writer.Line($"Narrow<TLanes, TVector, Rt::OneRow{_narrow.Numbers}>(operands, geometry, 0, begin, end, 0);");
        }
        using (plan.NarrowChecksForNaN ? writer.Indented("else") : null)
        using (writer.Indented("for (int column = 0; column < width; column += TLanes.Count)"))
            writer.Line($"Narrow<TLanes, TVector, Rt::OneRow{(plan.NarrowChecksForNaN ? ", Rt::AnyValues" : "")}>(operands, geometry, column, begin, end, 0);");
    }

    /// <summary>Rows of more strips than a group has: plane by plane, group by group.</summary>
    private void PrintWideRows()
    {
        using (writer.Block("for (int plane = begin; plane < end; plane++)"))
        {
            if (!plan.HasEnds)
            {
                using (writer.Block("for (int strip = 0, group; strip < strips; strip += group)"))
                {
                    writer.Line($"group = Rt::StripWidth.Group(strips - strip, {MostStrips});");
                    writer.Line(Group("Inside", "Inside", "group", "strip * TLanes.Count", "plane, plane + 1"));
                }
                return;
            }
            writer.Line($"int group = Rt::StripWidth.Group(strips, {MostStrips}), strip = group;");
            writer.Line(Group("AtEnd", "Inside", "group", "0", "plane, plane + 1"));
            using (writer.Block($"for (; strips - strip > {MostStrips}; strip += group)"))
            {
                writer.Line($"group = Rt::StripWidth.Group(strips - strip, {MostStrips});");
                writer.Line(Group("Inside", "Inside", "group", "strip * TLanes.Count", "plane, plane + 1"));
            }
            writer.Line(Group("Inside", "AtEnd", "strips - strip", "strip * TLanes.Count", "plane, plane + 1"));
        }
    }

    private string Narrow()
    {
        // The strips at both ends of a row need room beside each other.
        string room = plan.Width.Reach == 0 ? "width <= TLanes.Count" : $"width < TLanes.Count + {plan.Width.Reach}";
        return plan.LeastLanes > 1 ? $"{room} || TLanes.Count < {plan.LeastLanes}" : room;
    }

    private string Group(string start, string end, string strips, string column, string planes) =>
        $"Strips<TLanes, TVector, TPlacement{(plan.HasEnds ? $", Rt::{start}, Rt::{end}" : "")}>({strips}, operands, geometry, {column}, {planes});";

    private void PrintStrips()
    {
        writer.Line("\n/// <summary>A group of neighbouring strips: each number of strips has a method of its own.</summary>");
        string types = plan.HasEnds ? ", TStart, TEnd" : "";
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Strips<TLanes, TVector, TPlacement{types}>(int strips, {_text.Parameters})"))
        using (writer.Block("switch (strips)"))
        {
            foreach (int strips in plan.Groups)
            {
                using (writer.Indented(strips == MostStrips ? "default:" : $"case {strips}:"))
                {
                    writer.Line($"Strips{strips}<TLanes, TVector, TPlacement{types}{_text.Numbers}>(operands, geometry, column, begin, end);");
                    writer.Line("break;");
                }
            }
        }
    }

    private void PrintNumberOrIdentity()
    {
        writer.Line("\n/// <summary>The value, or the identity for a window of NaNs alone.</summary>");
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, "private static TVector NumberOrIdentity<TLanes, TVector>(TVector value)"))
            writer.Line($"return TLanes.SelectEqual(value, value, value, TLanes.Broadcast({kernel.Reduction.Identity}));");
    }
}
