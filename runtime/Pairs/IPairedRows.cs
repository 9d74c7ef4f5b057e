using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// A forward pass that takes two rows of windows in one vector too: the lower half of its lanes are windows of one row, the upper half those of
/// another. Its rows of windows share no row of the input, and no window reaches over a row's end.
/// </summary>
/// <typeparam name="TSelf">The kernel.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPairedRows<TSelf, T> : IPlacedKernel<TSelf, T>
    where TSelf : IPairedRows<TSelf, T>
    where T : unmanaged
{
    /// <summary>
    /// Computes two rows of windows, each of no more than half a vector. Vectors are loaded and stored whole: what is stored behind a row belongs
    /// to rows that come later.
    /// </summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="input">The first element of the first row of windows.</param>
    /// <param name="width">The elements of a row of the input.</param>
    /// <param name="apart">How many elements behind the first row of windows the other one begins.</param>
    /// <param name="output">The output of the first window.</param>
    /// <param name="outputs">The windows of a row.</param>
    /// <param name="target">Which of all outputs the first one is.</param>
    static abstract void Pair<TLanes, TVector>(
        in PoolingOperands<T> operands, in PoolingGeometry geometry, ref T input, nint width, nint apart, ref T output, nint outputs, nint target)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct;
}
