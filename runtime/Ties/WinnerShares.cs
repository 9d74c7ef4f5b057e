using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>What each winner of a window gets of its gradient.</summary>
internal static class WinnerShares
{
    /// <summary>Divides the gradient of each window by a number.</summary>
    /// <param name="gradients">The gradients: plane by plane, without a gap.</param>
    /// <param name="shares">The quotients, as the gradients lie.</param>
    /// <param name="counts">The number of the first window; behind the last, as many as a vector holds may be read.</param>
    /// <param name="planes">The planes.</param>
    /// <param name="windows">The windows of a plane.</param>
    /// <param name="records">From a plane's first number to the next one's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Divide<TLanes, TVector, T>(ref T gradients, ref T shares, ref byte counts, nint planes, nint windows, nint records)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        nint all = planes * windows;
        for (nint first = 0; first < all; first += windows, counts = ref Unsafe.Add(ref counts, records - windows))
        {
            // What a vector writes beyond its plane, the next plane writes over.
            nint at = first, behind = first + windows;
            for (; at < behind && at <= all - TLanes.Count; at += TLanes.Count)
                TLanes.Store(Share<TLanes, TVector, T>(ref gradients, ref counts, at), ref shares, at);
            for (; at < behind; at++)
                Unsafe.Add(ref shares, at) = Share<LanesOne<T>, T, T>(ref gradients, ref counts, at);
        }
    }

    /// <summary>The quotients; where no window has more than one winner, the gradients: a division takes as long as all else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Share<TLanes, TVector, T>(ref T gradients, ref byte counts, nint at)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        TVector gradient = TLanes.Load(ref gradients, at), winners = TLanes.LoadNumbers(ref counts, at);
        return TLanes.AllBelow(winners, T.One + T.One) ? gradient : TLanes.Divide(gradient, winners);
    }
}
