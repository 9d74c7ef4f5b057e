using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>What a tap has of its window where divisors differ between windows: a factor for each axis.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TapShares
{
    /// <summary>Writes one over the taps inside the input, or inside it and its padding, for each window of an axis.</summary>
    /// <param name="shares">The first of them.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="padding">Whether declared padding counts as well.</param>
    public static void Fill<T>(ref T shares, in AxisGeometry axis, bool padding)
        where T : unmanaged, INumber<T>
    {
        for (int window = 0; window < axis.OutputExtent; window++)
        {
            TapRange taps = axis.Taps(window);
            Unsafe.Add(ref shares, window) = T.One / T.CreateTruncating(Math.Max(1, padding ? taps.PaddedCount : taps.Count));
        }
    }
}
