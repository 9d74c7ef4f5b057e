using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>A kernel that goes through rows from front to back: its loops are compiled for each way to meet memory.</summary>
/// <typeparam name="TSelf">The kernel.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPlacedKernel<TSelf, T> : IPoolingKernel<T>
    where TSelf : IPlacedKernel<TSelf, T>
    where T : unmanaged
{
    /// <summary>The elements of a row that is written.</summary>
    static abstract int RowExtent(in PoolingGeometry geometry);

    /// <summary>
    /// The bytes of the narrowest row that is written for which asking for lines in advance gains, where the last-level cache holds the tensors. None
    /// where the hardware follows the loads by itself, or where more is computed than loaded.
    /// </summary>
    static virtual int LeastRowFromCache => 0;

    /// <summary>The same where no cache holds them.</summary>
    static virtual int LeastRowFromMemory => 0;

    /// <summary>
    /// Whether results are stored in whole cache lines: one that is stored half past the caches and half through them takes several times as long.
    /// By default where they begin at a line and rows are whole vectors.
    /// </summary>
    static virtual bool StoresLines<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct => operands.BeginsAtLine
            && TLanes.Count * Unsafe.SizeOf<T>() == Unsafe.SizeOf<TVector>() // parts of vectors are no lines
            && TSelf.RowExtent(geometry) % TLanes.Count == 0;

    /// <summary>Runs the units from <paramref name="begin"/> to before <paramref name="end"/>.</summary>
    static abstract void Run<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void IPoolingKernel<T>.Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
    {
        if (operands.Streams && TSelf.StoresLines<TLanes, TVector>(operands, geometry))
            TSelf.Run<TLanes, TVector, StreamedPlacement>(operands, geometry, begin, end);
        else if (Prefetches(operands, geometry))
            TSelf.Run<TLanes, TVector, PrefetchedPlacement>(operands, geometry, begin, end);
        else
            TSelf.Run<TLanes, TVector, CachedPlacement>(operands, geometry, begin, end);
    }

    private static bool Prefetches(in PoolingOperands<T> operands, in PoolingGeometry geometry)
    {
        long row = (long)TSelf.RowExtent(geometry) * Unsafe.SizeOf<T>();
        return operands.Streams ? row >= TSelf.LeastRowFromMemory : operands.Prefetches && row >= TSelf.LeastRowFromCache;
    }
}
