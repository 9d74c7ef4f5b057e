using PoolGen.Generator.Emission;
using PoolGen.Generator.Strategies.FarPixels;

namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>
/// Prints the method that rolls a group of vectors of channels along a row. Vectors are lettered and columns numbered from the window's
/// left: <c>upper0a</c> is the first column of the upper row of windows, combined, of vector a. A step brings as many new columns as the
/// stride; those that a later window needs are kept.
/// </summary>
internal sealed class PixelGroupPrinter(CodeWriter writer, RollingPixelsPlan plan, RollingPixelsText text, int vectors, bool isClipped, bool walks = false)
{
    // A group that runs along the row has its channels in its references.
    private string Channel => walks ? " + channel" : "";

    private PixelAxis Height => plan.Height;

    private PixelAxis Width => plan.Width;

    private int Kept => Math.Max(0, Width.Kernel - Width.Stride);

    private string Element => text.Element;

    private bool HasLower => plan.PairsRows && !isClipped;

    private IEnumerable<string> Rows => HasLower ? ["upper", "lower"] : ["upper"];

    private IEnumerable<char> Letters => ChannelVectors.Letters(vectors);

    /// <summary>The name of a method.</summary>
    public static string Name(int vectors, bool isClipped) => $"{(isClipped ? "Clipped" : "")}Pixels{vectors}";

    public void Print()
    {
        writer.Line(isClipped
            ? $"\n/// <summary>{(vectors == 1 ? "A vector" : $"{vectors} vectors")} of channels along a row of windows of which only some rows are there.</summary>"
            : $"\n/// <summary>{(vectors == 1 ? "A vector" : $"{vectors} vectors")} of channels along {(HasLower ? "two rows" : "a row")} of windows.</summary>");
        string source = isClipped ? ", int first, int behind" : "";
        string lower = HasLower ? ", nint targetStep" : "";
        string share = !isClipped ? "" : plan.CountsSources ? $", global::System.Span<{Element}> shares" : plan.CountsResults ? $", {Element} rowShare" : "";
        string parameters = plan.ReplacesRows
            ? text.RowParameters
            : $"ref {Element} {text.Source}, nint sourceStep{source}, ref {Element} {text.Target}{lower}, Rt::AxisGeometry columns, nint channels";
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void {Name(vectors, isClipped)}<TLanes, TVector, TPlacement>({parameters}, nint channel{share})"))
        {
            PrintLocals();
            PrintKept();
            PrintSteps();
        }
    }

    /// <summary>Prints the method that goes through a row pixel by pixel, and through all channels of each.</summary>
    public static void PrintWalk(CodeWriter writer, RollingPixelsPlan plan, RollingPixelsText text)
    {
        PixelGroupPrinter[] groups = [.. plan.Groups.Select(vectors => new PixelGroupPrinter(writer, plan, text, vectors, isClipped: false, walks: true))];
        writer.Line("\n/// <summary>A row of windows, which share nothing: all channels of a pixel come before the next, as they lie in memory.</summary>");
        string parameters = plan.ReplacesRows
            ? text.RowParameters
            : $"ref {text.Element} {text.Source}, nint sourceStep, ref {text.Element} {text.Target}, Rt::AxisGeometry columns, nint channels";
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Pixels<TLanes, TVector, TPlacement>({parameters})"))
        {
            groups[0].PrintLocals();
            groups[0].PrintKept();
            using (writer.Block(groups[0].Steps))
            {
                if (plan.CountsResults)
                    groups[0].PrintCountedShare();
                writer.Line("nint channel = 0;");
                foreach (PixelGroupPrinter group in groups)
                    group.PrintChannels();
            }
        }
    }

    private void PrintChannels()
    {
        if (vectors > 1)
        {
            string step = $"{vectors} * TLanes.Count";
            using (writer.Block($"for (; channel <= channels - {step}; channel += {step})"))
                PrintStep();
            return;
        }
        using (writer.Block("while (channel < channels)"))
        {
            writer.Line("channel = global::System.Math.Min(channel, channels - TLanes.Count); // the last vector overlaps the one before");
            PrintStep();
            writer.Line("channel += TLanes.Count;");
        }
    }

    private void PrintLocals()
    {
        if (plan.ReplacesRows)
        {
            text.PrintExtents(writer);
            string offset = walks ? "" : " + channel";
            text.PrintRowReferences(writer, offset, offset);
        }
        else
        {
            PrintGivenRows();
        }
        if (!walks)
            ChannelVectors.PrintOffsets(writer, vectors);
        if (Kept > 0 || isClipped || plan.ClipsColumns)
            writer.Line($"var identity = TLanes.Broadcast({text.Reduction.Identity});");
        if (plan.Scale == PixelScale.Constant)
            writer.Line($"var share = TLanes.Broadcast({text.Reciprocal(plan.Divisor)});");
        writer.Line();
    }

