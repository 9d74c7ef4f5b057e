using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.FarPixels;

namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>What the methods of a sweep along pixels call things.</summary>
internal sealed class RollingPixelsText(KernelPlan kernel, RollingPixelsPlan plan)
{
    public string Element => Type.Keyword;

    public ElementType Type => kernel.Spec.Element;

    public ReductionPlan Reduction => kernel.Reduction;

    public string Source => plan.OverGradient ? "outputGradient" : "input";

    public string Target => plan.OverGradient ? "inputGradient" : "output";

    // Backward, the gradient of the output is the source.
    public string SourceExtent => plan.OverGradient ? "OutputExtent" : "InputExtent";

    public string TargetExtent => plan.OverGradient ? "InputExtent" : "OutputExtent";

    /// <summary>How far the first window reaches before the source.</summary>
    public string Lead(string axis, PixelAxis size) =>
        plan.OverGradient ? $"({size.Kernel - 1} - {axis}.PaddingBegin)" : $"{axis}.PaddingBegin";

    /// <summary>Where a window begins on an axis.</summary>
    public string Start(string window, string axis, PixelAxis size) =>
        $"{(size.Stride == 1 ? window : $"{window} * {size.Stride}")} - {Lead(axis, size)}";

    /// <summary>The parameters of a method that works on a row of windows, or two, with rows outside replaced: it finds its rows itself.</summary>
    public string RowParameters => $"ref {Element} {Source}, ref {Element} {Target}, in Rt::PoolingGeometry geometry, int row";

    /// <summary>The arguments for <see cref="RowParameters"/>.</summary>
    public string RowArguments => $"ref {Source}, ref {Target}, geometry, row";

    /// <summary>Declares how far apart pixels' columns and rows lie.</summary>
    public void PrintExtents(CodeWriter writer)
    {
        writer.Line("var columns = geometry.Width;");
        writer.Line($"nint channels = geometry.Channels, sourceStep = columns.{SourceExtent} * channels, targetStep = columns.{TargetExtent} * channels;");
    }

    /// <summary>Declares where a sample's source and target begin.</summary>
    public void PrintSample(CodeWriter writer)
    {
        string Plane(string extent) => extent == "InputExtent" ? "InputPlane" : "OutputPlane";
        string Operand(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
        writer.Line($"ref {Element} {Source} = ref Cs::Unsafe.Add(ref operands.{Operand(Source)}, sample * geometry.{Plane(SourceExtent)} * channels);");
        writer.Line($"ref {Element} {Target} = ref Cs::Unsafe.Add(ref operands.{Operand(Target)}, sample * geometry.{Plane(TargetExtent)} * channels);");
    }

    /// <summary>Declares the source rows of a row of windows, or two, and what they are written to.</summary>
    /// <param name="writer">Where the code goes.</param>
    /// <param name="sourceOffset">What is added to where a source row begins, with its sign.</param>
    /// <param name="targetOffset">What is added to where a row of results begins.</param>
    public void PrintRowReferences(CodeWriter writer, string sourceOffset, string targetOffset)
    {
        int count = plan.Height.Kernel + (plan.PairsRows ? 1 : 0), last = count - 1;
        writer.Line($"int top = {Start("row", "geometry.Height", plan.Height)};");
        if (!plan.ReplacesRows)
        {
            writer.Line($"ref {Element} row0 = ref Cs::Unsafe.Add(ref {Source}, top * sourceStep{sourceOffset});");
            for (int row = 1; row < count; row++)
                writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref row{row - 1}, sourceStep);");
            writer.Line($"ref {Element} upper = ref Cs::Unsafe.Add(ref {Target}, row * targetStep{targetOffset});");
            if (plan.PairsRows)
                writer.Line($"ref {Element} lower = ref Cs::Unsafe.Add(ref upper, targetStep);");
            return;
        }

        string At(int row)
        {
            string own = $"top{Text.Signed(row)}";
            return plan.PairsRows && row == last ? $"row + 1 < geometry.Height.{TargetExtent} ? {own} : top" : own;
        }
        for (int row = 0; row < count; row++)
            writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref {Source}, Nearest({At(row)}, geometry) * sourceStep{sourceOffset});");
        writer.Line($"ref {Element} upper = ref Cs::Unsafe.Add(ref {Target}, row * targetStep{targetOffset});");
        if (!plan.PairsRows)
            return;
        writer.Line("// Below the last row stands it again: the same results are written twice.");
        writer.Line($"ref {Element} lower = ref Cs::Unsafe.Add(ref {Target}, global::System.Math.Min(row + 1, geometry.Height.{TargetExtent} - 1) * targetStep{targetOffset});");
    }

    public string Combine(string left, string right) => $"TLanes.{Reduction.Combine}({left}, {right})";

    public string Combine(IEnumerable<string> values) => values.Aggregate(Combine);

    /// <summary>A reciprocal, as a constant.</summary>
    public string Reciprocal(int divisor) => Type.Reciprocal(divisor);

    /// <summary>A number, as a constant.</summary>
    public string Number(int value) => $"{value}{Type.Suffix}";

    /// <summary>The result of a window, from the combination of its taps.</summary>
    public string Result(string value, string share = "share")
    {
        if (plan.Scale != PixelScale.None && !plan.CountsSources)
            return $"TLanes.Multiply({value}, {share})";
        return Reduction.NaNIsEmpty ? $"NumberOrIdentity<TLanes, TVector>({value})" : value;
    }

    /// <summary>Declares what the results of a column of windows are multiplied with.</summary>
    /// <param name="writer">Where the code goes.</param>
    /// <param name="rowShare">One over the rows of the windows.</param>
    /// <param name="inner">One over the taps of those whose columns all lie inside.</param>
    public void PrintCountedShare(CodeWriter writer, string rowShare, string inner) => writer.Line(
        $"var share = TLanes.Broadcast(columns.InteriorBegin <= column && column < columns.InteriorEnd ? {inner} : {rowShare} / global::System.Math.Max(1, columns.Taps(column).{plan.Counted}));");

    public string Store(string result, string row, string index) => $"TPlacement.Store<TLanes, TVector, {Element}>({result}, ref {row}, {index});";

    /// <summary>Prints that a method goes on at vectors that a pixel fills, where it fills none of its own.</summary>
    public void PrintNarrower(CodeWriter writer, string method, string arguments)
    {
        using (writer.Block("if (geometry.Channels < TLanes.Count)"))
        {
            writer.Line($"Rt::PixelLanes.{method}<{KernelFrame.Name(plan)}, TPlacement, {Element}>({arguments}); // at the widest vectors that a pixel fills");
            writer.Line("return;");
        }
        writer.Line();
    }
}
