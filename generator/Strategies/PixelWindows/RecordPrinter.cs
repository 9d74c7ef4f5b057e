using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.PixelWindows;

/// <summary>
/// Prints how numbers become their extreme with a record of who holds it: the columns of a row, and the rows of a window. Under First
/// and Last the best so far holds it until one beats it; under All and Split every equal one has its bit.
/// </summary>
internal sealed class RecordPrinter(CodeWriter writer, KernelPlan kernel, PixelWindowsPlan plan)
{
    private string Noun => kernel.Reduction.Noun;

    private bool HasBits => plan.Pass == PoolingPass.ForwardWinners;

    private string Record => HasBits ? "won" : "best";

    public void Print()
    {
        (int rows, int columns) = (kernel.Spec.Axes[0].Kernel, kernel.Spec.Axes[1].Kernel);
        string[] taps = Names("tap", columns);
        string numbers = string.Join(", ", Names("number", columns).Select(number => $"int {number}"));
        PrintMethod(
            $"The {Noun} of a row of taps, and {(HasBits ? "the bits of those that hold it" : "the number of the one that holds it")}.",
            $"Columns<TLanes, TVector>({Parameters(taps)}, {numbers}, out TVector {Record})",
            taps,
            column => $"TLanes.TapNumber(number{column})",
            column => $"{Record} = TLanes.OrBitIfEqual({(column == 0 ? "TLanes.Zero" : Record)}, number{column}, {taps[column]}, {Noun});");

        string[] values = Names("row", rows), records = Names(Record, rows);
        PrintMethod(
            $"The {Noun} of a window from those of its rows, and their record.",
            $"Rows<TLanes, TVector>({Parameters(values)}, {Parameters(records)}, out TVector {Record})",
            values,
            row => records[row],
            row => $"{Record} = TLanes.SelectEqual({values[row]}, {Noun}, {(row == 0 ? $"{records[row]}, TLanes.Zero" : $"TLanes.Or({Record}, {records[row]}), {Record}")});");
        if (plan.Far is not null)
            PrintJoined();
    }

    /// <summary>The columns of a window come one after the other: of equal ones, the tap that the rule looks at first may be in either.</summary>
    private void PrintJoined()
    {
        writer.Line($"\n/// <summary>The {Noun} of a window so far and of one more of its columns, and their record.</summary>");
        using (KernelFrame.InlinedMethod(
            writer, kernel.Spec.Element, $"private static TVector Joined<TLanes, TVector>(TVector {Noun}, TVector {Record}, TVector column, TVector columns, out TVector joined)"))
        {
            string both = $"TLanes.{kernel.Reduction.CombineNumbers}({Noun}, column)";
            if (HasBits)
            {
                writer.Line($"var both = {both};");
                writer.Line($"joined = TLanes.OrIfEqual(TLanes.Zero, {Record}, {Noun}, both);");
                writer.Line("joined = TLanes.OrIfEqual(joined, columns, column, both);");
                writer.Line("return both;");
                return;
            }
            string beats = kernel.Reduction.IsMaximum ? $"column, {Noun}" : $"{Noun}, column";
            writer.Line($"joined = TLanes.SelectAbove({beats}, columns, {Record});");
            writer.Line($"joined = TLanes.SelectEqual(column, {Noun}, TLanes.{(kernel.Spec.Ties == TieRule.Last ? "MaxTaps" : "MinTaps")}(columns, {Record}), joined);");
            writer.Line($"return {both};");
        }
    }

    private static string[] Names(string name, int count) => [.. Enumerable.Range(0, count).Select(number => $"{name}{number}")];

    private static string Parameters(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"TVector {name}"));

    private void PrintMethod(string summary, string signature, string[] values, Func<int, string> record, Func<int, string> addBits)
    {
        writer.Line($"\n/// <summary>{summary}</summary>");
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, $"private static TVector {signature}"))
        {
            IEnumerable<int> order = Enumerable.Range(0, values.Length);
            if (!HasBits && kernel.Spec.Ties == TieRule.Last)
                order = order.Reverse();
            int begin = order.First();
            writer.Line($"var {Noun} = {values[begin]};");
            if (!HasBits)
                writer.Line($"{Record} = {record(begin)};");
            foreach (int number in order.Skip(1))
            {
                if (!HasBits)
                {
                    string beats = kernel.Reduction.IsMaximum ? $"{values[number]}, {Noun}" : $"{Noun}, {values[number]}";
                    writer.Line($"{Record} = TLanes.SelectAbove({beats}, {record(number)}, {Record});");
                }
                writer.Line($"{Noun} = TLanes.{kernel.Reduction.CombineNumbers}({Noun}, {values[number]});");
            }
            if (HasBits)
            {
                for (int number = 0; number < values.Length; number++)
                    writer.Line(addBits(number));
            }
            writer.Line($"return {Noun};");
        }
    }
}
