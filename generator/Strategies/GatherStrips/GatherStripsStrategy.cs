using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.GatherStrips;

/// <summary>Gradients of planes whose rows of windows are neighbours, gathered in strips: every element of the input gradient is written once.</summary>
internal sealed class GatherStripsStrategy : Strategy<GatherStripsPlan>
{
    public override GatherStripsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        GatherStripsPlanner.Plan(spec, reduction, pass);

    protected override void Print(CodeWriter writer, KernelPlan kernel, GatherStripsPlan plan) =>
        new GatherStripsPrinter(writer, kernel, plan).Print();
}
