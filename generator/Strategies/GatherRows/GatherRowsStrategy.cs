using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>Gradients of planes, gathered row by row: every element of the input gradient is computed as a sum and written once, in the order of memory.</summary>
internal sealed class GatherRowsStrategy : Strategy<GatherRowsPlan>
{
    public override GatherRowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        GatherRowsPlanner.Plan(spec, reduction, pass);

    protected override void Print(CodeWriter writer, KernelPlan kernel, GatherRowsPlan plan) =>
        new GatherRowsPrinter(writer, kernel, plan, new GradientText(kernel.Spec, plan.Pass)).Print();
}
