using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>Prints the method that combines two operands by what is known of them.</summary>
internal static class BetterPrinter
{
    public static void Print(CodeWriter writer, KernelPlan kernel, LargeWindowsText text)
    {
        writer.Line($"\n/// <summary>The {text.Better.ToLowerInvariant()} of two, which may be NaN unless they are known to be numbers.</summary>");
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, $"private static TVector {text.Better}<TLanes, TVector, TValues>(TVector left, TVector right)"))
        {
            writer.Line("return typeof(TValues) == typeof(Rt::Numbers)");
            writer.Line($"    ? TLanes.{kernel.Reduction.CombineNumbers}(left, right)");
            writer.Line($"    : TLanes.{kernel.Reduction.Combine}(left, right);");
        }
    }
}
