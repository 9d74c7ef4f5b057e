using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>How many taps windows have along an axis, inside the input and its padding: a factor for each axis of a divisor, whose products are exact.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TapCounts
{
    /// <summary>Writes the taps of each window of an axis; at least one, since the sum of a window without a tap, zero, is divided too.</summary>
    /// <param name="counts">The first of them.</param>
    /// <param name="axis">The axis.</param>
    public static void Fill<T>(ref T counts, in AxisGeometry axis)
        where T : unmanaged, INumber<T>
    {
        for (int window = 0; window < axis.OutputExtent; window++)
            Unsafe.Add(ref counts, window) = T.CreateTruncating(Math.Max(1, axis.Taps(window).PaddedCount));
    }
}
