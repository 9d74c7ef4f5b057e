using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>Whether loops over several rows ask for their lines in advance.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowPrefetch
{
    // Measured with 3x3 and 5x5 windows at distance 1 and rows of 28 floats and more: on Zen 4, sweeps that ask for lines take 1.15 to 1.5 times as long as
    // those that do not, and so do gathered gradients; on Zen 5 it is the other way round, up to 1.35 times.
    private static readonly bool s_followsRows = Processor.Current.FollowsRows;

    /// <summary>The bytes of the narrowest row for which asking gains: as given, or none where the processor follows several rows by itself.</summary>
    public static int LeastRow(int bytes) => s_followsRows ? int.MaxValue : bytes;
}
