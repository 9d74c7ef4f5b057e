using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.WholePlanes;

namespace PoolGen.Generator.Strategies.PlaneWinners;

/// <summary>Training passes of maxima and minima whose window turns out to cover its plane, where records name rows and columns.</summary>
internal sealed class PlaneWinnersStrategy : Strategy<PlaneWinnersPlan>
{
    // Channels first, the winners of a plane are the bits of one number.
    private const int MostTapsOfPlanes = 64;

    // Channels last, of a column of taps: loaded, added to what is checked, compared and counted among the winners; then its row is compared with others.
    private const int CallsPerColumn = 7;
    private const int CallsOfRow = 20;

    // Channels first, the same of a row; then lanes are joined.
    private const int CallsPerRow = 6;
    private const int CallsAcross = 20;

    public override PlaneWinnersPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool isChannelsLast = spec.Layout == TensorLayout.ChannelsLast;
        if (pass is not (PoolingPass.ForwardSeparable or PoolingPass.BackwardSeparable) || !WholePlanesStrategy.MayCover(spec) || (!isChannelsLast && spec.Taps > MostTapsOfPlanes))
            return null;

        PassPlan otherwise = StrategyRegistry.PlanBehind(this, spec, reduction, pass);
        return new(
            pass,
            Math.Max(isChannelsLast ? CallsPerColumn * spec.Width.Kernel + CallsOfRow : CallsPerRow * spec.Height.Kernel + CallsAcross, otherwise.LaneCalls),
            $"a window that covers its plane shares nothing with others; {otherwise.Why}",
            RowLanes.For(spec.Width.Kernel),
            otherwise with { KernelSuffix = "Windows" });
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, PlaneWinnersPlan plan)
    {
        new PlaneWinnersPrinter(writer, kernel, plan).Print();
        writer.Line();
        StrategyRegistry.Print(writer, kernel, plan.Otherwise);
    }
}
