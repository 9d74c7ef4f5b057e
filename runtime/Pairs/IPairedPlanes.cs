using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>A pass that takes the same row of two planes in one vector too: the lower half of its lanes are one plane's, the upper half another's.</summary>
/// <typeparam name="TSelf">The kernel.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPairedPlanes<TSelf, T> : IPlacedKernel<TSelf, T>
    where TSelf : IPairedPlanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>
    /// The elements that half a vector has to have room for. The kernel gives the same results for pairs as for planes one by one in vectors that
    /// have room for as many.
    /// </summary>
    static abstract int HalfExtent(in PoolingGeometry geometry);

    /// <summary>
    /// Computes planes, in vectors of elements of one row, or planes and as many others, in vectors of two rows. These are loaded and stored by whole
    /// halves: what is stored behind a row belongs to rows that come later.
    /// </summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="column">The first column of the vectors; 0 where they are of two rows.</param>
    /// <param name="begin">The first plane.</param>
    /// <param name="end">Behind the last plane.</param>
    /// <param name="apart">How many planes behind each the other one is.</param>
    static abstract void Narrow<TLanes, TVector, TRows>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int column, int begin, int end, int apart)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TRows : struct, IVectorRows;
}
