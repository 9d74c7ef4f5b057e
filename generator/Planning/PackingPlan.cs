using PoolGen.Generator.Model;

namespace PoolGen.Generator.Planning;

/// <summary>How a pass serves planes that are narrower than a vector: side by side in scratch memory.</summary>
/// <param name="Least">Planes are packed whose rows of windows fill at least this part of a vector, in percent.</param>
/// <param name="Most">And at most this one.</param>
/// <param name="MostJoined">The same of planes without rows left over, where the pass takes them for the rows of one.</param>
internal sealed record PackingPlan(int Least, int Most, int MostJoined)
{
    // Measured with 3x3 windows at distance 2 and 16 lanes (.NET 10, Zen 5): rows of 3 or 4 windows take 0.45 to 0.6 of the time, of 7 or 8 windows
    // 0.85 to 0.95; rows of 9 windows take 1.1 times the time, of 14 windows 1.6 times: they fill their own vectors well enough.
    private const int LeastFill = 10, MostFill = 50;

    // One call goes through joined planes: with 3x3 windows at distances 2 or 1 and 2, rows of 3 to 8 windows take 0.55 to 0.9 of the packed time. With 4x4
    // and 3x5 windows, those of 3 and 4 windows take 1.0 to 1.25 times the time, and of 7 windows 0.65 to 0.97 of it.
    private const int JoinedTaps = 12, MostJoinedOfFew = 0, MostJoinedOfMore = 30;

    // Of passes at distance 1 with separable records: rows of 2 and 3 windows take 0.1 to 0.5 of the time, of 5 windows 0.6 to 0.9, of 7 windows 0.65 to 1.0,
    // and of 8, which fill a shorter vector, 1.2 to 1.6 times the time. Of others that record winners: rows of 2 to 5 windows take 0.25 to 0.8 of the time, of 7
    // windows 0.95 (.NET 10, Zen 4, 16 lanes).
    private const int MostSeparable = 45, MostRecorded = 35;

    /// <summary>Whether the records that are packed are those of separable winners.</summary>
    public bool IsSeparable { get; init; }

    /// <summary>
    /// The packing of a forward pass that records winners, or of gradients from separable records. Null where windows reach over the ends of a row: there
    /// the planes' neighbours would stand for padding.
    /// </summary>
    public static PackingPlan? OfWholeRows(PoolingSpec spec, PoolingPass pass)
    {
        bool isSeparable = pass is PoolingPass.ForwardSeparable or PoolingPass.BackwardSeparable;
        bool serves = (isSeparable || pass is PoolingPass.ForwardTaps or PoolingPass.ForwardWinners)
            && spec.Width is { PaddingBegin: 0, PaddingEnd: 0, Rounding: AxisRounding.Floor };
        int most = isSeparable ? MostSeparable : MostRecorded;
        return serves ? new(LeastFill, most, most) { IsSeparable = isSeparable } : null;
    }

    /// <summary>
    /// The packing of gradients from a record of each window, where windows overlap in a row. Where they do not, the pass takes no longer than moving its rows
    /// does. Null where windows of a wide plane would not be those of its narrow ones.
    /// </summary>
    /// <param name="spec">The pooling.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="joinsPlanes">Whether the pass takes planes without rows left over for the rows of one.</param>
    public static PackingPlan? OfGradients(PoolingSpec spec, PoolingPass pass, bool joinsPlanes)
    {
        AxisSpec columns = spec.Width;
        bool paysOff = pass is PoolingPass.BackwardTaps or PoolingPass.BackwardWinners && columns.Kernel > columns.Stride;
        bool isSameAnywhere = spec.Layout == TensorLayout.ChannelsFirst && !spec.HasDepth
            && columns.Rounding is AxisRounding.Floor or AxisRounding.Ceiling
            && !spec.IsAdaptive;
        if (!paysOff || !isSameAnywhere)
            return null;

        int mostJoined = !joinsPlanes ? MostFill : spec.Taps < JoinedTaps ? MostJoinedOfFew : MostJoinedOfMore;
        return new(LeastFill, MostFill, mostJoined);
    }
}
