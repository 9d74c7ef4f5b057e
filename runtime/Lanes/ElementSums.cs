using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Sums of elements lane by lane, which tell whether some are no numbers before something is computed from them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ElementSums
{
    /// <summary>Neighbouring elements, added up.</summary>
    /// <param name="first">The first element.</param>
    /// <param name="count">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TVector Add<TLanes, TVector, T>(ref T first, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        nint at = 0;
        TVector sum = TLanes.Zero, second = TLanes.Zero, third = TLanes.Zero, fourth = TLanes.Zero; // an addition waits for the one before
        for (; at + 4 * TLanes.Count <= count; at += 4 * TLanes.Count)
        {
            sum = TLanes.Add(sum, TLanes.Load(ref first, at));
            second = TLanes.Add(second, TLanes.Load(ref first, at + TLanes.Count));
            third = TLanes.Add(third, TLanes.Load(ref first, at + 2 * TLanes.Count));
            fourth = TLanes.Add(fourth, TLanes.Load(ref first, at + 3 * TLanes.Count));
        }
        sum = TLanes.Add(TLanes.Add(sum, second), TLanes.Add(third, fourth));
        for (; at + TLanes.Count <= count; at += TLanes.Count)
            sum = TLanes.Add(sum, TLanes.Load(ref first, at));
        return at < count ? TLanes.Add(sum, TLanes.LoadClipped(ref first, at, count, TLanes.Zero)) : sum;
    }
}
