using PoolGen.Generator.Model;

namespace PoolGen.Generator.Planning;

/// <summary>How a pass serves planes that are narrower than a vector: side by side in scratch memory.</summary>
/// <param name="Most">Planes are packed whose rows of windows fill at most this part of a vector, in percent.</param>
internal sealed record PackingPlan(int Most)
{
    // Measured with 3x3 windows at distance 2 and 16 lanes: from 4 windows in a row to 9 of them it takes half to four fifths of the time.
    private const int MeasuredMost = 60;

    /// <summary>
    /// The packing of a pass: windows that overlap and lie apart, from records. Where windows do not overlap, or lie side by side, the pass
    /// takes no longer than moving its rows does. Null where windows of a wide plane would not be those of its narrow ones.
    /// </summary>
    public static PackingPlan? For(PoolingSpec spec, PoolingPass pass)
    {
        AxisSpec columns = spec.Width;
        bool paysOff = pass is PoolingPass.BackwardTaps or PoolingPass.BackwardWinners && columns.Stride > 1 && columns.Kernel > columns.Stride;
        bool isSameAnywhere = spec.Layout == TensorLayout.ChannelsFirst && !spec.HasDepth
            && columns.Rounding is AxisRounding.Floor or AxisRounding.Ceiling
            && spec.Axes.All(axis => !axis.IsAdaptive && axis.InputExtent is null);
        return paysOff && isSameAnywhere ? new(MeasuredMost) : null;
    }
}
