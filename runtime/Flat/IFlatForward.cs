using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// A forward pass that leaves separable winners and serves narrow planes as runs of elements too, where windows are as many as elements: vectors
/// go through a plane without regard to its rows, and what they take from the row beside is hidden; or two of the narrowest in a vector. For numbers that beat the identity; a plane
/// that holds anything else is the kernel's own.
/// </summary>
/// <typeparam name="TSelf">The kernel.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFlatForward<TSelf, T> : IPlacedKernel<TSelf, T>
    where TSelf : IFlatForward<TSelf, T>
    where T : unmanaged
{
    /// <summary>The widest rows that are part of a run, in percent of the widest vector.</summary>
    static abstract int WidestFlat { get; }

    /// <summary>What no tap is worse than.</summary>
    static abstract T Identity { get; }

    /// <summary>The bytes of a record.</summary>
    static abstract int RecordBytes { get; }

    /// <summary>The extreme of each window's row and the columns that hold it, of a plane, to scratch memory.</summary>
    /// <param name="operands">The input.</param>
    /// <param name="flat">Where scratch memory has what.</param>
    /// <param name="source">The plane's first element.</param>
    /// <param name="place">Where the plane lies in scratch memory, in elements.</param>
    /// <returns>Whether the plane holds nothing but numbers that beat the identity.</returns>
    static abstract bool FlatColumns<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in FlatPlanes flat, nint source, nint place)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement;

    /// <summary>The extreme of each window and its record, of a plane, from those of rows.</summary>
    /// <param name="operands">The output and the records.</param>
    /// <param name="flat">Where scratch memory has what.</param>
    /// <param name="place">Where the plane lies in scratch memory, in elements.</param>
    /// <param name="target">The plane's first output.</param>
    static abstract void FlatRows<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in FlatPlanes flat, nint place, nint target)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement;

    /// <summary>
    /// Two planes whose rows are up to half a vector: the extreme of each window and its record. Records are stored by whole vectors: what is stored
    /// behind a row belongs to rows that come later.
    /// </summary>
    /// <param name="operands">The input, the output and the records.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="first">The first plane's first element, of each.</param>
    /// <param name="apart">How many elements behind it the other plane's is.</param>
    /// <returns>Whether both planes hold nothing but numbers that beat the identity.</returns>
    static abstract bool FlatPair<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, nint first, nint apart)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct;
}