    private void PrintGivenRows()
    {
        writer.Line(isClipped
            ? $"ref {Element} row0 = ref Cs::Unsafe.Add(ref {text.Source}, first * sourceStep + channel);"
            : $"ref {Element} row0 = ref {AtChannel(text.Source)};");
        for (int row = 1; !isClipped && row < SourceRows(plan); row++)
            writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref row{row - 1}, sourceStep);");
        writer.Line($"ref {Element} upper = ref {AtChannel(text.Target)};");
        if (HasLower)
            writer.Line($"ref {Element} lower = ref Cs::Unsafe.Add(ref upper, targetStep);");
    }

    /// <summary>The columns of the first window but those of the first step.</summary>
    private void PrintKept()
    {
        writer.Line($"int source = -{text.Lead("columns", Width)};");
        if (Kept == 0)
            return;
        foreach (char letter in Letters)
        {
            foreach (string row in Rows)
                writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, Kept).Select(column => $"{row}{column}{letter} = identity"))};");
        }
        if (Kept == 1)
        {
            PrintColumn(0, "source", isNew: false);
            writer.Line("source++;");
        }
        else
        {
            using (writer.Block($"for (int kept = 0; kept < {Kept}; kept++, source++)"))
            {
                PrintShift(1, Kept - 1);
                PrintColumn(Kept - 1, "source", isNew: false);
            }
        }
        writer.Line();
    }

    private void PrintSteps()
    {
        using (writer.Block(Steps))
        {
            PrintStep();
            PrintShift(Width.Stride, Kept);
        }
    }

    private string Steps => $"for (int column = 0; column < columns.{text.TargetExtent}; column++, {(Width.Stride == 1 ? "source++" : $"source += {Width.Stride}")})";

    /// <summary>The columns that no window before held, and the results.</summary>
    private void PrintStep()
    {
        for (int fresh = 0; fresh < Width.Kernel - Kept; fresh++)
            PrintColumn(Kept + fresh, fresh == 0 ? "source" : $"source + {fresh}", isNew: true);
        if (plan.CountsResults && !walks)
            PrintCountedShare();
        writer.Line($"nint to = column * channels{Channel};");
        foreach (string row in Rows)
        {
            foreach (char letter in Letters)
            {
                string value = text.Combine(Enumerable.Range(0, Width.Kernel).Select(column => $"{row}{column}{letter}"));
                writer.Line(text.Store(text.Result(value), row, Index("to", letter)));
            }
        }
    }

    private void PrintCountedShare()
    {
        string rowShare = isClipped ? "rowShare" : text.Reciprocal(Height.Kernel);
        string inner = isClipped ? $"rowShare * ({text.Reciprocal(Width.Kernel)})" : text.Reciprocal(plan.Divisor);
        text.PrintCountedShare(writer, rowShare, inner);
    }

    private void PrintShift(int by, int count)
    {
        foreach (char letter in Letters.Where(_ => count > 0))
        {
            foreach (string row in Rows)
                writer.Line(string.Join(" ", Enumerable.Range(0, count).Select(column => $"{row}{column}{letter} = {row}{column + by}{letter};")));
        }
    }

    /// <summary>A column of the source: its rows combined, or the identity where it lies outside.</summary>
    private void PrintColumn(int number, string column, bool isNew)
    {
        var names = Rows.SelectMany(row => Letters.Select(letter => $"{row}{number}{letter}")).ToArray();
        bool declares = isNew && !HasLower && !plan.ClipsColumns && !isClipped; // where a value is given at once
        if (isNew && !declares)
            writer.Line($"TVector {string.Join(", ", names)};");
        string operand = column == "source" ? column : $"({column})";
        if (!plan.ClipsColumns)
        {
            PrintInside(number, operand, declares);
            return;
        }
        using (writer.Block($"if (unchecked((uint){operand}) < (uint)columns.{text.SourceExtent})"))
            PrintInside(number, operand, declares);
        using (writer.Indented("else"))
            writer.Line($"{string.Join(" = ", names)} = identity;");
    }

    private void PrintInside(int number, string column, bool declares)
    {
        string at = plan.ClipsColumns || number == Kept ? "at" : $"at{number}"; // in one scope, where no column asks for its own
        writer.Line($"nint {at} = {column} * channels{Channel};");
        if (plan.CountsSources)
            writer.Line($"var share = TLanes.Broadcast(columns.InteriorBegin <= source && source < columns.InteriorEnd ? {text.Reciprocal(plan.Divisor)} : {text.Reciprocal(Height.Kernel)} / columns.Taps(source).{plan.Counted});");
        if (isClipped)
        {
            PrintClippedColumn(number, at);
            return;
        }
        foreach (char letter in Letters)
        {
            string arguments = $"({string.Join(", ", Enumerable.Range(0, SourceRows(plan)).Select(row => $"ref row{row}"))}, {Index(at, letter)}{(Prefetches(plan) ? ", sourceStep" : "")}{(plan.CountsSources ? ", share" : "")}";
            writer.Line(HasLower
                ? $"CombineColumn{TypeArguments(plan)}{arguments}, out upper{number}{letter}, out lower{number}{letter});"
                : $"{(declares ? "var " : "")}upper{number}{letter} = CombineColumn{TypeArguments(plan)}{arguments});");
        }
    }

    private static int SourceRows(RollingPixelsPlan plan) => plan.Height.Kernel + (plan.PairsRows ? 1 : 0);

    // Where no cache holds the tensors and there is no other method for that, what the next rows of windows need is asked for in advance.
    private static bool Prefetches(RollingPixelsPlan plan) => !plan.HasRuns && plan.Far is null;

    private static string TypeArguments(RollingPixelsPlan plan) => Prefetches(plan) ? "<TLanes, TVector, TPlacement>" : "<TLanes, TVector>";

    /// <summary>The method that combines the source rows of a column.</summary>
    public static void PrintCombination(CodeWriter writer, RollingPixelsPlan plan, RollingPixelsText text)
    {
        int rows = SourceRows(plan);
        string parameters = string.Join(", ", Enumerable.Range(0, rows).Select(row => $"ref {text.Element} row{row}"))
            + ", nint at" + (Prefetches(plan) ? ", nint sourceStep" : "") + (plan.CountsSources ? ", TVector share" : "");
        string Load(int row) => $"TLanes.Load(ref row{row}, at)";
        string Shared(string value) => plan.CountsSources ? $"TLanes.Multiply({value}, share)" : value;

        writer.Line(plan.PairsRows
            ? "\n/// <summary>A column of two rows of windows: all source rows but the first and the last are the same.</summary>"
            : "\n/// <summary>A column of a row of windows.</summary>");
        string signature = plan.PairsRows
            ? $"private static void CombineColumn{TypeArguments(plan)}({parameters}, out TVector upper, out TVector lower)"
            : $"private static TVector CombineColumn{TypeArguments(plan)}({parameters})";
        using (KernelFrame.InlinedMethod(writer, text.Type, signature))
        {
            int stride = plan.PairsRows ? 2 : plan.Height.Stride;
            for (int row = Math.Max(0, rows - stride); Prefetches(plan) && row < rows; row++)
                writer.Line($"TPlacement.Prefetch(ref row{row}, at + {Text.Times(stride, "sourceStep")}, TLanes.Count);");
            if (!plan.PairsRows)
            {
                writer.Line($"return {Shared(text.Combine(Enumerable.Range(0, rows).Select(Load)))};");
                return;
            }
            writer.Line($"var shared = {text.Combine(Enumerable.Range(1, rows - 2).Select(Load))};");
            writer.Line($"upper = {Shared(text.Combine(Load(0), "shared"))};");
            writer.Line($"lower = {Shared(text.Combine("shared", Load(rows - 1)))};");
        }
    }

    private void PrintClippedColumn(int number, string at)
    {
        writer.Line($"{string.Join(" = ", Letters.Select(letter => $"upper{number}{letter}"))} = identity;");
        using (writer.Block($"for (int row = first; row < behind; row++, {at} += sourceStep)"))
        {
            if (plan.CountsSources)
                writer.Line("var rowShare = TLanes.Broadcast(shares[row - first]);");
            foreach (char letter in Letters)
            {
                string load = $"TLanes.Load(ref row0, {Index(at, letter)})";
                writer.Line($"upper{number}{letter} = {text.Combine($"upper{number}{letter}", plan.CountsSources ? $"TLanes.Multiply({load}, rowShare)" : load)};");
            }
        }
        foreach (char letter in Letters.Where(_ => plan.CountsSources))
            writer.Line($"upper{number}{letter} = {Shared($"upper{number}{letter}")};");
    }

    private string AtChannel(string origin) => walks ? origin : $"Cs::Unsafe.Add(ref {origin}, channel)";

    private string Shared(string value) => plan.CountsSources ? $"TLanes.Multiply({value}, share)" : value;

    private string Index(string index, char letter) => index + (walks ? ChannelVectors.WholeOffset(letter) : ChannelVectors.Offset(letter));
}
