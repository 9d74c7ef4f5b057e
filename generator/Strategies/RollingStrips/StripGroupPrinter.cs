using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>
/// Prints the method of a group of neighbouring strips. Strips are lettered, rows numbered from the window's top: <c>row0a</c> is the
/// first row of strip a. Rows above the next step are kept; a step loads one or two rows below them.
/// </summary>
internal sealed class StripGroupPrinter(
    CodeWriter writer, KernelPlan kernel, RollingStripsPlan plan, StripGroup group, string source, string sourceExtent, string targetExtent)
{
    private readonly ReductionPlan _reduction = kernel.Reduction;

    private int KeptRows => plan.Height.Kernel - 1;

    private string Element => kernel.Spec.Element.Keyword;

    private string Suffix => kernel.Spec.Element.Suffix;

    private string Target => plan.OverGradient ? "inputGradient" : "output";

    private bool CountsTaps => plan.Scale == StripScale.TapCount;

    public void Print()
    {
        writer.Line($"\n/// <summary>{Summary}, from the top of a plane to its bottom.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void {group.Name}<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, nint source, nint target, int column)"))
        {
            PrintLocals();
            PrintFirstRows();
            writer.Line("\nint row = 0;");
            if (CountsTaps && plan.Height.Lead > 0)
                PrintLoop("for (; row < rows.InteriorBegin; row++)", step: 1, mayMissRow: true);
            PrintLoop("for (; row + 1 < whole; row += 2)", step: 2, mayMissRow: false);
            PrintLoop($"for (; row < rows.{targetExtent}; row++)", step: 1, mayMissRow: true);
        }
    }

    private string Summary => group switch
    {
        { Kind: StripKind.Narrow } => "A strip of columns that may hang over the ends of a row",
        { Kind: StripKind.Left } => "The strips of columns at the two ends of the rows",
        { Strips: 1 } => "A strip of columns",
        _ => $"{group.Strips} neighbouring strips of columns",
    };

    private IEnumerable<char> Letters => Enumerable.Range(0, group.Strips).Select(strip => (char)('a' + strip));

    private bool IsInner => group.Kind == StripKind.Inner;

    private void PrintLocals()
    {
        writer.Line($"ref {Element} {source} = ref operands.{char.ToUpperInvariant(source[0])}{source.Substring(1)};");
        writer.Line($"ref {Element} {Target} = ref operands.{char.ToUpperInvariant(Target[0])}{Target.Substring(1)};");
        writer.Line("var rows = geometry.Height;");
        writer.Line($"nint sourceWidth = geometry.Width.{sourceExtent}, targetWidth = geometry.Width.{targetExtent};");
        writer.Line($"int whole = rows.{sourceExtent}{Text.Signed(plan.Height.Lead - KeptRows)}; // windows before this one end inside the source");
        PrintColumns();
        writer.Line($"var identity = TLanes.Broadcast({_reduction.Identity});");
        PrintScales();
    }

    /// <summary>Where the strips begin. The last one overlaps the one before where the row ends, so that no store is a partial one.</summary>
    private void PrintColumns()
    {
        string last = $"targetWidth - TLanes.Count{(IsInner ? Text.Signed(-plan.Width.Trail) : "")}";
        switch (group.Kind)
        {
            case StripKind.Narrow:
                writer.Line("column = global::System.Math.Max(0, global::System.Math.Min(column, (int)targetWidth - TLanes.Count));");
                break;
            case StripKind.Left:
                writer.Line($"nint columnB = {last};");
                writer.Line("nint lastLoad = sourceWidth - TLanes.Count;");
                break;
            case StripKind.Inner when group.Strips == 1:
                writer.Line($"column = global::System.Math.Min(column, (int){last});");
                break;
            default:
                for (char strip = 'b'; strip < Letters.Last(); strip++)
                    writer.Line($"nint {Column(strip)} = column + {Step(strip)}TLanes.Count;");
                writer.Line($"nint {Column(Letters.Last())} = global::System.Math.Min(column + {Step(Letters.Last())}TLanes.Count, {last});");
                break;
        }

        static string Step(char strip) => strip == 'b' ? "" : $"{strip - 'a'} * ";
    }

    private void PrintScales()
    {
        if (plan.Scale == StripScale.Constant)
            writer.Line($"var scale = TLanes.Broadcast({Reciprocal(plan.Divisor)});");
        if (!CountsTaps)
            return;

        writer.Line("\n// The divisor is the number of taps inside the input: columns times rows.");
        writer.Line($"var one = TLanes.Broadcast(1{Suffix});");
        foreach (char strip in Letters)
        {
            writer.Line($"var columns{Upper(strip)} = TLanes.Zero;");
            for (int tap = 0; tap < plan.Width.Kernel; tap++)
                writer.Line($"columns{Upper(strip)} = TLanes.Add(columns{Upper(strip)}, TLanes.SelectInside({Column(strip)}{Text.Signed(tap - plan.Width.Lead)}, sourceWidth, one));");
            writer.Line($"var scale{Upper(strip)} = TLanes.Divide(TLanes.Broadcast({Reciprocal(plan.Height.Kernel)}), columns{Upper(strip)});");
        }
    }

    /// <summary>The rows above the first step: identities before the source, then the source's first rows.</summary>
    private void PrintFirstRows()
    {
        if (KeptRows == 0)
            return;
        writer.Line();
        foreach (char strip in Letters)
            writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, KeptRows).Select(row => $"row{row}{strip} = identity"))};");

        int first = KeptRows - plan.Height.Lead;
        if (first <= 0)
            return;
        if (first == 1)
        {
            foreach (char strip in Letters)
                writer.Line($"row{KeptRows - 1}{strip} = {CombineRow(strip, "source")};");
            return;
        }
        using (writer.Block($"for (int above = 0; above < {first}; above++)"))
        {
            writer.Line("nint start = source + above * sourceWidth;");
            foreach (char strip in Letters)
            {
                for (int row = 0; row + 1 < KeptRows; row++)
                    writer.Line($"row{row}{strip} = row{row + 1}{strip};");
                writer.Line($"row{KeptRows - 1}{strip} = above < rows.{sourceExtent} ? {CombineRow(strip, "start")} : identity;");
            }
        }
    }

    private void PrintLoop(string header, int step, bool mayMissRow)
    {
        using (writer.Block(header))
        {
            writer.Line($"nint below = source + (row{Text.Signed(KeptRows - plan.Height.Lead)}) * sourceWidth;");
            if (mayMissRow)
                writer.Line($"bool inside = row{Text.Signed(KeptRows - plan.Height.Lead)} < rows.{sourceExtent};");

            // Memory is touched in address order: a whole row of the group, then the next.
            for (int next = 0; next < step; next++)
            {
                string start = next == 0 ? "below" : "below + sourceWidth";
                foreach (char strip in Letters)
                    writer.Line($"var row{KeptRows + next}{strip} = {(mayMissRow ? $"inside ? {CombineRow(strip, start)} : identity" : CombineRow(strip, start))};");
            }
            if (step == 2)
                PrintTwoOutputs();
            else
                PrintOneOutput();
            foreach (char strip in Letters)
            {
                for (int row = 0; row < KeptRows; row++)
                    writer.Line($"row{row}{strip} = row{row + step}{strip};");
            }
        }
    }

    private void PrintOneOutput()
    {
        if (CountsTaps)
            writer.Line($"var rowScale = TLanes.Broadcast({plan.Height.Kernel}{Suffix} / rows.Taps(row).Count);");
        writer.Line("nint at = target + row * targetWidth;");
        foreach (char strip in Letters)
        {
            string value = Enumerable.Range(1, KeptRows).Aggregate($"row0{strip}", (joined, row) => Combine(joined, $"row{row}{strip}"));
            PrintStore(strip, "at", value, CountsTaps ? $"TLanes.Multiply(scale{Upper(strip)}, rowScale)" : null);
        }
    }

    /// <summary>Two neighbouring outputs share all rows but the first of the one and the last of the other.</summary>
    private void PrintTwoOutputs()
    {
        if (KeptRows > 0)
        {
            foreach (char strip in Letters)
            {
                string shared = Enumerable.Range(2, Math.Max(0, KeptRows - 1)).Aggregate($"row1{strip}", (joined, row) => Combine(joined, $"row{row}{strip}"));
                writer.Line($"var shared{Upper(strip)} = {shared};");
            }
        }
        writer.Line("nint at = target + row * targetWidth;");
        foreach (char strip in Letters)
            PrintStore(strip, "at", KeptRows > 0 ? Combine($"row0{strip}", $"shared{Upper(strip)}") : $"row0{strip}", null);
        foreach (char strip in Letters)
            PrintStore(strip, "at + targetWidth", KeptRows > 0 ? Combine($"shared{Upper(strip)}", $"row{KeptRows + 1}{strip}") : $"row1{strip}", null);
    }

    private void PrintStore(char strip, string row, string value, string? scale)
    {
        string result = value;
        if (plan.Scale == StripScale.Constant)
            result = $"TLanes.Multiply({value}, scale)";
        else if (CountsTaps)
            result = $"TLanes.Multiply({value}, {scale ?? $"scale{Upper(strip)}"})";
        else if (_reduction.NaNIsEmpty)
            result = $"NumberOrIdentity<TLanes, TVector>({value})";

        // Only a row narrower than a vector is clipped.
        writer.Line(group.Kind == StripKind.Narrow
            ? $"TLanes.StoreClipped({result}, ref Cs::Unsafe.Add(ref {Target}, {row}), {Column(strip)}, targetWidth);"
            : $"TLanes.Store({result}, ref {Target}, {row} + {Column(strip)});");
    }

    private string CombineRow(char strip, string row)
    {
        string column = Column(strip) + Text.Signed(-plan.Width.Lead);
        return (group.Kind, strip) switch
        {
            (StripKind.Narrow, _) => $"CombineNarrowRow<TLanes, TVector>(ref {source}, {row}, {column}, sourceWidth)",
            (StripKind.Left, 'a') => $"CombineRowStart<TLanes, TVector>(ref {source}, {row})",
            (StripKind.Left, _) => $"CombineRowEnd<TLanes, TVector>(ref {source}, {row} + lastLoad)",
            _ => $"CombineRow<TLanes, TVector>(ref {source}, {row} + {column})",
        };
    }

    private static string Column(char strip) => strip == 'a' ? "column" : $"column{Upper(strip)}";

    private static char Upper(char strip) => char.ToUpperInvariant(strip);

    private string Combine(string left, string right) => $"TLanes.{_reduction.Combine}({left}, {right})";

    private string Reciprocal(int divisor) => divisor == 1 ? $"1{Suffix}" : $"1{Suffix} / {divisor}{Suffix}";
}
