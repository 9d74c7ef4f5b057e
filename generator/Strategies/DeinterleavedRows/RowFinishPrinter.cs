using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>Prints the step from a window's combined taps to its value, where there is one.</summary>
internal sealed class RowFinishPrinter(CodeWriter writer, KernelPlan kernel, RowText text)
{
    private PoolingSpec Spec => kernel.Spec;

    private AxisSpec Width => Spec.Axes[1];

    private string Noun => kernel.Reduction.Noun;

    private string Suffix => Spec.Element.Suffix;

    private bool CountsPadding => Spec.Divisor.Kind == DivisorKind.PaddedTaps;

    public void Print()
    {
        if (!text.NeedsFinish)
            return;
        string more = text.CountsTaps ? ", int row, nint column, in Rt::PoolingGeometry geometry" : "";
        writer.Line("\n/// <summary>The value of a window from its combined taps.</summary>");
        using (KernelFrame.InlinedMethod(writer, Spec.Element, $"private static TVector Finish<TLanes, TVector>(TVector {Noun}{more})"))
        {
            if (kernel.Reduction.NaNIsEmpty)
            {
                writer.Line($"return TLanes.SelectEqual({Noun}, {Noun}, {Noun}, TLanes.Broadcast({kernel.Reduction.Identity}));");
                return;
            }

            int divisor = Spec.Divisor.Kind == DivisorKind.Fixed ? Spec.Divisor.Value : Spec.Taps;
            string whole = $"return TLanes.Multiply({Noun}, TLanes.Broadcast(1{Suffix} / {divisor}{Suffix}));";
            if (!text.CountsTaps)
            {
                writer.Line(whole);
                return;
            }

            var conditions = new List<string>();
            if (Spec.Axes[0].Clips)
                conditions.Add("row >= geometry.Height.InteriorBegin && row < geometry.Height.InteriorEnd");
            if (Width.Clips)
                conditions.Add("column >= geometry.Width.InteriorBegin && column + TLanes.Count <= geometry.Width.InteriorEnd");
            using (writer.Indented($"if ({string.Join("\n    && ", conditions)})"))
                writer.Line(whole);
            writer.Line($"return FinishClipped<TLanes, TVector>({Noun}, row, column, geometry);");
        }
        if (!text.CountsTaps)
            return;

        PrintFinishClipped();
    }

    private void PrintFinishClipped()
    {
        writer.Line("\n/// <summary>The same where some windows are clipped: the divisor is the number of taps, rows times columns.</summary>");
        using (KernelFrame.EdgeMethod(
            writer, Spec.Element, $"private static TVector FinishClipped<TLanes, TVector>(TVector {Noun}, int row, nint column, in Rt::PoolingGeometry geometry)"))
        {
            writer.Line($"nint first = {Width.Stride} * column{(CountsPadding ? "" : " - geometry.Width.PaddingBegin")};");
            string extent = CountsPadding ? "geometry.Width.PaddingBegin + geometry.Width.InputExtent + geometry.Width.PaddingEnd" : "geometry.Width.InputExtent";
            writer.Line($"nint extent = {extent};");
            writer.Line($"var one = TLanes.Broadcast(1{Suffix});");
            writer.Line("var count = TLanes.Zero;");
            for (int tap = 0; tap < Width.Kernel; tap++)
                writer.Line($"count = TLanes.Add(count, TLanes.SelectInsideStrided(first{Text.Signed(tap)}, {Width.Stride}, extent, one));");
            string rows = CountsPadding ? "PaddedCount" : "Count";
            writer.Line($"return TLanes.Divide({Noun}, TLanes.Multiply(count, TLanes.Broadcast(geometry.Height.Taps(row).{rows})));");
        }
    }
}
