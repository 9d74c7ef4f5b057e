using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.TileWindows;

/// <summary>Maxima and minima of planes whose windows do not overlap.</summary>
internal sealed class TileWindowsStrategy : Strategy<TileWindowsPlan>
{
    // Of a row: loaded (at the ends of rows, by other operations), added to what is checked, joined and compared; the exact operations are another method.
    private const int CallsPerRow = 5, CallsOfWindow = 30;

    // Where windows fill less than three quarters of a vector: of 9x9 windows, rows of 7 take 0.9 of what other means take forward, and rows of 14 1.3 times as
    // long (.NET 10, Zen 4, 16 lanes). A step of training that leaves every winner is faster in any row.
    private const int MostInPart = 7;

    public override TileWindowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        int calls = CallsPerRow * spec.Height.Kernel + CallsOfWindow;
        if (!TiledWindows.In(spec) || !Serves(spec, reduction, pass) || calls > PassPlan.LaneCallBudget)
            return null;

        PassPlan otherwise = StrategyRegistry.PlanBehind(this, spec, reduction, pass);
        return new(
            pass,
            Math.Max(calls, otherwise.LaneCalls),
            $"windows that do not overlap lie side by side in a vector, with all of their columns; where none holds a window, {otherwise.Why}",
            spec.Height,
            spec.Width,
            otherwise with { KernelSuffix = "Narrow", Scattering = null }) // the runtime asks the kernel of the pass only
        {
            Scattering = pass == PoolingPass.BackwardColumns ? ScatteringPlan.ForTiles(spec) : null,
            MostInPart = pass.IsForward() ? MostInPart : null,
        };
    }

    private static bool Serves(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) => pass switch
    {
        PoolingPass.Forward => reduction.HasWinners && TiledWindows.AreWide(spec),
        PoolingPass.ForwardTaps => spec.Ties is TieRule.First or TieRule.Last && TiledWindows.AreWide(spec),
        PoolingPass.ForwardColumns or PoolingPass.BackwardColumns => spec.Ties is TieRule.All or TieRule.Split,
        _ => false,
    };

    protected override void Print(CodeWriter writer, KernelPlan kernel, TileWindowsPlan plan)
    {
        new TileWindowsPrinter(writer, kernel, plan).Print();
        writer.Line();
        StrategyRegistry.Print(writer, kernel, plan.Otherwise);
    }
}
