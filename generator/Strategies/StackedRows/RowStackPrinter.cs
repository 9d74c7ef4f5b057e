using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.StackedRows;

/// <summary>A row that is combined with others.</summary>
/// <param name="Name">The local that refers to its first element: <c>row01</c>.</param>
/// <param name="Address">Its index from the origin.</param>
/// <param name="Inside">The condition that it lies inside the input, or null where it always does.</param>
/// <param name="Number">The number of its first tap in the window.</param>
internal sealed record StackedRow(string Name, string Address, string? Inside, int Number);

/// <summary>Prints methods that combine rows into one, a vector of columns at a time.</summary>
internal sealed class RowStackPrinter(CodeWriter writer, KernelPlan kernel, WinnerText winners)
{
    private readonly ReductionPlan _reduction = kernel.Reduction;

    private ElementType Element => kernel.Spec.Element;

    private string Noun => _reduction.Noun;

    /// <summary>Rows of the input, whose ends are clipped.</summary>
    /// <param name="name">The method.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="steps">The parameters beside those that every such method has.</param>
    /// <param name="rows">The rows in the order of taps.</param>
    /// <param name="start">The number of the first tap inside the input, or the last one, where rows may lie outside.</param>
    public void PrintOfInput(string name, string summary, string steps, IReadOnlyList<StackedRow> rows, string? start)
    {
        Method(name, summary, $"ref {Element.Keyword} input, ref {Element.Keyword} none, nint first, {steps}int length", () =>
        {
            PrintAddresses(rows, "input");
            if (winners.IsTap)
                writer.Line($"var start = TLanes.TapNumber({start ?? $"{(winners.IsLast ? rows[rows.Count - 1] : rows[0]).Number}"});");
            else if (winners.Records && rows.Any(row => row.Inside is not null))
                PrintInside(rows);
            writer.Line("int at = 0;");
            using (writer.Block("for (; at <= length - TLanes.Count; at += TLanes.Count)"))
                PrintVector(rows, row => $"TLanes.Load(ref {row.Name}, at)", winners.Noun);
            using (writer.Block("if (at < length)"))
            {
                writer.Line("// What the last vector writes behind the row is what stands there.");
                writer.Line($"var outside = TLanes.Broadcast({winners.Fill});");
                PrintVector(
                    rows,
                    row => $"TLanes.LoadClipped(ref {row.Name}, at, length, outside)",
                    $"TLanes.SelectInsideStrided(at, 1, length, {winners.Noun}, {winners.None})");
            }
        });
    }

    /// <summary>Rows in scratch memory, whose records know of slices already.</summary>
    public void PrintOfScratch(string name, string summary, string steps, IReadOnlyList<StackedRow> rows)
    {
        Method(name, summary, $"ref {Element.Keyword} shared, ref {Element.Keyword} none, {steps}int length", () =>
        {
            PrintAddresses(rows, "shared");
            if (winners.IsTap)
                writer.Line($"var noTap = {winners.None};");
            using (writer.Block("for (int at = 0; at < length; at += TLanes.Count)"))
            {
                foreach (StackedRow row in rows)
                    writer.Line($"var {Tap(row)} = TLanes.Load(ref {row.Name}, at);");
                PrintExtreme(rows.Select(Tap));
                if (winners.Records)
                {
                    for (int i = 0; i < rows.Count; i++)
                    {
                        string record = winners.Advance($"TLanes.Load(ref {rows[i].Name}, at + records)", rows[i].Number);
                        string candidate = winners.Candidate(Tap(rows[i]), record);
                        writer.Line(i == 0 ? $"var {winners.Noun} = {candidate};" : $"{winners.Noun} = {winners.Join(winners.Noun, candidate)};");
                    }
                    writer.Line($"TLanes.Store({winners.Noun}, ref target, at + records);");
                }
                writer.Line($"TLanes.Store({Noun}, ref target, at);");
            }
        });
    }

    private void Method(string name, string summary, string parameters, Action print)
    {
        string records = winners.Records ? ", int records" : "";
        writer.Line($"\n/// <summary>{summary}</summary>");
        using (KernelFrame.HotMethod(writer, Element, $"private static void {name}<TLanes, TVector>({parameters}, ref {Element.Keyword} target{records})"))
            print();
    }

    private void PrintAddresses(IEnumerable<StackedRow> rows, string origin)
    {
        foreach (StackedRow row in rows)
        {
            writer.Line(row.Inside is null
                ? $"ref {Element.Keyword} {row.Name} = ref Cs::Unsafe.Add(ref {origin}, {row.Address});"
                : $"ref {Element.Keyword} {row.Name} = ref Rt::RowBuffers.RowOr(ref {origin}, {row.Address}, {row.Inside}, ref none);");
        }
    }

    /// <summary>The bits of rows that lie inside the input: the row that stands for those outside equals an extreme of identities.</summary>
    private void PrintInside(IEnumerable<StackedRow> rows)
    {
        writer.Line("int bits = 0; // of rows inside the input: a row of identities equals an extreme that is one");
        foreach (StackedRow row in rows)
        {
            using (writer.Indented($"if ({row.Inside})"))
                writer.Line($"bits |= 1 << {row.Number};");
        }
        writer.Line("var inside = TLanes.TapNumber(bits);");
    }

    private void PrintVector(IReadOnlyList<StackedRow> rows, Func<StackedRow, string> load, string record)
    {
        if (!winners.Records)
        {
            PrintExtreme(rows.Select(load));
        }
        else if (winners.IsTap)
        {
            // Only a better row replaces what came before it, so that the walk begins with the row that the tie rule prefers.
            StackedRow[] walk = [.. winners.IsLast ? rows.Reverse() : rows];
            writer.Line($"var {Noun} = {load(walk[0])};");
            writer.Line("var best = start;");
            foreach (StackedRow row in walk.Skip(1))
            {
                writer.Line($"var {Tap(row)} = {load(row)};");
                writer.Line($"best = TLanes.{_reduction.Better}({Tap(row)}, {Noun}, TLanes.TapNumber({row.Number}), best);");
                writer.Line($"{Noun} = TLanes.{_reduction.Combine}({Noun}, {Tap(row)});");
            }
        }
        else
        {
            foreach (StackedRow row in rows)
                writer.Line($"var {Tap(row)} = {load(row)};");
            PrintExtreme(rows.Select(Tap));
            for (int i = 0; i < rows.Count; i++)
            {
                string candidate = winners.Candidate(Tap(rows[i]), $"TLanes.TapNumber(1 << {rows[i].Number})");
                writer.Line(i == 0 ? $"var won = {candidate};" : $"won = TLanes.Or(won, {candidate});");
            }
            if (rows.Any(row => row.Inside is not null))
                writer.Line("won = TLanes.And(won, inside);");
        }
        writer.Line($"TLanes.Store({Noun}, ref target, at);");
        if (winners.Records)
            writer.Line($"TLanes.Store({record}, ref target, at + records);");
    }

    private void PrintExtreme(IEnumerable<string> values)
    {
        bool first = true;
        foreach (string value in values)
        {
            writer.Line(first ? $"var {Noun} = {value};" : $"{Noun} = TLanes.{_reduction.Combine}({Noun}, {value});");
            first = false;
        }
    }

    private static string Tap(StackedRow row) => row.Name.Replace("row", "tap").Replace("slice", "tap");
}
