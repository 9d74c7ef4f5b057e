using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Emission;

/// <summary>
/// The extreme of two operands in methods with a type parameter for the values that there may be: numbers alone, of which one instruction finds it, or
/// any, of which some may be NaN.
/// </summary>
internal static class ExtremeText
{
    /// <summary>The extreme of two, as an expression.</summary>
    public static string Of(ReductionPlan reduction, string left, string right) => $"{Name(reduction)}<TLanes, TVector, TValues>({left}, {right})";

    /// <summary>The method that this calls.</summary>
    public static void PrintMethod(CodeWriter writer, KernelPlan kernel)
    {
        string name = Name(kernel.Reduction);
        writer.Line($"\n/// <summary>The {name.ToLowerInvariant()} of two, which may be NaN unless they are known to be numbers.</summary>");
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, $"private static TVector {name}<TLanes, TVector, TValues>(TVector left, TVector right)"))
        {
            writer.Line("return typeof(TValues) == typeof(Rt::Numbers)");
            writer.Line($"    ? TLanes.{kernel.Reduction.CombineNumbers}(left, right)");
            writer.Line($"    : TLanes.{kernel.Reduction.Combine}(left, right);");
        }
    }

    private static string Name(ReductionPlan reduction) => reduction.IsMaximum ? "Larger" : "Smaller";
}
