using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>Columns of windows at distances of 2 to 4, the common ways to shrink an image: forward passes.</summary>
internal sealed class DeinterleavedRowsStrategy : Strategy<DeinterleavedRowsPlan>
{
    public override DeinterleavedRowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        DeinterleavedRowsPlanner.Plan(spec, reduction, pass);

    protected override void Print(CodeWriter writer, KernelPlan kernel, DeinterleavedRowsPlan plan) =>
        new DeinterleavedRowsPrinter(writer, kernel, plan).Print();
}
