using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ScatteredWinners;

/// <summary>Gradients of planes with few windows, or windows of many taps: an element is far more often in a window than it wins one.</summary>
internal sealed class ScatteredWinnersStrategy : Strategy<ScatteredWinnersPlan>
{
    // Elements for each window: looking up a winner takes as long as a vector of sums.
    private const int LeastElements = 4;

    // Looking a winner up takes as long whatever the window. Against gathered rows of floats, it takes 0.4 to 0.9 of the time under 4x6 and 5x5 windows,
    // in rows of any width, and as long under 4x4; under windows that are neighbours in a row, 0.4 to 0.9 of it for 3x5 and as long for 3x3
    // (.NET 10, Zen 4, 16 lanes).
    private const int MostGatheredTaps = 16, MostGatheredNeighbours = 12;

    /// <summary>Whether windows have so many taps that records are better looked up than compared with each tap, however near they lie.</summary>
    public static bool HasManyTaps(PoolingSpec spec) => spec.Taps > (spec.Width.Stride == 1 ? MostGatheredNeighbours : MostGatheredTaps);

    public override ScatteredWinnersPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool serves = pass is PoolingPass.BackwardTaps or PoolingPass.BackwardWinners && spec.Layout == TensorLayout.ChannelsFirst;
        int elements = spec.Axes.Aggregate(1, (product, axis) => product * axis.Stride);
        return serves && (elements >= LeastElements || HasManyTaps(spec))
            ? new(pass, "windows are few or have many taps: most elements of one receive nothing, and its winner is looked up")
            : null;
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, ScatteredWinnersPlan plan) =>
        new ScatteredWinnersPrinter(writer, kernel, plan).Print();
}
