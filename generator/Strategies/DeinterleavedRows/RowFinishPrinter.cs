using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>
/// Prints the step from a window's combined taps to its value, where there is one. Where divisors differ between windows, what a window's taps
/// have of it is a share of its column times one of its row, from scratch memory: no vector of windows is another's exception.
/// </summary>
internal sealed class RowFinishPrinter(CodeWriter writer, KernelPlan kernel, RowText text)
{
    private const string ColumnShares = "columnShares";
    private const string RowShares = "rowShares";

    private PoolingSpec Spec => kernel.Spec;

    private string Noun => kernel.Reduction.Noun;

    private string Element => Spec.Element.Keyword;

    /// <summary>The scratch memory of the shares: those of columns up to a whole vector, those of rows.</summary>
    public void PrintScratchLength()
    {
        if (!text.CountsTaps)
            return;
        writer.Line("\n/// <summary>The shares of columns and of rows.</summary>");
        writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => checked((geometry.Width.OutputExtent + Rt::StripWidth.Widest<{Element}>() + geometry.Height.OutputExtent) * sizeof({Element}));");
    }

    /// <summary>The shares of a call.</summary>
    public void PrintShares()
    {
        if (!text.CountsTaps)
            return;
        string padding = Spec.Divisor.Kind == DivisorKind.PaddedTaps ? "true" : "false";
        writer.Line($"ref {Element} {ColumnShares} = ref operands.Scratch;");
        writer.Line($"Rt::TapShares.Fill(ref {ColumnShares}, geometry.Width, padding: {padding});");
        if (!Spec.Axes[0].Clips)
            return;
        writer.Line($"ref {Element} {RowShares} = ref Cs::Unsafe.Add(ref {ColumnShares}, outputs + Rt::StripWidth.Widest<{Element}>());");
        writer.Line($"Rt::TapShares.Fill(ref {RowShares}, geometry.Height, padding: {padding});");
    }

    /// <summary>The share of a row of windows.</summary>
    public void PrintRowShare()
    {
        if (text.CountsTaps)
            writer.Line($"var rowShare = TLanes.Broadcast({(Spec.Axes[0].Clips ? $"Cs::Unsafe.Add(ref {RowShares}, row)" : Spec.Element.Reciprocal(Spec.Axes[0].Kernel))});");
    }

    /// <summary>The value of a vector of windows.</summary>
    public void PrintValue()
    {
        if (text.CountsTaps)
            writer.Line($"{Noun} = TLanes.Multiply(TLanes.Multiply({Noun}, TLanes.Load(ref {ColumnShares}, column)), rowShare);");
        else if (text.NeedsFinish)
            writer.Line($"{Noun} = Finish<TLanes, TVector>({Noun});");
    }

    /// <summary>The method that makes a value of combined taps, where one is called.</summary>
    public void PrintMethod()
    {
        if (!text.NeedsFinish || text.CountsTaps)
            return;
        writer.Line("\n/// <summary>The value of a window from its combined taps.</summary>");
        using (KernelFrame.InlinedMethod(writer, Spec.Element, $"private static TVector Finish<TLanes, TVector>(TVector {Noun})"))
        {
            writer.Line(kernel.Reduction.NaNIsEmpty
                ? $"return TLanes.SelectEqual({Noun}, {Noun}, {Noun}, TLanes.Broadcast({kernel.Reduction.Identity}));"
                : $"return TLanes.Multiply({Noun}, TLanes.Broadcast({Spec.Element.Reciprocal(Spec.WholeDivisor)}));");
        }
    }
}
