using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>
/// Prints the step from a window's combined taps to its value, where there is one. Where divisors differ between windows, they are made of what
/// a column and a row have of them, from scratch memory: no vector of windows is another's exception.
/// </summary>
internal sealed class RowFinishPrinter(CodeWriter writer, KernelPlan kernel, DeinterleavedRowsPlan plan, RowText text)
{
    private readonly QuotientText _quotient = new(kernel.Spec, plan.Division);

    private PoolingSpec Spec => kernel.Spec;

    private string Noun => kernel.Reduction.Noun;

    private string Element => Spec.Element.Keyword;

    /// <summary>The scratch memory of the divisors: of columns up to a whole vector, of rows.</summary>
    public void PrintScratchLength()
    {
        if (!plan.CountsTaps)
            return;
        writer.Line($"\n/// <summary>The {(_quotient.Divides ? "counts" : "shares")} of columns and of rows.</summary>");
        writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => checked((geometry.Width.OutputExtent + Rt::StripWidth.Widest<{Element}>() + geometry.Height.OutputExtent) * sizeof({Element}));");
    }

    /// <summary>The divisors of a call.</summary>
    public void PrintDivisors()
    {
        if (!plan.CountsTaps)
            return;
        writer.Line($"ref {Element} {_quotient.Columns} = ref operands.Scratch;");
        writer.Line(_quotient.Fill(_quotient.Columns, "geometry.Width"));
        if (!Spec.Axes[0].Clips)
            return;
        writer.Line($"ref {Element} {_quotient.Rows} = ref Cs::Unsafe.Add(ref {_quotient.Columns}, outputs + Rt::StripWidth.Widest<{Element}>());");
        writer.Line(_quotient.Fill(_quotient.Rows, "geometry.Height"));
    }

    /// <summary>A row of windows' part of their divisors.</summary>
    public void PrintRowDivisor()
    {
        if (!plan.CountsTaps)
            return;
        string whole = _quotient.Divides ? $"{Spec.Axes[0].Kernel}" : Spec.Element.Reciprocal(Spec.Axes[0].Kernel);
        writer.Line($"var {_quotient.Row} = TLanes.Broadcast({(Spec.Axes[0].Clips ? $"Cs::Unsafe.Add(ref {_quotient.Rows}, row)" : whole)});");
    }

    /// <summary>The value of a vector of windows.</summary>
    public void PrintValue()
    {
        if (plan.CountsTaps)
            writer.Line($"{Noun} = {_quotient.Of(Noun, $"TLanes.Load(ref {_quotient.Columns}, column)", _quotient.Row)};");
        else if (text.NeedsFinish)
            writer.Line($"{Noun} = Finish<TLanes, TVector>({Noun});");
    }

    /// <summary>The method that makes a value of combined taps, where one is called.</summary>
    public void PrintMethod()
    {
        if (!text.NeedsFinish || plan.CountsTaps)
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
