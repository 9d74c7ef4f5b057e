using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Separable;

namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>Prints what serves a narrow plane as a run of elements: the columns of all of its rows, then the rows of all of its windows.</summary>
internal sealed class FlatForwardPrinter(CodeWriter writer, KernelPlan kernel, SeparableStripsPlan plan)
{
    private readonly WinnersPrinter _winners = new(writer, kernel);

    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    private SeparableAxis Height => plan.Height;

    private SeparableAxis Width => plan.Width;

    public void Print()
    {
        writer.Line($"\npublic static int WidestFlat => {plan.WidestFlat}; // percent of a vector: narrower planes are runs of elements");
        writer.Line($"\npublic static {Element} Identity => {kernel.Reduction.Identity};");
        writer.Line("\npublic static int RecordBytes => Cs::Unsafe.SizeOf<TRecord>();");
        PrintColumns();
        PrintRows();
        new FlatPairPrinter(writer, kernel, plan).Print();
    }

    private void PrintColumns()
    {
        writer.Line("\n/// <summary>The columns of a plane as a run: what a tap would take from the row beside is hidden.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"public static bool FlatColumns<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::FlatPlanes flat, nint source, nint place)"))
        {
            writer.Line($"ref {Element} input = ref operands.Input;");
            writer.Line($"ref {Element} scratch = ref operands.Scratch;");
            writer.Line("ref TRecord columns = ref operands.ScratchRecords<TRecord>(flat.Columns);");
            writer.Line("nint width = flat.Width, plane = flat.Plane, kept = flat.Kept + place;");
            writer.Line($"nint {string.Join(", ", Enumerable.Range(0, Width.Kernel).Where(tap => tap != Width.Lead).Select(tap => $"mask{tap} = flat.Mask({tap})"))};");
            writer.Line($"var identity = TLanes.Broadcast({kernel.Reduction.Identity});");
            writer.Line("var sum = TLanes.Zero;");
            writer.Line("nint column = 0, step = TLanes.Count % width;");
            using (writer.Block("for (nint at = 0; at < plane; at += TLanes.Count)"))
            {
                for (int tap = 0; tap < Width.Kernel; tap++)
                {
                    string load = $"TLanes.Load(ref input, source + at{Text.Signed(tap - Width.Lead)})";
                    writer.Line($"var tap{tap} = {(tap == Width.Lead ? load : $"TLanes.Select(TLanes.Load(ref scratch, mask{tap} + column), {load}, identity)")};");
                }
                writer.Line($"sum = TLanes.Add(sum, tap{Width.Lead});");
                writer.Line("TVector won;");
                _winners.PrintNumbers([.. Enumerable.Range(0, Width.Kernel).Select(tap => $"tap{tap}")], Height.Kernel, null);
                writer.Line($"TLanes.Store({Noun}, ref scratch, kept + at);");
                writer.Line("TLanes.StoreTaps(won, ref columns, place + at);");
                writer.Line("column = column + step < width ? column + step : column + step - width;");
                writer.Line("TPlacement.PrefetchAhead(ref input, source + at, TLanes.Count);");
            }
            writer.Line("TLanes.Store(identity, ref scratch, kept + plane); // where the last vector hung over");
            writer.Line($"return {_winners.AreNumbers("sum")};");
        }
    }

    private void PrintRows()
    {
        writer.Line("\n/// <summary>The rows of a plane's windows, as a run.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"public static void FlatRows<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::FlatPlanes flat, nint place, nint target)"))
        {
            writer.Line($"ref {Element} scratch = ref operands.Scratch;");
            writer.Line($"ref {Element} output = ref operands.Output;");
            writer.Line("ref TRecord columns = ref operands.ScratchRecords<TRecord>(flat.Columns);");
            writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
            writer.Line("nint width = flat.Width, plane = flat.Plane, kept = flat.Kept + place;");
            using (writer.Block("for (nint next = 0; next < plane; next += TLanes.Count)"))
            {
                writer.Line("nint at = nint.Min(next, plane - TLanes.Count); // the last vector overlaps the one before");
                writer.Line($"nint row = kept + at{Text.Signed(-Height.Lead, "width")};");
                for (int row = 0; row < Height.Kernel; row++)
                    writer.Line($"var row{row} = TLanes.Load(ref scratch, row{Text.Signed(row, "width")});");
                string rows = string.Join(", ", Enumerable.Range(0, Height.Kernel).Select(row => $"row{row}"));
                writer.Line($"var {Noun} = Rows<TLanes, TVector>({rows}, TLanes.LoadTaps(ref columns, place + at), out var won);");
                writer.Line("TLanes.StoreTaps(won, ref records, target + at);");
                writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({Noun}, ref output, target + at);");
                writer.Line("TPlacement.PrefetchTargetAhead(ref records, target + at, TLanes.Count);");
                writer.Line("TPlacement.PrefetchTargetAhead(ref output, target + at, TLanes.Count);");
            }
        }
    }
}
