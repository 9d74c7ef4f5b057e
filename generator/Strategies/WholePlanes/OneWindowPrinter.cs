using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.WholePlanes;

/// <summary>Prints what leaves planes with more than one window to the kernel of another strategy.</summary>
/// <param name="writer">Where the code goes.</param>
/// <param name="spec">What is computed.</param>
/// <param name="otherwise">How planes with more windows are computed; null where there are none.</param>
internal sealed class OneWindowPrinter(CodeWriter writer, PoolingSpec spec, PassPlan? otherwise)
{
    /// <summary>The kernel of others, null where there are none.</summary>
    public string? Others => otherwise is null ? null : KernelFrame.Runnable(otherwise, spec.Element);

    /// <summary>What holds for planes of one window, and where there are others too, for these.</summary>
    public string Otherwise(string own, string others) => Others is null ? own : $"OneWindow(geometry) ? {own} : {others}";

    /// <summary>The units of a call.</summary>
    public string Units => Otherwise(spec.Layout == TensorLayout.ChannelsLast ? "geometry.Batch" : "geometry.Planes", $"{Others}.Units(geometry)");

    /// <summary>The test, and the entry of the kernel.</summary>
    /// <param name="method">The method that takes planes of one window.</param>
    public void Print(string method)
    {
        writer.Line("\n/// <summary>Whether a window covers the whole plane.</summary>");
        writer.Line("private static bool OneWindow(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    geometry.Height.InputExtent == {spec.Axes[0].Kernel} && geometry.Width.InputExtent == {spec.Axes[1].Kernel};");
        writer.Line();
        using (KernelFrame.Run(writer, spec.Element))
        {
            using (writer.Indented("if (!OneWindow(geometry))"))
                writer.Line(KernelFrame.RunOf(Others!, spec.Element.Keyword, "begin", "end"));
            using (writer.Indented("else"))
                writer.Line($"{method}<TLanes, TVector>(operands, geometry, begin, end);");
        }
    }
}
