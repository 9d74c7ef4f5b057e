using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.StackedRows;

/// <summary>A row that is combined with others.</summary>
/// <param name="Name">What tells it from the others: <c>01</c>.</param>
/// <param name="Address">Its index from the origin.</param>
/// <param name="Inside">The condition that it lies inside the input, or null where it always does.</param>
/// <param name="Number">The number of its first tap in the window.</param>
internal sealed record StackedRow(string Name, string Address, string? Inside, int Number)
{
    /// <summary>The local that refers to its first element.</summary>
    public string Row => "row" + Name;

    /// <summary>The local that holds some of its elements.</summary>
    public string Tap => "tap" + Name;
}

/// <summary>Prints what combines rows into one, a vector of columns at a time.</summary>
internal sealed class RowStackPrinter(CodeWriter writer, KernelPlan kernel, WinnerText winners)
{
    private readonly ReductionPlan _reduction = kernel.Reduction;

    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => _reduction.Noun;

    /// <summary>Rows of the input.</summary>
    /// <param name="rows">The rows in the order of taps.</param>
    /// <param name="start">The number of the first tap inside the input, or of the last one, where rows may lie outside.</param>
    public void PrintOfInput(IReadOnlyList<StackedRow> rows, string? start)
    {
        PrintAddresses(rows, "input");
        bool clips = rows.Any(row => row.Inside is not null);
        if (winners.IsTap)
            writer.Line($"var start = TLanes.TapNumber({start ?? $"{(winners.IsLast ? rows[rows.Count - 1] : rows[0]).Number}"});");
        else if (winners.Records && clips)
            PrintInside(rows);
        PrintVectors(() =>
        {
            if (!winners.Records)
            {
                PrintExtreme(rows.Select(Load));
            }
            else if (winners.IsTap)
            {
                PrintWalk([.. winners.IsLast ? rows.Reverse() : rows]);
            }
            else
            {
                PrintWinners(rows, row => $"TLanes.TapNumber(1 << {row.Number})");
                if (clips)
                    writer.Line("won = TLanes.And(won, inside);");
            }
        });
    }

    /// <summary>Rows in scratch memory, whose records know of slices already.</summary>
    /// <inheritdoc cref="PrintOfInput"/>
    public void PrintOfScratch(IReadOnlyList<StackedRow> rows)
    {
        PrintAddresses(rows, "shared");
        PrintVectors(() =>
        {
            if (winners.Records)
                PrintWinners(rows, row => winners.Advance($"TLanes.Load(ref {row.Row}, at + records)", row.Number));
            else
                PrintExtreme(rows.Select(Load));
        });
    }

    private static string Load(StackedRow row) => $"TLanes.Load(ref {row.Row}, at)";

    private void PrintAddresses(IEnumerable<StackedRow> rows, string origin)
    {
        foreach (StackedRow row in rows)
        {
            writer.Line(row.Inside is null
                ? $"ref {Element} {row.Row} = ref Cs::Unsafe.Add(ref {origin}, {row.Address});"
                : $"ref {Element} {row.Row} = ref Rt::RowBuffers.RowOr(ref {origin}, {row.Address}, {row.Inside}, ref none);");
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

    private void PrintVectors(Action print)
    {
        using (writer.Block("for (int next = 0; next < length; next += TLanes.Count)"))
        {
            writer.Line("int at = global::System.Math.Min(next, length - TLanes.Count); // the last vector ends with the row");
            print();
            writer.Line($"TLanes.Store({Noun}, ref target, at);");
            if (winners.Records)
                writer.Line($"TLanes.Store({winners.Noun}, ref target, at + records);");
        }
    }

    /// <summary>The extreme and its tap: only a better row replaces what came before it, so that the walk begins with the row that the tie rule prefers.</summary>
    private void PrintWalk(StackedRow[] walk)
    {
        writer.Line($"var {Noun} = {Load(walk[0])};");
        writer.Line("var best = start;");
        foreach (StackedRow row in walk.Skip(1))
        {
            writer.Line($"var {row.Tap} = {Load(row)};");
            writer.Line($"best = TLanes.{_reduction.Better}({row.Tap}, {Noun}, TLanes.TapNumber({row.Number}), best);");
            writer.Line($"{Noun} = TLanes.{_reduction.Combine}({Noun}, {row.Tap});");
        }
    }

    private void PrintWinners(IReadOnlyList<StackedRow> rows, Func<StackedRow, string> record)
    {
        foreach (StackedRow row in rows)
            writer.Line($"var {row.Tap} = {Load(row)};");
        PrintExtreme(rows.Select(row => row.Tap));
        foreach (StackedRow row in rows)
        {
            string candidate = winners.Candidate(row.Tap, record(row));
            writer.Line(row == rows[0] ? $"var {winners.Noun} = {candidate};" : $"{winners.Noun} = {winners.Join(winners.Noun, candidate)};");
        }
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
}
