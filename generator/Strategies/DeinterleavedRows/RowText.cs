using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>The expressions that printers of deinterleaved rows share.</summary>
internal sealed class RowText(KernelPlan kernel, DeinterleavedRowsPlan plan)
{
    private PoolingSpec Spec => kernel.Spec;

    /// <summary>The comment on rows that take the place of rows outside.</summary>
    public const string ReplacementNote = "// A row outside the input is replaced by the nearest inside: no window misses that one, and its taps compete twice.";

    /// <summary>What the generated code calls the records.</summary>
    public string Records => plan.Record == WinnerRecord.Bits ? "winners" : "taps";

    /// <summary>What the generated code calls one record.</summary>
    public string Record => plan.Record == WinnerRecord.Bits ? "bits" : "tap";

    /// <summary>What takes the place of a column outside the input: it wins nowhere, and where NaN is empty, it leaves an empty window recognisable.</summary>
    public string Fill => kernel.Reduction.NaNIsEmpty ? $"{Spec.Element.Keyword}.NaN" : kernel.Reduction.Identity;

    /// <summary>The record of a column outside the input: it loses to every other.</summary>
    public string NoRecord => plan.Record switch
    {
        WinnerRecord.FirstTap => "TLanes.TapNumber(int.MaxValue / 2)",
        WinnerRecord.LastTap => "TLanes.TapNumber(int.MinValue / 2)",
        _ => "TLanes.Zero",
    };

    /// <summary>Whether a mask hides rows outside the input, because doubling the nearest would count.</summary>
    public bool HidesRows => !kernel.Reduction.HasWinners && Spec.Axes[0].Clips;

    /// <summary>Whether a window's combined taps are not yet its value.</summary>
    public bool NeedsFinish => plan.Record == WinnerRecord.None && (!kernel.Reduction.HasWinners || kernel.Reduction.NaNIsEmpty);

    /// <summary>
    /// Whether NaN is looked for, and found, apart from the maxima: a row that has one is searched tap by tap, so that maxima of numbers
    /// suffice for the others, which are most.
    /// </summary>
    public bool ChecksForNaN => plan.Record != WinnerRecord.None && !kernel.Reduction.NaNIsEmpty;

    /// <summary>Two values of a vector of windows combined.</summary>
    public string CombineVectors(string left, string right) => ChecksForNaN ? $"TLanes.{kernel.Reduction.CombineNumbers}({left}, {right})" : Combine(left, right);

    /// <summary>Two values combined.</summary>
    public string Combine(string left, string right) => $"TLanes.{kernel.Reduction.Combine}({left}, {right})";

    /// <summary>A load from a row, hidden where the row is outside.</summary>
    public string Hidden(string load, int row) => HidesRows ? $"TLanes.And({load}, inside{row})" : load;

    /// <summary>The numbers or bits of each row's first tap, where winners are recorded.</summary>
    public IEnumerable<string> NumbersOfRows(Func<int, string> firstTap, bool declares)
    {
        for (int row = 0; plan.Record != WinnerRecord.None && row < Spec.Axes[0].Kernel; row++)
        {
            string number = firstTap(row);
            string value = plan.Record == WinnerRecord.Bits ? $"1 << {(number.Contains(' ') ? $"({number})" : number)}" : number;
            yield return $"{(declares ? "var " : "")}{Record}Of{row} = TLanes.TapNumber({value});";
        }
    }

    /// <summary>The number of a row's first tap, where the row of windows lies inside its plane.</summary>
    public string FirstTap(int row) => $"{row * Spec.Axes[1].Kernel}";

    /// <summary>
    /// The assignments that make the record of a column from its rows: of those equal to the column's extreme, the first or last, or all.
    /// </summary>
    public IEnumerable<string> RecordOfRows(string name, string extreme, Func<int, string> row)
    {
        string Of(int number) => $"{Record}Of{number}";
        string Selected(int number, string others) => $"{(others == name ? "" : "var ")}{name} = TLanes.SelectEqual({row(number)}, {extreme}, {Of(number)}, {others});";
        int rows = Spec.Axes[0].Kernel;
        if (rows == 1 && plan.Record != WinnerRecord.Bits)
            yield return $"var {name} = {Of(0)};";
        switch (plan.Record)
        {
            case WinnerRecord.FirstTap:
                for (int number = rows - 2; number >= 0; number--)
                    yield return Selected(number, number == rows - 2 ? Of(rows - 1) : name);
                break;
            case WinnerRecord.LastTap:
                for (int number = 1; number < rows; number++)
                    yield return Selected(number, number == 1 ? Of(0) : name);
                break;
            case WinnerRecord.Bits:
                yield return $"var {name} = TLanes.SelectEqual({row(0)}, {extreme}, {Of(0)}, TLanes.Zero);";
                for (int number = 1; number < rows; number++)
                    yield return $"{name} = TLanes.SelectEqual({row(number)}, {extreme}, TLanes.Or({name}, {Of(number)}), {name});";
                break;
        }
    }

    /// <summary>The record of a column's tap.</summary>
    public string RecordOfColumn(string record, int tap) => tap == 0 ? record : plan.Record == WinnerRecord.Bits
        ? $"TLanes.ShiftBits({record}, {tap})"
        : $"TLanes.AddToTaps({record}, {tap})";

    /// <summary>The search for the winners of a row of windows, tap by tap: one row of some windows, or two rows some outputs apart.</summary>
    public string Search(string count, bool ofPair = false)
    {
        string rule = (plan.Record == WinnerRecord.Bits ? "" : $"last: {(plan.Record == WinnerRecord.LastTap ? "true" : "false")}, ")
            + $"ignoreNaN: {(kernel.Reduction.NaNIsEmpty ? "true" : "false")}, {kernel.Reduction.Identity}";
        string noun = plan.Record == WinnerRecord.Bits ? "Winners" : "Taps";
        return $"Rt::WindowSearch.{noun}{(ofPair ? "OfPair" : "")}<TRecord, {Spec.Element.Keyword}>(operands, geometry, target, {count}, {rule});";
    }

    /// <summary>The better of two records.</summary>
    public string Better(string left, string right) => plan.Record switch
    {
        WinnerRecord.FirstTap => $"TLanes.MinTaps({left}, {right})",
        WinnerRecord.LastTap => $"TLanes.MaxTaps({left}, {right})",
        _ => $"TLanes.Or({left}, {right})",
    };
}
