using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// A backward pass from separable winners where windows are as many as elements, in every row and column. A window then lies as many elements
/// from each of its taps, whatever its place, and no record names a tap beyond an edge: the planes of a call are one run of elements, and
/// vectors go through it without regard to rows.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFlatBackward<T>
    where T : unmanaged
{
    /// <summary>The bytes of a record.</summary>
    static abstract int RecordBytes { get; }

    /// <summary>To the scratch memory's first elements, for each element of a run, the gradients of the windows that its row won.</summary>
    /// <param name="operands">The gradients and the records.</param>
    /// <param name="width">The elements of a row.</param>
    /// <param name="from">The first element.</param>
    /// <param name="count">How many; more are computed, up to a whole vector.</param>
    static abstract void Rows<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, nint width, nint from, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement;

    /// <summary>The gradient of each element of a run, from those that its neighbours' rows won.</summary>
    /// <param name="operands">The records and the input's gradient.</param>
    /// <param name="row">The first element in scratch memory.</param>
    /// <param name="from">The first element's record.</param>
    /// <param name="target">The first element in the input's gradient.</param>
    /// <param name="count">How many: a vector at least.</param>
    static abstract void Columns<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, nint row, nint from, nint target, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement;
}
