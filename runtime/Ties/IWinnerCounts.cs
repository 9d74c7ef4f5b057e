using System.ComponentModel;
using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>What a pass's records tell about how many winners a window has, as a type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWinnerCounts
{
    /// <summary>The bytes of the records of some blocks of whole planes.</summary>
    static abstract nint RecordBytes(in PoolingGeometry blocks);

    /// <summary>The bytes of scratch memory that <see cref="Divide"/> needs.</summary>
    static abstract int ScratchLength(in PoolingGeometry blocks);

    /// <summary>Whether a window may have several winners. With most data none has, and asking takes a fraction of the time of counting.</summary>
    /// <param name="operands">The records of some blocks.</param>
    /// <param name="geometry">The blocks.</param>
    static abstract bool HasRepeated<T>(in PoolingOperands<T> operands, in PoolingGeometry geometry)
        where T : unmanaged, INumber<T>;

    /// <summary>Divides the gradient of every window by the number of its winners; of one without, the quotient is of no use.</summary>
    /// <param name="operands">The gradients, the records and the scratch memory of some blocks.</param>
    /// <param name="shares">The quotients.</param>
    /// <param name="geometry">The blocks.</param>
    static abstract void Divide<TLanes, TVector, T>(in PoolingOperands<T> operands, ref T shares, in PoolingGeometry geometry)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>;
}
