using PoolGen.Generator.Model;
using PoolGen.Runtime;

namespace PoolGen.Generator.Planning;

/// <summary>Which planes a pass that gathers gradients from records leaves to one that looks winners up.</summary>
/// <param name="Most">Planes whose rows of windows fill at most this part of a vector, in percent; <see cref="int.MaxValue"/>: all.</param>
internal sealed record ScatteringPlan(int Most)
{
    // Measured with 16 lanes (.NET 10, Zen 4): 4x2 windows at distances 1 and 4 take 0.4 to 0.6 of the time in rows of 3 to 7 windows, and as long in rows
    // of 10; 3x3 windows at distances 2 and 1 take 0.5 of what they take side by side in rows of 3 windows, and 0.9 in rows of 5 and 7.
    private const int Half = 50, Vector = 100;

    // Looking a winner up takes as long whatever the window. Against gathered rows of floats, it takes 0.4 to 0.9 of the time under 4x6 and 5x5 windows,
    // in rows of any width, and as long under 4x4; under windows that are neighbours in a row, 0.4 to 0.9 of it for 3x5 and as long for 3x3
    // (.NET 10, Zen 4, 16 lanes).
    private const int MostGatheredTaps = 16, MostGatheredNeighbours = 12;

    // By columns, looking a winner up takes as long whatever the window, summing up grows with it and with rows that fill no vector. With 7, 13, 28 and 56
    // windows in a row, looking up takes 0.5, 0.85, 1.2 and 1.45 of the time under 6x6 windows at distance 2, 0.3, 0.45, 0.8 and 1.0 under 9x9, 0.2 to 0.7
    // under 13x13; at distance 4, 0.7, 0.85, 1.05 and 1.15 under 7x7, and 0.35 to 0.85 under 13x13 (.NET 10, Zen 4, 16 lanes).
    private const int MostNarrowTaps = 8, MostSummedTaps = 12;

    /// <summary>Whether windows have so many taps that records are better looked up than compared with each tap, however near they lie.</summary>
    public static bool HasManyTaps(PoolingSpec spec) => spec.Taps > (spec.Width.Stride == 1 ? MostGatheredNeighbours : MostGatheredTaps);

    /// <summary>
    /// The scattering of a pass from numbers of taps, or a bit for each winner: from bits, of windows of many taps, whatever their planes. Else of overlapping
    /// windows, where planes are not packed, or windows are neighbours in a row. Planes of others are better packed, and where no windows overlap, vectors are
    /// asked for one tap of each.
    /// </summary>
    public static ScatteringPlan? For(PoolingSpec spec, PoolingPass pass)
    {
        AxisSpec columns = spec.Width;
        if (pass == PoolingPass.BackwardWinners && HasManyTaps(spec))
            return new(int.MaxValue);

        bool serves = pass is PoolingPass.BackwardTaps or PoolingPass.BackwardWinners && spec.Axes.Any(axis => axis.Kernel > axis.Stride);
        return serves && (columns.Kernel <= columns.Stride || columns.Stride == 1) ? new(Half) : null;
    }

    /// <summary>The scattering of a pass from records by columns: where rows can only be put together element by element, or of many taps, of all planes.</summary>
    /// <param name="columns">The columns of windows.</param>
    /// <param name="together">Whether a vector of columns that were summed up apart is put together by lane operations.</param>
    public static ScatteringPlan? ForColumns(AxisSpec columns, bool together) => columns.Dilation != 1
        ? null
        : new(!together || columns.Kernel > MostSummedTaps ? int.MaxValue : columns.Kernel > MostNarrowTaps ? 2 * Vector : Vector);

    /// <summary>The same of windows that do not overlap: of those of which a vector holds one, and that fill no more than three quarters of it.</summary>
    public static ScatteringPlan? ForTiles(PoolingSpec spec)
    {
        int lanes = VectorBytes.Widest / spec.Element.Bytes;
        return 2 * spec.Width.Stride > lanes && 4 * spec.Width.Kernel <= 3 * lanes ? new(int.MaxValue) : null;
    }
}
