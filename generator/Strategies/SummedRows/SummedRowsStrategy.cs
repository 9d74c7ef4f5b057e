using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SummedRows;

/// <summary>
/// Gradients of volumes, and of planes whose windows are dilated or too large to be gathered at once: every element of the input gradient is
/// computed as a sum and written once.
/// </summary>
internal sealed class SummedRowsStrategy : Strategy<SummedRowsPlan>
{
    // The columns of a stride are computed side by side and interleaved.
    private const int MostStride = 4;

    // Sums that a loop over windows keeps: with what is loaded they fit the 16 registers of AVX2.
    private const int MostColumns = 12;

    // Channels last, the windows that hold an element: with fewer it is as fast to add to the element for each.
    private const int LeastWindows = 4;

    public override bool ServesDepth => true;

    public override SummedRowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool serves = pass is PoolingPass.BackwardTaps or PoolingPass.BackwardWinners || (pass == PoolingPass.Backward && !reduction.HasWinners);
        if (!serves || spec.Width.Stride > MostStride || spec.Width.Kernel > MostColumns)
            return null;
        int strides = spec.Axes.Aggregate(1, (product, axis) => product * Math.Min(axis.Stride, axis.Kernel));
        if (spec.Layout == TensorLayout.ChannelsLast && spec.Taps < LeastWindows * strides)
            return null;

        // A masked sum inlines another call; a clipped store beside a whole one for each vector of a stride.
        int gather = (pass.HasRecord() ? 4 * spec.Width.Kernel : 4) + 8;
        int spread = 2 * spec.Width.Kernel + 8 * spec.Width.Stride + 4;
        return new(
            pass,
            Math.Max(gather, spread),
            $"a row's gradient is summed over the windows {(spec.HasDepth ? "of all slices and rows" : "above each other")} before its columns take their parts",
            pass.HasRecord() ? spec.Width.Kernel : 1,
            spec is { Kind: PoolingKind.Average, Divisor.Kind: not DivisorKind.Fixed, Clips: true });
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, SummedRowsPlan plan) =>
        new SummedRowsPrinter(writer, kernel, plan).Print();
}
