using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.TileWindows;

/// <summary>Prints the tap numbers of winners: of each column that of its first winning row, and then of a window's columns the least. The last, where that is the rule.</summary>
internal sealed class TapRecordsPrinter(CodeWriter writer, KernelPlan kernel, TileWindowsPlan plan) : TileRecords
{
    private readonly ReductionPlan _reduction = kernel.Reduction;

    private bool IsFirst => kernel.Spec.Ties == TieRule.First;

    // What loses against every tap number.
    private string None => $"TLanes.TapNumber({(IsFirst ? "int.MaxValue" : "-1")})";

    private IEnumerable<int> Rows => Enumerable.Range(0, plan.Height.Kernel);

    public override string Summary => $", and the number of its {(IsFirst ? "first" : "last")} winner";

    public override IEnumerable<Placement> Placements => [new("columns", "Columns", $"{plan.Width.Stride}")];

    public override IEnumerable<string> Won => ["won"];

    public override IEnumerable<string> Parameters => ["columns", "outside"];

    public override IEnumerable<string> Ranges => plan.Height.Clips ? ["taps"] : [];

    public override IEnumerable<string> Limit => ["outside"];

    public override bool NeedsRoom => true;

    public override void PrintCall(string room)
    {
        writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
        writer.Line($"ref int room = ref Cs::Unsafe.Add(ref places, {room});");
    }

    public override void PrintLimit(bool isInside) => writer.Line(isInside ? "outside = TLanes.Zero;" : $"outside = TLanes.SelectInsideStrided(left, 1, width, TLanes.Zero, {None});");

    public override void PrintWon(bool isExact)
    {
        writer.Line($"won = {None};");
        foreach (int tap in IsFirst ? Rows.Reverse() : Rows)
            writer.Line($"won = TLanes.{(isExact ? _reduction.Winner : "SelectEqual")}(tap{tap}, {_reduction.Noun}, {Number(tap)}, won);");
        writer.Line("won = TLanes.Or(won, outside);");
        foreach (int by in plan.Turns)
            writer.Line($"won = TLanes.{(IsFirst ? "MinTaps" : "MaxTaps")}(won, TLanes.Permute(won, turned{by}));");
        if (isExact && IsFirst && _reduction.NaNIsEmpty)
            writer.Line("won = TLanes.Or(won, TLanes.SelectTap(won, int.MaxValue, TLanes.TapNumber(-1))); // no winner");
    }

    /// <summary>The tap numbers of a row; what stands for a row outside the input has those of the row that it is.</summary>
    private string Number(int tap) => (plan.Height.Clips, tap) switch
    {
        (true, _) => $"TLanes.AddToTaps(columns, {plan.Width.Kernel} * taps.Nearest({tap}))",
        (_, 0) => "columns",
        _ => $"TLanes.AddToTaps(columns, {plan.Width.Kernel * tap})",
    };

    public override void PrintStore() => writer.Line(
        $"Rt::RowAccess.StoreTapsEnd<TLanes, TVector, TRecord, {kernel.Spec.Element.Keyword}>(TLanes.Permute(won, firsts), ref records, target + window, outputEnd, ref room); // likewise");
}
