using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.DeinterleavedRows;
using PoolGen.Generator.Strategies.Direct;
using PoolGen.Generator.Strategies.GatherPixels;
using PoolGen.Generator.Strategies.GatherRows;
using PoolGen.Generator.Strategies.LargeWindows;
using PoolGen.Generator.Strategies.PairedRows;
using PoolGen.Generator.Strategies.RollingPixels;
using PoolGen.Generator.Strategies.RollingStrips;
using PoolGen.Generator.Strategies.SeparablePixels;
using PoolGen.Generator.Strategies.SeparableRows;
using PoolGen.Generator.Strategies.SeparableStrips;
using PoolGen.Generator.Strategies.WholePlanes;

namespace PoolGen.Generator.Strategies;

/// <summary>The strategies, best first; the last serves every valid configuration.</summary>
internal static class StrategyRegistry
{
    private static readonly IStrategy[] s_bestFirst =
    [
        new WholePlanesStrategy(),
        new RollingStripsStrategy(),
        new SeparableStripsStrategy(),
        new SeparablePixelsStrategy(),
        new DeinterleavedRowsStrategy(),
        new GatherRowsStrategy(),
        new LargeWindowsStrategy(),
        new RollingPixelsStrategy(),
        new SeparableRowsStrategy(),
        new GatherPixelsStrategy(),
        new PairedRowsStrategy(),
        new DirectStrategy(),
    ];

    public static PassPlan Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        s_bestFirst.Select(strategy => strategy.TryPlan(spec, reduction, pass)).First(plan => plan is not null)!;

    /// <summary>The plan of a pass by the strategies behind a given one, for shapes that it leaves to them.</summary>
    public static PassPlan PlanBehind(IStrategy strategy, PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        s_bestFirst.SkipWhile(other => other.GetType() != strategy.GetType()).Skip(1)
            .Select(other => other.TryPlan(spec, reduction, pass)).First(plan => plan is not null)!;

    public static void Print(CodeWriter writer, KernelPlan kernel, PassPlan plan) =>
        _ = s_bestFirst.First(strategy => strategy.TryPrint(writer, kernel, plan));
}
