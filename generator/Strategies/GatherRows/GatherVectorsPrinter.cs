using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>
/// Prints the vectors of a row of the input gradient, from left to right: those whose windows and columns all lie inside their rows, in a
/// loop of their own, and those at the ends. What the last one writes behind its row belongs to the next row, which comes later.
/// </summary>
internal sealed class GatherVectorsPrinter(CodeWriter writer, KernelPlan kernel, GatherRowsPlan plan, GradientText text)
{
    private AxisSpec Height => kernel.Spec.Axes[0];

    private AxisSpec Width => kernel.Spec.Axes[1];

    private string Element => kernel.Spec.Element.Keyword;

    private int[] Windows => [.. plan.Windows];

    /// <summary>
    /// What does not differ between rows, among it which vectors are whole ones. In scope: <c>outputs</c> and <c>width</c>, the extents of a
    /// row of windows and of the input; <c>inputEnd</c> and <c>outputEnd</c>, where the planes end.
    /// </summary>
    public void PrintBounds()
    {
        string columns = Width.Stride == 1 ? "width" : $"width / {Width.Stride}";
        string runs = Width.Stride == 1 ? "width" : $"(width + {Width.Stride - 1}) / {Width.Stride}";
        string apart = Width.Stride == 1 ? "" : $"of {Width.Stride} columns each, as many as neighbouring windows lie apart";
        if (plan.Vectors.LeavesColumns)
            (runs, apart) = ("outputs", apart + "; no window reaches the columns behind them");
        writer.Line($"nint runs = {runs};{(apart.Length > 0 ? " // " + apart : "")}");
        writer.Line($"nint {(plan.Vectors.RunsOn ? "inside" : "whole")} = nint.Min({columns}, outputs{Text.Signed(-Windows.Max())}) - TLanes.Count; // vectors up to here end inside the rows");
        if (!plan.Vectors.RunsOn)
            return;

        writer.Line("nint behindLast = (runs + TLanes.Count - 1) / TLanes.Count * TLanes.Count; // where a row's last vector ends");
        const string StoresOnce = "!TPlacement.StoresPastCaches || runs % TLanes.Count == 0";
        if (plan.Vectors.LeavesColumns)
        {
            writer.Line($"bool runsOn = {StoresOnce}; // nothing is stored there twice");
        }
        else
        {
            string condition = text.HasRecords ? $"{Text.Times(Width.Stride, "outputs")} >= width" : $"runs <= outputs{Text.Signed(-Windows.Max())}";
            writer.Line(text.HasRecords
                ? "// Behind a row's windows stand the next row's first: no record of theirs names a tap in the padding, where their columns meet this row."
                : "// Every column has its window.");
            writer.Line($"bool runsOn = {condition} && ({StoresOnce}); // nothing is stored there twice");
        }
        writer.Line($"nint wholeLine = runsOn ? inputEnd - {Text.Times(Width.Stride, "behindLast")} : -1, wholePlace = outputEnd - behindLast{Text.Signed(-Windows.Max())}; // rows up to here have nothing but whole vectors");
    }

    /// <summary>
    /// What all vectors of a method have in common: the share of a window's gradient that each tap has, where it has one and windows have the
    /// same; the lanes inside of a row's last vector; and what the vector before has of so many rows of windows.
    /// </summary>
    public void PrintLocals(int above)
    {
        if (!text.HasRecords && !text.CountsTaps)
            writer.Line($"var share = TLanes.Broadcast({text.Reciprocal});");
        if (!plan.Vectors.CarriesWindow)
            return;
        if (plan.Vectors.SharesMasks)
        {
            writer.Line("nint last = (runs - 1) / TLanes.Count * TLanes.Count; // a row's last vector: all rows have the same lanes inside");
            foreach (int window in Loaded)
                writer.Line($"var inside{Place(window)} = TLanes.Inside(last{Text.Signed(window)}, outputs);");
        }
        writer.Line($"TVector {string.Join(", ", Carries(above))}; // what the vector before has of its windows");
    }

    /// <summary>The locals that hold what the vector before has.</summary>
    private IEnumerable<string> Carries(int above) => text.HasRecords
        ? from number in Enumerable.Range(0, above) from what in (string[])["gradient", text.Records] select Carried(what, number)
        : ["carriedShare"];

    private static string Carried(string what, int number) => $"carried{char.ToUpperInvariant(what[0])}{what.Substring(1)}{number}";

    /// <summary>The windows that are loaded; another is that of the vector before.</summary>
    private int[] Loaded => plan.Vectors.CarriesWindow ? [.. Windows.Where(window => window >= 0)] : Windows;

    /// <summary>Which vectors of some rows are whole ones.</summary>
    /// <param name="line">Where the last of them begins in the input gradient.</param>
    public void PrintWhole(string line)
    {
        if (plan.Vectors.RunsOn)
            writer.Line($"nint whole = {line} <= wholeLine && place0 <= wholePlace ? runs - 1 : inside;");
    }

    /// <summary>
    /// The vectors of a row of a phase that so many rows of windows reach. In scope, beside the locals: of each row of windows, numbered from
    /// the nearest up, <c>gradients0</c> and, where there are records, <c>taps0</c>; where shares differ, its <c>rowShare0</c>, and
    /// <c>columnShares</c>; of the input gradient <c>line</c>, where the row begins, and the row itself, <c>row0</c> by its phase; and
    /// <c>column</c>, a number for any use.
    /// </summary>
    /// <remarks>
    /// A row has a reference of its own: one that lives for the whole method is kept on the stack and loaded again for every vector, and a
    /// load waits for the stores before it that go to the same place in another page. Lines are asked for where they will be used: loops
    /// of their own took as long as the vectors. A loop around the two kinds of vectors made narrow rows take up to 1.4 times the time.
    /// </remarks>
    public void Print(int phase, int above, bool prefetchesGradients)
    {
        if (plan.Vectors.CarriesWindow)
            writer.Line($"{string.Join(" = ", Carries(above))} = TLanes.Zero;");
        using (plan.Vectors.EndsOnce ? null : writer.Block("for (column = 0; column < runs; column += TLanes.Count)"))
        {
            string begin = plan.Vectors.EndsOnce ? "column = 0" : "";
            using (writer.Block($"for ({begin}; {(BeforeWhole is { } condition ? condition + " && " : "")}column <= whole; column += TLanes.Count)"))
            {
                if (prefetchesGradients)
                    PrintGradientPrefetch();
                writer.Line($"TPlacement.PrefetchTargetAhead(ref row{phase}, {Text.Times(Width.Stride, "column")}, {Text.Times(Width.Stride, "TLanes.Count")});");
                PrintVector(phase, above, inside: true);
            }
            using (writer.Block("if (column < runs)"))
                PrintVector(phase, above, inside: false);
        }
        if (!plan.Vectors.LeavesColumns)
            return;
        using (writer.Indented($"for (column = {Text.Times(Width.Stride, "outputs")}; column < width; column++)"))
            writer.Line($"Cs::Unsafe.Add(ref row{phase}, column) = 0{kernel.Spec.Element.Suffix};");
    }

    private void PrintGradientPrefetch()
    {
        writer.Line("TPlacement.PrefetchAhead(ref gradients0, column, TLanes.Count);");
        if (text.HasRecords)
            writer.Line($"TPlacement.PrefetchAhead(ref {text.Records}0, column, TLanes.Count);");
    }

    /// <summary>Whether a vector begins behind the row's first windows, as an expression; null where every vector does.</summary>
    private string? BeforeWhole => Loaded.Min() < 0 ? $"column >= {-Loaded.Min()}" : null;

    private void PrintVector(int phase, int above, bool inside)
    {
        var places = (from number in Enumerable.Range(0, above) from window in Windows select (Number: number, Window: window)).ToList();
        if (!inside && !plan.Vectors.SharesMasks)
        {
            foreach (int window in Loaded)
                writer.Line($"var inside{Place(window)} = TLanes.Inside(column{Text.Signed(window)}, outputs);");
        }
        PrintStores(phase, text.HasRecords ? Selected(phase, places, inside) : Shared(places, inside), inside);
    }

    private void PrintLoad(int number, int window, bool inside) => writer.Line(inside
        ? $"var {Gradient(number, window)} = TLanes.Load(ref gradients{number}, column{Text.Signed(window)});"
        : $"var {Gradient(number, window)} = TLanes.LoadInside(ref gradients{number}, column{Text.Signed(window)}, outputs, inside{Place(window)});");

    private string?[] Selected(int phase, List<(int Number, int Window)> places, bool inside)
    {
        string?[] sums = new string?[Width.Stride];
        foreach (int number in places.Select(place => place.Number).Distinct())
        {
            if (plan.Vectors.CarriesWindow)
            {
                PrintWindow(number, 0, inside);
                foreach (string what in (string[])["gradient", text.Records])
                    PrintCarry($"{what}{number}", Letter(-1), Letter(0), Carried(what, number), inside);
            }
            foreach (int window in Windows)
            {
                if (!plan.Vectors.CarriesWindow || window > 0)
                    PrintWindow(number, window, inside);
                foreach (TapColumn tap in plan.Columns.Where(tap => tap.Window == window))
                {
                    string name = $"sum{StrideText.Name(Width.Stride, tap.Phase)}";
                    int tapNumber = (phase + number * Height.Stride) * Width.Kernel + tap.Column;
                    writer.Line($"{(sums[tap.Phase] is null ? "var " : "")}{name} = {text.Add(sums[tap.Phase], Record(number, window), $"{tapNumber}", Gradient(number, window))};");
                    sums[tap.Phase] = name;
                }
            }
        }
        return sums;
    }

    /// <summary>The gradients of a vector of windows, and their records.</summary>
    private void PrintWindow(int number, int window, bool inside)
    {
        PrintLoad(number, window, inside);
        writer.Line($"var {Record(number, window)} = TLanes.LoadTaps(ref {text.Records}{number}, column{Text.Signed(window)});");
    }

    /// <summary>What belongs to the windows before: the last of the vector before, and all but the last of this one.</summary>
    private void PrintCarry(string name, string before, string own, string carried, bool inside)
    {
        writer.Line($"var {name}{before} = TLanes.ShiftIn({carried}, {name}{own});");
        if (inside || !plan.Vectors.EndsOnce)
            writer.Line($"{carried} = {name}{own};");
    }

    /// <summary>Rows of windows add up first: each of their columns gives the same to all its taps.</summary>
    private string?[] Shared(List<(int Number, int Window)> places, bool inside)
    {
        string?[] sums = new string?[Width.Stride];
        if (plan.Vectors.CarriesWindow)
        {
            PrintShare(places, 0, inside);
            PrintCarry("share", $"{Place(-1)}", $"{Place(0)}", "carriedShare", inside);
        }
        foreach (int window in Windows)
        {
            if (!plan.Vectors.CarriesWindow || window > 0)
                PrintShare(places, window, inside);
            foreach (TapColumn tap in plan.Columns.Where(tap => tap.Window == window))
            {
                string name = $"sum{StrideText.Name(Width.Stride, tap.Phase)}";
                writer.Line(sums[tap.Phase] is null ? $"var {name} = share{Place(window)};" : $"{name} = TLanes.Add({name}, share{Place(window)});");
                sums[tap.Phase] = name;
            }
        }
        return sums;
    }

    /// <summary>What each tap of a vector of window columns has.</summary>
    private void PrintShare(List<(int Number, int Window)> places, int window, bool inside)
    {
        string? shared = null;
        foreach (int number in places.Where(place => place.Window == window).Select(place => place.Number))
        {
            PrintLoad(number, window, inside);
            string gradient = text.CountsTaps ? $"TLanes.Multiply({Gradient(number, window)}, rowShare{number})" : Gradient(number, window);
            shared = shared is null ? gradient : $"TLanes.Add({shared}, {gradient})";
        }
        string share = text.CountsTaps ? $"TLanes.Load(ref columnShares, column{Text.Signed(window)})" : "share";
        writer.Line($"var share{Place(window)} = TLanes.Multiply({shared}, {share});");
    }

    /// <summary>The columns of a vector of runs, phases interleaved.</summary>
    private void PrintStores(int phase, string?[] sums, bool inside)
    {
        IReadOnlyList<string> parts = StrideText.Together(writer, [.. sums.Select(sum => sum ?? "TLanes.Zero")]);
        string at = Text.Times(Width.Stride, "column");
        for (int part = 0; part < parts.Count; part++)
        {
            string place = part == 0 ? at : $"{at} + {Text.Times(part, "TLanes.Count")}";
            writer.Line(inside
                ? $"TPlacement.Store<TLanes, TVector, {Element}>({parts[part]}, ref row{phase}, {place});"
                : $"Rt::RowAccess.StoreEnd<TLanes, TVector, TPlacement, {Element}>({parts[part]}, ref row{phase}, {place}, width, inputEnd - line);");
        }
    }

    private string Gradient(int number, int window) => $"gradient{number}{Letter(window)}";

    private string Record(int number, int window) => $"{text.Records}{number}{Letter(window)}";

    private string Letter(int window) => $"{(char)('A' + Place(window))}";

    private int Place(int window) => Array.IndexOf(Windows, window);
}
