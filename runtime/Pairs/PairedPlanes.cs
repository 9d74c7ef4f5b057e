using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Runs an <see cref="IPairedPlanes{TSelf, T}"/>: two planes in a vector where rows are that narrow, and other planes by the kernel itself. So
/// are the last ones of both halves of a share, whose vectors would reach beyond it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PairedPlanes<TKernel, T> : IPlacedKernel<PairedPlanes<TKernel, T>, T>
    where TKernel : IPairedPlanes<TKernel, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => TKernel.Units(geometry);

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) =>
        PlanePairs.Lanes<T>(TKernel.HalfExtent(geometry)) is > 0 and var lanes ? lanes : TKernel.VectorExtent(geometry);

    /// <inheritdoc/>
    public static int RowExtent(in PoolingGeometry geometry) => TKernel.RowExtent(geometry);

    /// <inheritdoc/>
    public static int LeastRowFromCache => TKernel.LeastRowFromCache;

    /// <inheritdoc/>
    public static int LeastRowFromMemory => TKernel.LeastRowFromMemory;

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry) => TKernel.ScratchLength(geometry);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        if (2 * TKernel.HalfExtent(geometry) > TLanes.Count)
        {
            TKernel.Run<TLanes, TVector, TPlacement>(operands, geometry, begin, end);
            return;
        }

        var pairs = PlanePairs.Of(begin, end, nint.Min(geometry.InputPlane, geometry.OutputPlane), behind: TLanes.Count / 2);
        if (pairs.Begin < pairs.End)
            TKernel.Narrow<TLanes, TVector, TwoRows>(operands, geometry, 0, pairs.Begin, pairs.End, pairs.Apart);

        // By vectors of a whole row: sums are in the same order there, so that they do not depend on which planes are pairs.
        pairs.RunRest<TKernel, T>(operands, geometry, end, PlanePairs.LanesOfOne<T>(TKernel.HalfExtent(geometry)));
    }
}
