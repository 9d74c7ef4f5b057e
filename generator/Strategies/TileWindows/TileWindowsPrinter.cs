using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.TileWindows;

/// <summary>Prints the kernel, which leaves vectors that do not hold a window to the kernel of another strategy.</summary>
internal sealed class TileWindowsPrinter(CodeWriter writer, KernelPlan kernel, TileWindowsPlan plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    public void Print()
    {
        string others = KernelFrame.Runnable(plan.Otherwise, kernel.Spec.Element);
        string most = plan.MostInPart is { } windows ? $"{windows}" : "int.MaxValue";
        string extent = $"Rt::TileLanes.Extent<{Element}>(geometry, {plan.Width.Stride}, {most}) is > 0 and var extent ? extent : {others}.VectorExtent(geometry)";
        bool isForward = plan.Pass.IsForward();
        using (KernelFrame.Struct(writer, kernel, plan, extent, rowExtent: isForward ? "geometry.Width.OutputExtent" : null))
        {
            writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => Rt::PoolingDriver.ScratchLength<{others}, {Element}>(geometry);");
            writer.Line();
            using (isForward ? KernelFrame.PlacedRun(writer, kernel.Spec.Element) : KernelFrame.Run(writer, kernel.Spec.Element))
            {
                using (writer.Indented($"if (Rt::TileLanes.Hold(TLanes.Count, geometry, {plan.Width.Stride}, {most}))"))
                    writer.Line($"Planes<TLanes, TVector{(isForward ? ", TPlacement" : "")}>(operands, geometry, begin, end);");
                using (writer.Indented("else"))
                    writer.Line(KernelFrame.RunOf(others, Element, "begin", "end"));
            }
            if (isForward)
                new ForwardPrinter(writer, kernel, plan).Print();
            else
                new BackwardPrinter(writer, kernel, plan).Print();
        }
    }
}
