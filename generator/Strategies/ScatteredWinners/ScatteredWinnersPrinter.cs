using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ScatteredWinners;

/// <summary>Prints scattered winners: which tap won is data, and no window is unrolled, so that the loop is the runtime's.</summary>
internal sealed class ScatteredWinnersPrinter(CodeWriter writer, KernelPlan kernel, ScatteredWinnersPlan plan)
{
    public void Print()
    {
        // Nothing runs in vectors: the forward half of a pass without a workspace is as wide as it can be.
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: "int.MaxValue"))
        {
            ElementType element = kernel.Spec.Element;
            writer.Line("public static int ScratchLength(in Rt::PoolingGeometry geometry) => Rt::ScatteredPlanes.ScratchLength(geometry);");
            writer.Line();
            string add = plan.Pass == PoolingPass.BackwardWinners ? "AddBits" : "AddTaps";
            KernelFrame.RunCall(writer, element, $"Rt::ScatteredPlanes.{add}<TRecord, {element.Keyword}>(operands, geometry, begin, end);");
        }
    }
}
