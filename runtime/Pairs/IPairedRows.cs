using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// A forward pass that takes two rows of windows in one vector too: the lower half of its lanes are windows of one row, the upper half those of
/// another. Both rows meet the upper and the lower edge of their planes alike.
/// </summary>
/// <typeparam name="TSelf">The kernel.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPairedRows<TSelf, T> : IPlacedKernel<TSelf, T>
    where TSelf : IPairedRows<TSelf, T>
    where T : unmanaged
{
    /// <summary>
    /// Whether rows of windows are pairs with the next ones, of whatever planes, where the planes of a call follow each other without a row left over:
    /// no window reaches into another plane there.
    /// </summary>
    static abstract bool PairsNeighbours { get; }

    /// <summary>
    /// Computes two rows of windows, each of no more than half a vector. Vectors are loaded whole, and stored by whole halves or, records, by whole
    /// vectors: what is stored behind a row belongs to rows that come later.
    /// </summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="input">The first element of the input.</param>
    /// <param name="source">Which element of the input the first row of windows begins with; before its plane's first where it begins above the plane.</param>
    /// <param name="start">The row of its plane that the first row of windows begins with; 0 or more where no row of windows meets an edge.</param>
    /// <param name="width">The elements of a row of the input.</param>
    /// <param name="apart">How many elements behind the first row of windows the other one begins.</param>
    /// <param name="output">The first window's output.</param>
    /// <param name="outputsApart">How many outputs behind the first row of windows the other one's are.</param>
    /// <param name="target">Which of all outputs the first one is.</param>
    static abstract void Pair<TLanes, TVector>(
        in PoolingOperands<T> operands, in PoolingGeometry geometry, ref T input, nint source, int start, nint width, nint apart, ref T output, nint outputsApart, nint target)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct;
}
