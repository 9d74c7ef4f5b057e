using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.PairedRows;

/// <summary>
/// Two rows of windows at a time, pixel by pixel: the rows of taps that both hold are combined once, and pixels stay in registers while
/// windows need them. Values are taken for numbers; a sample that holds others is left to another strategy.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method of either.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Otherwise">How other samples are computed.</param>
internal sealed record PairedRowsPlan(PoolingPass Pass, int LaneCalls, string Why, PassPlan Otherwise)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "paired rows";

    /// <summary>The rows of taps of both rows of windows.</summary>
    public static int TapRows(AxisSpec height) => height.Kernel + height.Stride;

    /// <summary>Whether some input extent has a pair of rows of windows whose row of taps of this number lies outside the input.</summary>
    public static bool MayLieOutside(AxisSpec height, int row)
    {
        int overhang = height.Rounding == AxisRounding.Ceiling ? height.Stride - 1 : 0;
        return height.HasDerivedPadding || row < height.PaddingBegin || row >= TapRows(height) - height.PaddingEnd - overhang;
    }
}
