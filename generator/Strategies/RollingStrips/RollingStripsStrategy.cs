using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>Windows at distance 1: rows are combined once and stay in registers while later windows need them.</summary>
internal sealed class RollingStripsStrategy : Strategy<RollingStripsPlan>
{
    public override RollingStripsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        RollingStripsPlanner.Plan(spec, reduction, pass);

    protected override void Print(CodeWriter writer, KernelPlan kernel, RollingStripsPlan plan) =>
        new RollingStripsPrinter(writer, kernel, plan).Print();
}
