using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Direct;

/// <summary>The strategy that serves every valid configuration.</summary>
internal sealed class DirectStrategy : Strategy<DirectPlan>
{
    public override bool ServesDepth => true;

    public override DirectPlan TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        DirectPlanner.Plan(spec, reduction, pass);

    protected override void Print(CodeWriter writer, KernelPlan kernel, DirectPlan plan) =>
        new DirectPrinter(writer, kernel, plan).Print();
}
