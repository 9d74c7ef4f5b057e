using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.StackedRows;

/// <summary>Forward passes of volumes, and of planes that no strategy before serves: slices and rows first, columns then.</summary>
internal sealed class StackedRowsStrategy : Strategy<StackedRowsPlan>
{
    public override bool ServesDepth => true;

    public override StackedRowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        StackedRowsPlanner.Plan(spec, reduction, pass);

    protected override void Print(CodeWriter writer, KernelPlan kernel, StackedRowsPlan plan) =>
        new StackedRowsPrinter(writer, kernel, plan).Print();
}
