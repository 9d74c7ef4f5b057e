using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>Prints a sweep in rolling strips: the planes, the groups of strips of a plane, and the combination of a row.</summary>
internal sealed class RollingStripsPrinter(CodeWriter writer, KernelPlan kernel, RollingStripsPlan plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    private string Source => plan.OverGradient ? "outputGradient" : "input";

    // The extents that a sweep reads and writes: backward, the gradient of the output is the source.
    private string SourceExtent => plan.OverGradient ? "OutputExtent" : "InputExtent";

    private string TargetExtent => plan.OverGradient ? "InputExtent" : "OutputExtent";

    private int Reach => Math.Max(plan.Width.Lead, plan.Width.Trail);

    public void Print()
    {
        // The strips at both ends of a row need room beside each other.
        string extent = Reach == 0 ? $"geometry.Width.{TargetExtent}" : $"geometry.Width.{TargetExtent} - {Reach}";
        using (KernelFrame.Struct(writer, kernel, plan, extent))
        {
            PrintRun();
            foreach (StripGroup group in plan.Groups)
                new StripGroupPrinter(writer, kernel, plan, group, Source, SourceExtent, TargetExtent).Print();
            PrintCombinations();
            if (kernel.Reduction.NaNIsEmpty)
                PrintNumberOrIdentity();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, kernel.Spec.Element))
        {
            writer.Line($"int width = geometry.Width.{TargetExtent};");
            writer.Line($"bool narrow = {Narrow()};");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line($"nint source = plane * geometry.{(plan.OverGradient ? "OutputPlane" : "InputPlane")};");
                writer.Line($"nint target = plane * geometry.{(plan.OverGradient ? "InputPlane" : "OutputPlane")};");
                using (writer.Block("if (narrow)"))
                {
                    using (writer.Indented("for (int start = 0; start < width; start += TLanes.Count)"))
                        writer.Line(Call("Narrow", "start"));
                    writer.Line("continue;");
                }
                writer.Line();
                PrintWideRows();
            }
        }
    }

    private string Narrow()
    {
        if (!plan.Width.ReachesOver)
            return "width < TLanes.Count";
        int both = plan.Width.Lead + plan.Width.Trail;
        return $"width < TLanes.Count + {Reach} || TLanes.Count < {both}";
    }

    private void PrintWideRows()
    {
        if (plan.Width.ReachesOver)
            writer.Line(Call("Ends", "0"));
        writer.Line(plan.Width.ReachesOver ? "int column = TLanes.Count, inner = width - TLanes.Count;" : "int column = 0, inner = width;");
        foreach (StripGroup group in plan.Groups.Where(group => group.Kind == StripKind.Inner))
        {
            string condition = group.Strips switch
            {
                1 => "column < inner",
                2 => "column + TLanes.Count < inner",
                _ => $"column + {group.Strips - 1} * TLanes.Count < inner",
            };
            string step = group.Strips == 1 ? "TLanes.Count" : $"{group.Strips} * TLanes.Count";
            using (writer.Indented($"for (; {condition}; column += {step})"))
                writer.Line(Call(group.Name, "column"));
        }
    }

    private static string Call(string group, string column) => $"{group}<TLanes, TVector>(operands, geometry, source, target, {column});";

    private void PrintCombinations()
    {
        PrintCombination("CombineRow", "The columns of a window combined, for one row and a vector of windows.", "nint index", PrintInner);
        if (plan.Width.ReachesOver)
        {
            PrintCombination("CombineRowStart", "The same for the first windows of a row: columns before it take no part.", "nint row", PrintLeft);
            PrintCombination("CombineRowEnd", "The same for the last windows of a row, whose last vector of columns is given.", "nint last", PrintRight);
        }
        PrintCombination("CombineNarrowRow", "The same for a row that may be narrower than a vector.", "nint row, nint column, nint extent", PrintNarrow);
    }

    private void PrintCombination(string name, string summary, string parameters, Action body)
    {
        writer.Line($"\n/// <summary>{summary}</summary>");
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, $"private static TVector {name}<TLanes, TVector>(ref {Element} {Source}, {parameters})"))
        {
            body();
            writer.Line($"return {kernel.Reduction.Noun};");
        }
    }

    private void PrintInner()
    {
        for (int tap = 0; tap < plan.Width.Kernel; tap++)
            Join(Load($"index{Text.Signed(tap)}"), isFirst: tap == 0);
    }

    private void PrintLeft()
    {
        for (int tap = plan.Width.Lead; tap < plan.Width.Kernel; tap++)
            Join(Load($"row{Text.Signed(tap - plan.Width.Lead)}"), isFirst: tap == plan.Width.Lead);
        if (plan.Width.Lead == 0)
            return;
        writer.Line($"var shifted = {Load("row")};");
        for (int tap = 0; tap < plan.Width.Lead; tap++)
            JoinShifted("ShiftIn(identity, shifted)");
    }

    private void PrintRight()
    {
        int inside = plan.Width.Kernel - plan.Width.Trail;
        for (int tap = 0; tap < inside; tap++)
            Join(Load($"last{Text.Signed(tap - inside + 1)}"), isFirst: tap == 0);
        if (plan.Width.Trail == 0)
            return;
        writer.Line($"var shifted = {Load("last")};");
        for (int tap = 0; tap < plan.Width.Trail; tap++)
            JoinShifted("ShiftOut(shifted, identity)");
    }

    private void PrintNarrow()
    {
        writer.Line($"ref {Element} start = ref Cs::Unsafe.Add(ref {Source}, row);");
        writer.Line($"var identity = {Identity};");
        for (int tap = 0; tap < plan.Width.Kernel; tap++)
            Join($"TLanes.LoadClipped(ref start, column{Text.Signed(tap)}, extent, identity)", isFirst: tap == 0);
    }

    private string Identity => $"TLanes.Broadcast({kernel.Reduction.Identity})";

    private string Load(string index) => $"TLanes.Load(ref {Source}, {index})";

    private void Join(string value, bool isFirst)
    {
        string noun = kernel.Reduction.Noun;
        writer.Line(isFirst ? $"var {noun} = {value};" : $"{noun} = TLanes.{kernel.Reduction.Combine}({noun}, {value});");
    }

    private void JoinShifted(string shift)
    {
        writer.Line($"shifted = TLanes.{shift.Replace("identity", Identity)};");
        Join("shifted", isFirst: false);
    }

    private void PrintNumberOrIdentity()
    {
        writer.Line("\n/// <summary>The value, or the identity for a window of NaNs alone.</summary>");
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, "private static TVector NumberOrIdentity<TLanes, TVector>(TVector value)"))
            writer.Line($"return TLanes.SelectEqual(value, value, value, {Identity});");
    }
}
