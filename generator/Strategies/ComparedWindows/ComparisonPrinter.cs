using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ComparedWindows;

/// <summary>
/// Prints what both layouts have in common: how taps become an extreme, and how an element takes the gradient of a window that it wins. Methods
/// that compare have a type parameter for the values that there may be, because of numbers alone one instruction does either.
/// </summary>
internal sealed class ComparisonPrinter(CodeWriter writer, KernelPlan kernel)
{
    private string Element => kernel.Spec.Element.Keyword;

    /// <summary>The type arguments of methods that compare, in such a method.</summary>
    public const string Types = "<TLanes, TVector, TValues>";

    /// <summary>The extreme of two, as an expression.</summary>
    public string Extreme(string left, string right) => ExtremeText.Of(kernel.Reduction, left, right);

    /// <summary>A sum, with an addend where a tap holds its window's extreme, as an expression.</summary>
    public static string Add(string sum, string tap, string extreme, string addend) => $"AddIfWon{Types}({sum}, {tap}, {extreme}, {addend})";

    /// <summary>The method that goes through the steps of one comparison.</summary>
    /// <param name="what">What is compared, for the documentation.</param>
    /// <param name="parameters">The parameters behind operands and geometry.</param>
    /// <param name="steps">The methods of the steps, and what they take of the parameters.</param>
    public void PrintCompare(string what, string parameters, IEnumerable<(string Name, string Arguments)> steps)
    {
        writer.Line($"\n/// <summary>{what}</summary>");
        using (Method("void", $"Compare{Types}", parameters))
        {
            foreach (var (name, arguments) in steps)
                writer.Line($"{name}{Types}(operands, geometry, {arguments});");
        }
    }

    /// <summary>How many windows before its own a run of as many columns as windows lie apart may belong to.</summary>
    public int Reach => (kernel.Spec.Width.Kernel - 1) / kernel.Spec.Width.Stride;

    /// <summary>
    /// What a run's columns, <c>tap0</c> and so on, take from a row of windows, from left to right: added to <c>sum0</c> and so on. In scope:
    /// <c>extremes</c> and <c>gradients</c>, and the place of the run's own window in both, <c>at</c>.
    /// </summary>
    /// <param name="before">How far a number of windows lies apart.</param>
    public void PrintWindows(Func<int, string> before)
    {
        (string noun, int kernelColumns, int stride) = (kernel.Reduction.Noun, kernel.Spec.Width.Kernel, kernel.Spec.Width.Stride);
        for (int windows = Reach; windows >= 0; windows--)
        {
            string declaration = windows == Reach ? "var " : "", at = $"at{before(windows)}";
            writer.Line($"{declaration}{noun} = TLanes.Load(ref extremes, {at});");
            writer.Line($"{declaration}gradient = TLanes.Load(ref gradients, {at});");
            for (int phase = 0; phase < stride && windows * stride + phase < kernelColumns; phase++)
                writer.Line($"sum{phase} = {Add($"sum{phase}", $"tap{phase}", noun, "gradient")};");
        }
    }

    /// <summary>The rows of windows that hold a row, from <c>first</c> on and before <c>end</c>, which rise with the row.</summary>
    public void PrintRowsOfWindows(string row)
    {
        using (writer.Indented($"while (first < rows.OutputExtent && rows.End(first) <= {row})"))
            writer.Line("first++;");
        using (writer.Indented($"while (end < rows.OutputExtent && rows.Start(end) <= {row})"))
            writer.Line("end++;");
    }

    public void Print()
    {
        string noun = kernel.Reduction.Noun;
        ExtremeText.PrintMethod(writer, kernel);
        writer.Line($"\n/// <summary>The sum, with an addend where a tap holds the {noun} of its window.</summary>");
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, $"private static TVector AddIfWon{Types}(TVector sum, TVector tap, TVector {noun}, TVector addend)"))
        {
            writer.Line("return typeof(TValues) == typeof(Rt::Numbers)");
            writer.Line($"    ? TLanes.AddIfEqual(sum, tap, {noun}, addend)");
            writer.Line($"    : TLanes.Add(sum, TLanes.{kernel.Reduction.Winner}(tap, {noun}, addend, TLanes.Zero));");
        }
    }

    /// <summary>The signature of a method that works in scratch memory.</summary>
    public IDisposable Method(string result, string name, string parameters) => KernelFrame.HotMethod(
        writer,
        kernel.Spec.Element,
        $"private static {result} {name}(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, {parameters})");
}
