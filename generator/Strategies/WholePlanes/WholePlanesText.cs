using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Strategies.WholePlanes;

/// <summary>Pieces of code that both layouts share.</summary>
internal static class WholePlanesText
{
    /// <summary>The method that takes planes with one window: the kernel's entry, where there are no others.</summary>
    public static IDisposable Method(CodeWriter writer, PoolingSpec spec, WholePlanesPlan plan, string name) => plan.Otherwise is null
        ? KernelFrame.Run(writer, spec.Element)
        : KernelFrame.HotMethod(
            writer,
            spec.Element,
            $"private static void {name}<TLanes, TVector>(in Rt::PoolingOperands<{spec.Element.Keyword}> operands, in Rt::PoolingGeometry geometry, int begin, int end)");

    /// <summary>One over the divisor.</summary>
    public static string Scale(PoolingSpec spec, WholePlanesPlan plan) =>
        $"1{spec.Element.Suffix} / {(plan.Divisor == 0 ? "geometry.InputPlane" : $"{plan.Divisor}{spec.Element.Suffix}")}";

    /// <summary>What becomes of a plane's combined value.</summary>
    public static string Result(WholePlanesPlan plan, string value) =>
        plan.Divides ? $"TLanes.Multiply({value}, scale)" : value;
}
