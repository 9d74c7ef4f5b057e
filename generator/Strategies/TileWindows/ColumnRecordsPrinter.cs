using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Separable;

namespace PoolGen.Generator.Strategies.TileWindows;

/// <summary>Prints records of winning columns, and of the rows that win in them.</summary>
internal sealed class ColumnRecordsPrinter(CodeWriter writer, KernelPlan kernel, TileWindowsPlan plan) : TileRecords
{
    private const string Later = "behind these columns stand others, which come later";

    public override string Summary => ", and the bits of a column's rows that hold it";

    public override IEnumerable<Placement> Placements => plan.Width.ClipsAtBegin ? [new("inner", "Later", "geometry.Width.PaddingBegin")] : [];

    public override IEnumerable<string> Won => ["won"];

    public override IEnumerable<string> Limit => ["bits"];

    public override void PrintCall(string room) => writer.Line("var layout = Rt::ColumnRecords.Of(geometry);");

    public override void PrintPlane()
    {
        writer.Line("ref TRecord records = ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), plane * layout.Unit);");
        writer.Line("layout.ClearOverhang(ref records);");
    }

    public override void PrintRow()
    {
        writer.Line($"var rowBits = {(plan.Height.Clips ? WinnersPrinter.Inside("taps", 0) : $"TLanes.TapNumber({(1L << plan.Height.Kernel) - 1})")};");
        writer.Line("ref TRecord recordedRows = ref Cs::Unsafe.Add(ref records, row * layout.Row), recordedWindows = ref Cs::Unsafe.Add(ref records, layout.Windows + row * windows);");
    }

    public override void PrintLimit(bool isInside) => writer.Line(isInside ? "bits = rowBits;" : "bits = TLanes.SelectInside(left, width, rowBits);");

    public override void PrintWon(bool isExact)
    {
        for (int tap = 0; tap < plan.Height.Kernel; tap++)
        {
            string exact = $"TLanes.{kernel.Reduction.Winner}(tap{tap}, {kernel.Reduction.Noun}, TLanes.TapNumber({1L << tap}), TLanes.Zero)";
            string bit = (isExact, tap) switch
            {
                (true, 0) => exact,
                (true, _) => $"TLanes.Or(won, {exact})",
                _ => $"TLanes.OrBitIfEqual({(tap == 0 ? "TLanes.Zero" : "won")}, {tap}, tap{tap}, {kernel.Reduction.Noun})",
            };
            writer.Line($"won = {bit};");
        }
    }

    public override void PrintStore()
    {
        writer.Line("won = TLanes.And(won, bits);");
        if (plan.Width.ClipsAtBegin)
            writer.Line($"TLanes.StoreTaps(left < 0 ? TLanes.Permute(won, inner) : won, ref recordedRows, nint.Max(left, 0)); // {Later}");
        else
            writer.Line($"TLanes.StoreTaps(won, ref recordedRows, left); // {Later}");
        writer.Line("ulong columns = ~TLanes.LanesOf(TLanes.SelectTap(won, 0, TLanes.TapNumber(-1)));");
        writer.Line($"Rt::TileLanes.SetColumns(columns, ref recordedWindows, window, windows, {plan.Width.Kernel}, {plan.Width.Stride}, TLanes.Count / {plan.Width.Stride});");
    }

    public override void PrintRest()
    {
        using (writer.Indented("for (; left < width; left += TLanes.Count)"))
            writer.Line("TLanes.StoreTaps(TLanes.Zero, ref recordedRows, left); // no window has these columns");
    }
}
