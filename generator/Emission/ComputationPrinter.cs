using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Emission;

/// <summary>
/// The kernels of a pass as the driver's type arguments: a generated kernel by itself, or inside those of the runtime that run it over planes
/// as runs of elements, make a norm of its sums, or convert to the type that it computes in and back.
/// </summary>
internal static class ComputationPrinter
{
    /// <summary>The class of the kernels in a wider type.</summary>
    public const string Widened = "Widened";

    /// <summary>The kernel of a pass, as a type.</summary>
    /// <param name="kernel">The plan of the type.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="record">The type of a record of winners, where the pass has them.</param>
    public static string Kernel(KernelPlan kernel, PoolingPass pass, string record)
    {
        string type = Kernel(kernel, kernel[pass], "Kernels", record);
        return kernel[pass].Widened is { } widened
            ? $"Rt::WidenedForward<{type}, {Kernel(kernel, widened, $"Kernels.{Widened}", record)}, {kernel.Spec.Element.Keyword}>"
            : type;
    }

    private static string Kernel(KernelPlan kernel, PassPlan plan, string kernels, string record)
    {
        ElementType element = kernel.Spec.Element;
        (PoolingPass pass, ComputationPlan? computation) = (plan.Pass, plan.Computation);
        ElementType computed = computation?.Spec.Element ?? element;
        string type = (kernel.Spec.Norm, pass) switch
        {
            (null, _) => KernelFrame.Runnable(plan, $"{kernels}.{KernelFrame.Name(pass, record)}", computed),
            (_, PoolingPass.Forward) => $"Rt::NormForward<Kernels.Forward, Kernels.Norm, {computed.Keyword}>",
            _ => $"Rt::NormBackward<Kernels.Forward, Kernels.Backward, Kernels.Norm, {computed.Keyword}>",
        };
        if (plan.SharesGradients)
            type = $"Rt::SharedBackward<{type}, Rt::{Winners(pass)}<{record}>, {computed.Keyword}>";
        if (computation is not { Conversion: { } conversion })
            return type;
        string conversions = $"{conversion}, {computed.Keyword}, {element.Keyword}";
        return computation.DividesSums
            ? $"Rt::ConvertedAverage<{type}, Kernels.Divisor, {conversions}>"
            : $"Rt::Converted{(pass.IsForward() ? "Forward" : "Backward")}<{type}, {Records(pass, record)}, {conversions}>";
    }

    /// <summary>Types beside the kernels: the order of a norm, the divisor of averages.</summary>
    /// <returns>Whether there are some.</returns>
    public static bool PrintTypes(CodeWriter writer, KernelPlan kernel)
    {
        if (kernel.Spec.Norm is { } order)
        {
            writer.Line("/// <summary>The order of the norm: the kernels below sum up powers of it.</summary>");
            using (writer.Block("internal readonly struct Norm : Rt::INorm"))
                writer.Line($"public static double Order => {Text.Number(order)};");
            return true;
        }
        if (kernel[PoolingPass.Forward].Computation is { DividesSums: true })
        {
            writer.Line("/// <summary>What divides the sum of a window; an empty one's is divided by 1.</summary>");
            using (writer.Block("internal readonly struct Divisor : Rt::IWindowDivisor"))
                writer.Line($"public static int Of(Rt::TapRange rows, Rt::TapRange columns) => {DivisorOf(kernel.Spec.Divisor)};");
            return true;
        }
        return false;
    }

    private static string DivisorOf(Divisor divisor) => divisor.Kind switch
    {
        DivisorKind.Fixed => $"{divisor.Value}",
        DivisorKind.PaddedTaps => "global::System.Math.Max(1, rows.PaddedCount * columns.PaddedCount)",
        _ => "global::System.Math.Max(1, rows.Count * columns.Count)",
    };

    private static string Winners(PoolingPass pass) => pass switch
    {
        PoolingPass.BackwardSeparable => "SeparableWinners",
        PoolingPass.BackwardColumns => "ColumnWinners",
        _ => "BitWinners",
    };

    private static string Records(PoolingPass pass, string record) => pass.HasRecord() ? $"Rt::RecordBytes<{RecordTypes(pass, record)}>" : "Rt::NoRecords";

    /// <summary>The types that say how the records of a pass lie, where they do not lie as the outputs do, and what one is.</summary>
    public static string RecordTypes(PoolingPass pass, string record) => pass switch
    {
        PoolingPass.ForwardSeparable or PoolingPass.BackwardSeparable => $"Rt::SeparableRecordLayout, {record}",
        PoolingPass.ForwardColumns or PoolingPass.BackwardColumns => $"Rt::ColumnRecordLayout, {record}",
        _ => record,
    };
}
