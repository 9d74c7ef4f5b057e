using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ScatteredWinners;

/// <summary>Gradients of planes with few windows, or windows of many taps: an element is far more often in a window than it wins one.</summary>
internal sealed class ScatteredWinnersStrategy : Strategy<ScatteredWinnersPlan>
{
    // Elements for each window: looking up a winner takes as long as a vector of sums.
    private const int LeastElements = 4;

    public override ScatteredWinnersPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool serves = pass is PoolingPass.BackwardTaps or PoolingPass.BackwardWinners && spec.Layout == TensorLayout.ChannelsFirst;
        int elements = spec.Axes.Aggregate(1, (product, axis) => product * axis.Stride);
        return serves && (elements >= LeastElements || ScatteringPlan.HasManyTaps(spec))
            ? new(pass, "windows are few or have many taps: most elements of one receive nothing, and its winner is looked up")
            : null;
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, ScatteredWinnersPlan plan) =>
        new ScatteredWinnersPrinter(writer, kernel, plan).Print();
}
