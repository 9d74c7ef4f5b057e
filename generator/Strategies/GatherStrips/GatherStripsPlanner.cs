using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherStrips;

/// <summary>Decides which gradients are gathered strip by strip, and how.</summary>
internal static class GatherStripsPlanner
{
    // Sums that wait for the next row of windows, of all strips of a group: with what is loaded they fit the 16 registers of AVX2.
    private const int MostCarriedSums = 6;

    private static readonly int[] s_groupSizes = [2, 1];

    public static GatherStripsPlan? Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);

        // Windows of so many taps at a distance win seldom, and looking them up is faster than asking each tap.
        if (!GatheredPlanes.Serve(spec, reduction, pass) || (pass.HasRecord() && height.Stride > 1))
            return null;

        bool aligned = !width.HasDerivedPadding;
        EquatableArray<TapColumn> columns = TapColumn.Of(width, aligned ? width.PaddingBegin : 0);
        bool carries = height.Kernel > height.Stride;
        int calls = CallsPerStrip(spec, pass, columns, carries);
        if (calls > PassPlan.LaneCallBudget)
            return null;

        int carried = (height.Kernel - height.Stride) * width.Stride;
        int[] groups = !carries ? [] : s_groupSizes
            .Where(strips => strips == 1 || (strips * carried <= MostCarriedSums && strips * calls <= PassPlan.LaneCallBudget))
            .ToArray();
        string why = carries
            ? "an element's gradient is the sum over its windows; sums that the next row of windows adds to stay in registers"
            : "an element's gradient comes from the one row of windows that holds it";
        return new(pass, calls * (carries ? groups[0] : 1), why, columns, aligned, new(groups)) { Scattering = ScatteringPlan.For(spec, pass) };
    }

    private static int CallsPerStrip(PoolingSpec spec, PoolingPass pass, EquatableArray<TapColumn> columns, bool carries)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        int windows = columns.Windows().Count();
        int rows = carries ? height.Kernel : 1;
        int loads = windows * (pass.HasRecord() ? 2 : GradientText.SharesDiffer(spec, pass) ? 3 + width.Kernel : 1);
        int adds = pass.HasRecord() ? rows * width.Kernel : width.Kernel + rows * width.Stride + 1;
        int zeros = (carries ? height.Kernel : 1) * width.Stride;
        int stores = (carries ? height.Stride : 1) * 2 * width.Stride;
        int strip = loads + adds + zeros + stores;

        // A row on its own is printed twice: for whole vectors and for its ends.
        return carries ? strip : 2 * strip;
    }
}
