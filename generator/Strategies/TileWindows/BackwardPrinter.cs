using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.TileWindows;

/// <summary>Prints the backward pass: each column of a vector of windows finds its window's gradient and record, and each of its rows takes the gradient or nothing.</summary>
internal sealed class BackwardPrinter(CodeWriter writer, KernelPlan kernel, TileWindowsPlan plan)
{
    private int Rows => plan.Height.Kernel;

    private int Stride => plan.Width.Stride;

    private string Element => kernel.Spec.Element.Keyword;

    private IEnumerable<int> Taps => Enumerable.Range(0, Rows);

    public void Print()
    {
        writer.Line("\n/// <summary>Planes, the rows between windows first.</summary>");
        using (Method("Planes", ""))
        {
            writer.Line("Rt::TileLanes.ClearRowsBetween(operands, geometry, begin, end);");
            writer.Line("global::System.Span<int> places = stackalloc int[2 * TLanes.Count];");
            writer.Line($"Rt::TileLanes.Windows(places.Slice(0, TLanes.Count), {Stride});");
            writer.Line($"Rt::TileLanes.Bits(places.Slice(TLanes.Count, TLanes.Count), {plan.Width.Kernel}, {Stride});");
            writer.Line("Windows<TLanes, TVector>(operands, geometry, begin, end, ref places[0]);");
        }
        writer.Line("\n/// <summary>Planes, a vector of windows after another. Columns between windows have no bit.</summary>");
        using (Method("Windows", ", ref int places"))
        {
            writer.Line("var rows = geometry.Height;");
            writer.Line("var layout = Rt::ColumnRecords.Of(geometry);");
            writer.Line($"nint width = geometry.Width.InputExtent, windows = geometry.Width.OutputExtent, count = TLanes.Count / {Stride};");
            writer.Line("nint inputs = geometry.InputPlane, outputs = geometry.OutputPlane;");
            writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
            writer.Line("var windowOf = TLanes.LoadTaps(ref places, 0);");
            writer.Line("var bitOf = TLanes.LoadTaps(ref places, TLanes.Count);");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line($"ref {Element} outputGradient = ref Cs::Unsafe.Add(ref operands.OutputGradient, plane * outputs);");
                writer.Line("ref TRecord records = ref Cs::Unsafe.Add(ref operands.Records<TRecord>(), plane * layout.Unit);");
                using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++)"))
                    PrintRow();
            }
        }
    }

    private IDisposable Method(string name, string parameters) => KernelFrame.HotMethod(
        writer,
        kernel.Spec.Element,
        $"private static void {name}<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int begin, int end{parameters})");

    private void PrintRow()
    {
        if (plan.Height.Clips)
            writer.Line("var taps = rows.Taps(row);");
        writer.Line("nint target = plane * inputs + rows.Start(row) * width;");
        writer.Line($"ref {Element} gradients = ref Cs::Unsafe.Add(ref outputGradient, row * windows);");
        writer.Line("ref TRecord recordedRows = ref Cs::Unsafe.Add(ref records, row * layout.Row), recordedWindows = ref Cs::Unsafe.Add(ref records, layout.Windows + row * windows);");
        writer.Line($"nint left = {(plan.Width.ClipsAtBegin ? "-geometry.Width.PaddingBegin" : "0")};");
        using (writer.Block($"for (nint window = 0; left < width; window += count, left += {Text.Times(Stride, "count")})"))
            PrintWindows();
    }

    private void PrintWindows()
    {
        string arguments = $"window, windows, windowOf, {Stride}";
        writer.Line($"var gradient = Rt::TileLanes.GradientsOf<TLanes, TVector, {Element}>(ref gradients, {arguments});");
        writer.Line($"var columns = TLanes.And(Rt::TileLanes.RecordsOf<TLanes, TVector, TRecord, {Element}>(ref recordedWindows, {arguments}), bitOf);");
        writer.Line("gradient = TLanes.Xor(gradient, TLanes.SelectTap(columns, 0, gradient)); // nothing for columns that do not win");
        writer.Line("var won = TLanes.LoadTaps(ref recordedRows, left);");
        string begins = plan.Width.ClipsAtBegin ? "left >= 0 && " : "";
        using (writer.Block($"if ({begins}left + TLanes.Count <= width)"))
        {
            writer.Line("// What is written behind these windows, the next write again.");
            foreach (int tap in Taps)
                PrintTap(tap, $"TLanes.Store(TLanes.SelectBit(won, {tap}, gradient), ref inputGradient, target{Text.Signed(tap, "width")} + left);");
        }
        using (writer.Block("else"))
        {
            writer.Line("var inside = TLanes.Inside(left, width);");
            foreach (int tap in Taps)
                PrintTap(tap, $"TLanes.StoreInside(TLanes.SelectBit(won, {tap}, gradient), ref Cs::Unsafe.Add(ref inputGradient, target{Text.Signed(tap, "width")}), left, width, inside);");
        }
    }

    private void PrintTap(int tap, string store)
    {
        if (!plan.Height.Clips)
        {
            writer.Line(store);
            return;
        }
        using (writer.Indented($"if (taps.Contains({tap}))"))
            writer.Line(store);
    }
}
