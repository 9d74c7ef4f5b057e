using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>What each winner of a window gets of its gradient.</summary>
internal static class WinnerShare
{
    /// <summary>The quotient; where no window has more than one winner, as most have not, the gradient: a division takes as long as all that is counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TLanes, TVector, T>(TVector gradient, TVector winners)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T> => TLanes.AllBelow(winners, T.One + T.One) ? gradient : TLanes.Divide(gradient, winners);
}
