using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.AdaptiveWindows;
using PoolGen.Generator.Strategies.ColumnWinners;
using PoolGen.Generator.Strategies.ComparedWindows;
using PoolGen.Generator.Strategies.DeinterleavedRows;
using PoolGen.Generator.Strategies.Direct;
using PoolGen.Generator.Strategies.GatherPixels;
using PoolGen.Generator.Strategies.GatherRows;
using PoolGen.Generator.Strategies.GatherStrips;
using PoolGen.Generator.Strategies.LargeWindows;
using PoolGen.Generator.Strategies.PixelWindows;
using PoolGen.Generator.Strategies.PlaneWinners;
using PoolGen.Generator.Strategies.RollingPixels;
using PoolGen.Generator.Strategies.RollingStrips;
using PoolGen.Generator.Strategies.ScatteredWinners;
using PoolGen.Generator.Strategies.SearchedWindows;
using PoolGen.Generator.Strategies.SeparablePixels;
using PoolGen.Generator.Strategies.SeparableRows;
using PoolGen.Generator.Strategies.SeparableStrips;
using PoolGen.Generator.Strategies.StackedRows;
using PoolGen.Generator.Strategies.SummedRows;
using PoolGen.Generator.Strategies.TileWindows;
using PoolGen.Generator.Strategies.WholePlanes;

namespace PoolGen.Generator.Strategies;

/// <summary>The strategies, best first. The first and the fourth serve all adaptive windows, and the last serves every other configuration.</summary>
internal static class StrategyRegistry
{
    private static readonly IStrategy[] s_bestFirst =
    [
        new WholePlanesStrategy(),
        new PlaneWinnersStrategy(),
        new TileWindowsStrategy(),
        new AdaptiveWindowsStrategy(),
        new RollingStripsStrategy(),
        new SeparableStripsStrategy(),
        new SeparablePixelsStrategy(),
        new ColumnWinnersStrategy(),
        new DeinterleavedRowsStrategy(),
        new LargeWindowsStrategy(),
        new GatherRowsStrategy(),
        new GatherStripsStrategy(),
        new ScatteredWinnersStrategy(),
        new RollingPixelsStrategy(),
        new SeparableRowsStrategy(),
        new GatherPixelsStrategy(),
        new StackedRowsStrategy(),
        new SummedRowsStrategy(),
        new PixelWindowsStrategy(),
        new ComparedWindowsStrategy(),
        new SearchedWindowsStrategy(),
        new DirectStrategy(),
    ];

    public static PassPlan Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        Plan(s_bestFirst, spec, reduction, pass);

    /// <summary>The plan of a pass by the strategies behind a given one, for shapes that it leaves to them.</summary>
    public static PassPlan PlanBehind(IStrategy strategy, PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        Plan(s_bestFirst.SkipWhile(other => other.GetType() != strategy.GetType()).Skip(1), spec, reduction, pass);

    private static PassPlan Plan(IEnumerable<IStrategy> bestFirst, PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) =>
        bestFirst.Where(strategy => strategy.ServesDepth || !spec.HasDepth)
            .Select(strategy => strategy.TryPlan(spec, reduction, pass)).First(plan => plan is not null)!;

    public static void Print(CodeWriter writer, KernelPlan kernel, PassPlan plan) =>
        _ = s_bestFirst.First(strategy => strategy.TryPrint(writer, kernel, plan));
}
