using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>Sweeps along rows of tensors with channels innermost.</summary>
internal sealed class RollingPixelsStrategy : Strategy<RollingPixelsPlan>
{
    public override RollingPixelsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        RollingPixelsPlanner.Plan(spec, reduction, pass);

    protected override void Print(CodeWriter writer, KernelPlan kernel, RollingPixelsPlan plan) =>
        new RollingPixelsPrinter(writer, kernel, plan).Print();
}
