using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>Windows of many taps, axis by axis and run by run.</summary>
internal sealed class LargeWindowsStrategy : Strategy<LargeWindowsPlan>
{
    public override LargeWindowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        LargeWindowsPlanner.Plan(spec, reduction, pass);

    protected override void Print(CodeWriter writer, KernelPlan kernel, LargeWindowsPlan plan)
    {
        if (plan.TakesPixels)
            new LargePixelsPrinter(writer, kernel, plan).Print();
        else
            new LargeWindowsPrinter(writer, kernel, plan).Print();
    }
}
