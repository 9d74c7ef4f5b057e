using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SeparableRows;

/// <summary>Windows over tensors with channels innermost, rows first and columns then.</summary>
internal sealed class SeparableRowsStrategy : Strategy<SeparableRowsPlan>
{
    public override SeparableRowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        SeparableRowsPlanner.Plan(spec, reduction, pass);

    protected override void Print(CodeWriter writer, KernelPlan kernel, SeparableRowsPlan plan) =>
        new SeparableRowsPrinter(writer, kernel, plan).Print();
}
