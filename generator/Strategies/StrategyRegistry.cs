using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.AdaptiveWindows;
using PoolGen.Generator.Strategies.DeinterleavedRows;
using PoolGen.Generator.Strategies.Direct;
using PoolGen.Generator.Strategies.GatherPixels;
using PoolGen.Generator.Strategies.GatherRows;
using PoolGen.Generator.Strategies.LargeWindows;
using PoolGen.Generator.Strategies.RollingPixels;
using PoolGen.Generator.Strategies.RollingStrips;
using PoolGen.Generator.Strategies.SeparablePixels;
using PoolGen.Generator.Strategies.SeparableRows;
using PoolGen.Generator.Strategies.SeparableStrips;
using PoolGen.Generator.Strategies.WholePlanes;

namespace PoolGen.Generator.Strategies;

/// <summary>The strategies of windows with a kernel and those of adaptive windows, best first; the last of each serves every valid configuration.</summary>
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
        new DirectStrategy(),
    ];

    private static readonly IStrategy[] s_adaptive = [new WholePlanesStrategy(), new AdaptiveWindowsStrategy()];

    public static PassPlan Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        (spec.IsAdaptive ? s_adaptive : s_bestFirst).Select(strategy => strategy.TryPlan(spec, reduction, pass)).First(plan => plan is not null)!;

    /// <summary>The plan of a pass by the strategies behind a given one, for shapes that it leaves to them.</summary>
    public static PassPlan PlanBehind(IStrategy strategy, PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        s_bestFirst.SkipWhile(other => other.GetType() != strategy.GetType()).Skip(1)
            .Select(other => other.TryPlan(spec, reduction, pass)).First(plan => plan is not null)!;

    public static void Print(CodeWriter writer, KernelPlan kernel, PassPlan plan) =>
        _ = s_bestFirst.Concat(s_adaptive).First(strategy => strategy.TryPrint(writer, kernel, plan));
}
