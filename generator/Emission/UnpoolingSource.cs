using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emission;

/// <summary>
/// The generated file of a type with <c>[Unpooling]</c>. Where elements go is what indices say, whatever the windows: the runtime has the loops,
/// and the file says how large the output is.
/// </summary>
internal static class UnpoolingSource
{
    private const string Shape = "global::PoolGen.PoolingShape";

    public static string Print(TargetType target, UnpoolingSpec spec)
    {
        string element = spec.Element.Keyword;
        return GeneratedFile.Print(
            target,
            Remarks(spec),
            ($"global::PoolGen.IUnpooling<{element}>", $"global::PoolGen.IUnpoolingLayer<{element}>"),
            hasKernels: false,
            writer =>
            {
                PrintShapes(writer, spec);
                PrintOperations(writer, element);
                if (target.Form == TargetForm.Class)
                    LayerPrinter.Print(writer, target, spec);
            });
    }

    /// <summary>The output extent of an axis as a formula of its input extent.</summary>
    public static string Formula(AxisSpec axis) =>
        (axis.Stride == 1 ? "n" : $"{axis.Stride} n") + Text.Signed(axis.Kernel - axis.Stride - axis.PaddingBegin - axis.PaddingEnd);

    private static IEnumerable<string> Remarks(UnpoolingSpec spec)
    {
        yield return "/// <remarks>";
        yield return $"/// <para>Max unpooling of <c>{spec.Element.Name}</c>, {WindowText.TensorAxes(spec.Layout, spec.Rank)}, {WindowText.Windows(spec.Axes)}.</para>";
        yield return "/// <para>Output extents, where a call does not give its shape:</para>";
        yield return "/// <code>";
        foreach ((string name, AxisSpec axis) in NamedAxes.Of(spec))
            yield return $"/// {name.ToLowerInvariant() + ":",-7} {Formula(axis)}";
        yield return "/// </code>";
        yield return "/// <para>Forward: each element goes to its index in the output's plane, and zeros to all others; of several with one index the last is kept.</para>";
        yield return "/// <para>Backward: each element's gradient is the output's at its index, and zero where the index is -1.</para>";
        yield return "/// </remarks>";
    }

    private static void PrintShapes(CodeWriter writer, UnpoolingSpec spec)
    {
        string axes = AxisPrinter.Print(writer, NamedAxes.Of(spec));
        writer.Line($"private static Rt::UnpoolingGeometry Geometry({Shape} inputShape, {Shape} outputShape) =>");
        writer.Line($"    Rt::UnpoolingGeometry.Create(inputShape, outputShape, global::PoolGen.TensorLayout.{spec.Layout}{axes});");
        Document(writer, $"OutputShape({Shape})");
        writer.Line($"public static {Shape} OutputShape({Shape} inputShape) => Geometry(inputShape, default).OutputShape;");
    }

    private static void PrintOperations(CodeWriter writer, string element)
    {
        (string read, string write) = ($"global::System.ReadOnlySpan<{element}>", $"global::System.Span<{element}>");
        Operation("Forward", $"{read} input", $"{write} output", "input, indices, output");
        Operation("Backward", $"{read} outputGradient", $"{write} inputGradient", "outputGradient, indices, inputGradient");

        void Operation(string name, string source, string target, string arguments)
        {
            Document(writer, name);
            writer.Line($"public static void {name}({source}, global::System.ReadOnlySpan<int> indices, {target}, {Shape} inputShape, {Shape} outputShape = default, {MemberPrinter.Parallel}) =>");
            writer.Line($"    Rt::UnpoolingDriver.{name}({arguments}, Geometry(inputShape, outputShape), parallel);");
        }
    }

    private static void Document(CodeWriter writer, string member) => writer.Line($"\n/// <inheritdoc cref=\"global::PoolGen.IUnpooling{{T}}.{member}\"/>");
}
