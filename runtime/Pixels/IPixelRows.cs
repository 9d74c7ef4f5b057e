using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// A forward pass that leaves separable winners, channels last, and serves rows of pixels with all of their channels too. For numbers that beat the identity; a
/// sample that holds anything else is the kernel's own.
/// </summary>
/// <typeparam name="TSelf">The kernel.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPixelRows<TSelf, T> : IPlacedKernel<TSelf, T>
    where TSelf : IPixelRows<TSelf, T>
    where T : unmanaged
{
    /// <summary>The bytes of the smallest pixel whose rows are better taken whole.</summary>
    static abstract int LeastPixelBytes { get; }

    /// <summary>What no tap is worse than.</summary>
    static abstract T Identity { get; }

    /// <summary>
    /// The extremes of one row of some neighbouring windows, which become the newest of the rows that are kept, and those of all of their rows, which are their
    /// results, with their records.
    /// </summary>
    /// <param name="operands">The output and the records.</param>
    /// <param name="run">The windows.</param>
    static abstract void Windows<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PixelRun<T> run)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement;
}
