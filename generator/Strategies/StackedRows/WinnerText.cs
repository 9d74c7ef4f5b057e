using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.StackedRows;

/// <summary>The operations on records of winners: tap numbers or bits, which know of rows before they know of columns.</summary>
internal sealed class WinnerText(KernelPlan kernel, PoolingPass pass)
{
    // No tap: above every number where the lowest is looked for, as a float below one, which compares like the integer that it is made of.
    private const string NoneOfFirst = "1 << 30";
    private const string BelowNone = "1 << 29";

    private readonly ReductionPlan _reduction = kernel.Reduction;

    public bool Records => pass.HasRecord();

    /// <summary>Whether a record is a tap number, not bits.</summary>
    public bool IsTap => pass == PoolingPass.ForwardTaps;

    /// <summary>Whether the last of several winners counts.</summary>
    public bool IsLast => kernel.Spec.Ties == TieRule.Last;

    /// <summary>What the generated code calls a record.</summary>
    public string Noun => IsTap ? "best" : "won";

    /// <summary>The parameter that the records are stored to.</summary>
    public string Target => IsTap ? "taps" : "winners";

    /// <summary>The record of what has no winner, as a number.</summary>
    public string NoneNumber => !IsTap ? "0" : IsLast ? $"-({NoneOfFirst})" : NoneOfFirst;

    /// <summary>The record of what has no winner.</summary>
    public string None => IsTap ? $"TLanes.TapNumber({NoneNumber})" : "TLanes.Zero";

    /// <summary>What stands for taps outside the input: where NaN never wins it is the best candidate for nothing.</summary>
    public string Fill => _reduction.NaNIsEmpty ? $"{kernel.Spec.Element.Keyword}.NaN" : _reduction.Identity;

    /// <summary>A record of rows as one of taps that lie further on.</summary>
    public string Advance(string record, int by) => by == 0 ? record : IsTap ? $"TLanes.AddToTaps({record}, {by})" : $"TLanes.ShiftBits({record}, {by})";

    /// <summary>A candidate's record where it has the extreme, else none.</summary>
    public string Candidate(string value, string record) =>
        $"TLanes.{_reduction.Winner}({value}, {_reduction.Noun}, {record}, {(IsTap ? "noTap" : "TLanes.Zero")})";

    /// <summary>Two candidates' records together.</summary>
    public string Join(string left, string right) => $"TLanes.{(!IsTap ? "Or" : IsLast ? "MaxTaps" : "MinTaps")}({left}, {right})";

    /// <summary>A window's record as it is stored, with -1 for no tap.</summary>
    public string Stored(string record) => !IsTap ? record
        : IsLast ? $"TLanes.MaxTaps({record}, TLanes.TapNumber(-1))"
        : $"TLanes.SelectAbove({record}, TLanes.TapNumber({BelowNone}), TLanes.TapNumber(-1), {record})";
}
