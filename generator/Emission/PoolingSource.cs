using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies;

namespace PoolGen.Generator.Emission;

/// <summary>The generated file of a type with <c>[Pooling]</c>.</summary>
internal static class PoolingSource
{
    public static string Print(TargetType target, KernelPlan kernel)
    {
        string element = kernel.Spec.Element.Keyword;
        string statics = kernel.Reduction.HasWinners ? "IIndexedPooling" : "IPooling";
        return GeneratedFile.Print(
            target,
            PlanDescriber.TypeRemarks(kernel),
            ($"global::PoolGen.{statics}<{element}>", $"global::PoolGen.IPoolingLayer<{element}>"),
            hasKernels: true,
            writer =>
            {
                new MemberPrinter(writer, kernel).Print();
                if (target.Form == TargetForm.Class)
                    LayerPrinter.Print(writer, target, kernel.Spec);
                PrintKernels(writer, kernel);
            });
    }

    private static void PrintKernels(CodeWriter writer, KernelPlan kernel)
    {
        writer.Line("\n/// <summary>The kernels of each pass, written once for every vector width.</summary>");
        using (writer.Block("private static class Kernels"))
        {
            MemberPrinter.PrintGeometries(writer, kernel);
            bool first = !ComputationPrinter.PrintTypes(writer, kernel);
            foreach (var pass in kernel.Passes)
            {
                if (!first)
                    writer.Line();
                first = false;
                StrategyRegistry.Print(writer, kernel.ComputedAs(pass), pass);
            }
            foreach (var widened in kernel.WidenedPasses)
                PrintWidened(writer, kernel, widened);
        }
    }

    private static void PrintWidened(CodeWriter writer, KernelPlan kernel, PassPlan widened)
    {
        KernelPlan wider = kernel.ComputedAs(widened);
        writer.Line($"\n/// <summary>The kernel for planes whose rows fill no vector of <c>{kernel.Spec.Element.Name}</c>, in <c>{wider.Spec.Element.Name}</c>.</summary>");
        using (writer.Block($"internal static class {ComputationPrinter.Widened}"))
            StrategyRegistry.Print(writer, wider, widened);
    }
}
