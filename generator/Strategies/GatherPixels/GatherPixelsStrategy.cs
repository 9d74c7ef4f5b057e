using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.GatherPixels;

/// <summary>Gradients of tensors with channels innermost, gathered: every element of the input gradient is computed as a sum and written once.</summary>
internal sealed class GatherPixelsStrategy : Strategy<GatherPixelsPlan>
{
    // A method is printed for each row of a stride.
    private const int MostStride = 4;

    // Sums that wait for the next window, of all vectors of a group: with what is loaded they fit the 16 registers of AVX2.
    private const int MostCarriedSums = 6;

    private static readonly int[] s_groupSizes = [2, 1];

    public override GatherPixelsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        bool gradientSuffices = pass.HasRecord() || !reduction.HasWinners;
        if (pass.IsForward() || !gradientSuffices || spec.Layout != TensorLayout.ChannelsLast
            || spec.Axes.Any(axis => axis.Dilation > 1 || axis.Stride > MostStride))
        {
            return null;
        }

        int calls = CallsPerVector(spec, pass);
        if (calls > PassPlan.LaneCallBudget)
            return null;
        int carried = width.Kernel - width.Stride;
        int[] groups = s_groupSizes
            .Where(vectors => vectors == 1 || (vectors * carried <= MostCarriedSums && vectors * calls <= PassPlan.LaneCallBudget))
            .ToArray();
        return new(pass, groups[0] * calls, "an element's gradient is the sum over its windows, a vector of neighbouring channels at a time", HasBorder: height.Kernel > height.Stride, new(groups));
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, GatherPixelsPlan plan) =>
        new GatherPixelsPrinter(writer, kernel, plan).Print();

    private static int CallsPerVector(PoolingSpec spec, PoolingPass pass)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        int rows = (height.Kernel + height.Stride - 1) / height.Stride;

        // A tap's masked sum inlines another call.
        int perRow = pass.HasRecord() ? 2 * width.Kernel + 2 : 4;
        return rows * perRow + (pass.HasRecord() ? 0 : width.Kernel + 2) + width.Kernel + 3 * width.Stride;
    }
}
