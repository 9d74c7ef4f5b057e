using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>What the parts of a sweep's code call the same things.</summary>
/// <param name="kernel">The plan of the type.</param>
/// <param name="plan">The plan of the pass.</param>
/// <param name="checksForNaN">Whether the methods take taps for numbers, and ask for NaN afterwards.</param>
internal sealed class SweepText(KernelPlan kernel, RollingStripsPlan plan, bool checksForNaN)
{
    public string Element => kernel.Spec.Element.Keyword;

    // Backward, the gradient of the output is the source.
    private string SourceExtent => plan.OverGradient ? "OutputExtent" : "InputExtent";

    private string TargetExtent => plan.OverGradient ? "InputExtent" : "OutputExtent";

    public string SourceWidth => $"geometry.Width.{SourceExtent}";

    public string TargetWidth => $"geometry.Width.{TargetExtent}";

    /// <summary>Whether divisors are the taps inside the input.</summary>
    public bool CountsTaps => plan.Scale == StripScale.TapCount;

    /// <summary>Whether rows are multiplied with shares when they are loaded, because they are gradients of windows whose divisors differ.</summary>
    public bool ScalesRows => CountsTaps && plan.OverGradient;

    /// <summary>Where the shares of the columns lie in the scratch memory.</summary>
    public string ColumnShares => SourceWidth;

    /// <summary>Where the shares of the rows lie in the scratch memory.</summary>
    public string RowShares => $"{SourceWidth} + geometry.Width.OutputExtent";

    /// <summary>The parameters of a group's method.</summary>
    public string Parameters => $"in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int column, int begin, int end";

    public string Identity => $"TLanes.Broadcast({kernel.Reduction.Identity})";

    /// <summary>The rows that a step finds in registers.</summary>
    public int KeptRows => plan.Height.Kernel - 1;

    /// <summary>The source rows above the first step.</summary>
    public int FirstRows => KeptRows - plan.Height.Lead;

    public string Combine(string left, string right) => checksForNaN
        ? ExtremeText.Of(kernel.Reduction, left, right)
        : $"TLanes.{kernel.Reduction.Combine}({left}, {right})";

    /// <summary>The last of the type parameters of methods that combine taps: what is known of them, where that makes a difference.</summary>
    public string Values => checksForNaN ? ", TValues" : "";

    /// <summary>The argument for it of those that take taps for numbers.</summary>
    public string Numbers => checksForNaN ? ", Rt::Numbers" : "";

    public string Reciprocal(int divisor) => kernel.Spec.Element.Reciprocal(divisor);

    /// <summary>The locals that every method of a strip begins with.</summary>
    public IEnumerable<string> Locals
    {
        get
        {
            yield return $"nint sourceWidth = {SourceWidth}, targetWidth = {TargetWidth};";
            yield return $"int sourceRows = geometry.Height.{SourceExtent}, targetRows = geometry.Height.{TargetExtent};";
            yield return $"nint sourcePlane = geometry.{(plan.OverGradient ? "OutputPlane" : "InputPlane")}, targetPlane = geometry.{(plan.OverGradient ? "InputPlane" : "OutputPlane")};";
            if (CountsTaps)
            {
                yield return $"ref {Element} columnShares = ref Cs::Unsafe.Add(ref operands.Scratch, {ColumnShares});";
                yield return $"ref {Element} rowShares = ref Cs::Unsafe.Add(ref operands.Scratch, {RowShares});";
            }
            yield return $"var identity = {Identity};";
            if (plan.Scale == StripScale.Constant)
                yield return $"var scale = TLanes.Broadcast({Reciprocal(plan.Divisor)});";
        }
    }

    /// <summary>The statements that prepare the shares, where there are any.</summary>
    public IEnumerable<string> FillShares
    {
        get
        {
            if (!CountsTaps)
                yield break;
            yield return $"Rt::TapShares.Fill(ref Cs::Unsafe.Add(ref operands.Scratch, {ColumnShares}), geometry.Width, padding: false);";
            yield return $"Rt::TapShares.Fill(ref Cs::Unsafe.Add(ref operands.Scratch, {RowShares}), geometry.Height, padding: false);";
        }
    }

    /// <summary>The row that groups of strips take for rows beyond the source.</summary>
    public string Outside => $"ref {Element} outside = ref operands.Scratch; // the row of identities";

    /// <summary>The locals that a plane begins with.</summary>
    public IEnumerable<string> PlaneLocals
    {
        get
        {
            (string source, string target) = plan.OverGradient ? ("OutputGradient", "InputGradient") : ("Input", "Output");
            yield return $"ref {Element} source = ref Cs::Unsafe.Add(ref operands.{source}, plane * sourcePlane);";
            yield return $"ref {Element} target = ref Cs::Unsafe.Add(ref operands.{target}, plane * targetPlane);";
        }
    }

    /// <summary>A reference to a source row.</summary>
    public static string RowInside(string number)
    {
        string factor = number.Contains(' ') ? $"({number}) * " : number == "1" ? "" : $"{number} * ";
        return $"ref Cs::Unsafe.Add(ref source, {factor}sourceWidth)";
    }

    /// <summary>A reference to a source row, or to the identities.</summary>
    public static string Row(string number) => $"ref ({number} < sourceRows ? {RowInside(number)} : ref outside)";

    /// <summary>The share of a source row, as a local's value; a row of identities needs none.</summary>
    public static string RowShare(string number) => $"TLanes.Broadcast({number} < sourceRows ? Cs::Unsafe.Add(ref rowShares, {number}) : 0)";

    /// <summary>The arguments that the combination of a row takes beside the row and the column.</summary>
    public string ShareArguments => ScalesRows ? ", ref columnShares, rowShare" : "";

    /// <summary>The store of a vector of results.</summary>
    public string Store => $"TPlacement.Store<TLanes, TVector, {Element}>";

    /// <summary>A plane's sum, which is NaN if it holds one, with a vector of its taps, or begun.</summary>
    public static string Sum(string taps, bool begins = false) => begins ? $"var sum = {taps}; // NaN if the plane has one" : $"sum = TLanes.Add(sum, {taps});";

    /// <summary>At the end of a plane whose taps were taken for numbers: the same method again, if they were not.</summary>
    /// <param name="writer">Where the code goes.</param>
    /// <param name="method">The method, with the first of its type arguments.</param>
    /// <param name="more">The last arguments.</param>
    public void PrintOtherValues(CodeWriter writer, string method, string more = "")
    {
        if (!checksForNaN)
            return;
        using (writer.Indented("if (typeof(TValues) == typeof(Rt::Numbers) && TLanes.HasNaN(sum))"))
            writer.Line($"{method}, Rt::AnyValues>(operands, geometry, column, plane, plane + 1{more});");
    }

    /// <summary>What becomes of a window's combined value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="columnShare">The shares of the strip's columns.</param>
    /// <param name="rowShare">The share of the row.</param>
    public string Result(string value, string columnShare, string rowShare)
    {
        if (plan.Scale == StripScale.Constant)
            return $"TLanes.Multiply({value}, scale)";
        if (CountsTaps && !plan.OverGradient)
            return $"TLanes.Multiply(TLanes.Multiply({value}, {columnShare}), {rowShare})";
        return kernel.Reduction.NaNIsEmpty ? $"NumberOrIdentity<TLanes, TVector>({value})" : value;
    }
}
