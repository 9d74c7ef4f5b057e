using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ScatteredWinners;

/// <summary>Gradients of planes with few windows of many taps: an element is far more often in a window than it wins one.</summary>
internal sealed class ScatteredWinnersStrategy : Strategy<ScatteredWinnersPlan>
{
    // Elements for each window: looking up a winner takes as long as a vector of sums.
    private const int LeastElements = 4;

    public override ScatteredWinnersPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool serves = pass is PoolingPass.BackwardTaps or PoolingPass.BackwardWinners && spec.Layout == TensorLayout.ChannelsFirst;
        return serves && spec.Axes.Aggregate(1, (product, axis) => product * axis.Stride) >= LeastElements
            ? new(pass, "there are few windows, whose winners are looked up one by one, and most elements of each receive nothing")
            : null;
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, ScatteredWinnersPlan plan) =>
        new ScatteredWinnersPrinter(writer, kernel, plan).Print();
}
