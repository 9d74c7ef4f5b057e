using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>
/// A kernel on planes side by side where they are so narrow that it serves them better so (<see cref="PackedKernel{TKernel, T}"/>), and else by
/// itself: as the driver chooses, for a kernel that another one runs.
/// </summary>
internal readonly struct PackableKernel<TKernel, T> : IPoolingKernel<T>
    where TKernel : IPoolingKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Units(in PoolingGeometry geometry) => Packs(geometry) ? PackedKernel<TKernel, T>.Units(geometry) : TKernel.Units(geometry);

    public static int VectorExtent(in PoolingGeometry geometry) => Packs(geometry) ? PackedKernel<TKernel, T>.VectorExtent(geometry) : TKernel.VectorExtent(geometry);

    public static int ScratchLength(in PoolingGeometry geometry) => Packs(geometry) ? PackedKernel<TKernel, T>.ScratchLength(geometry) : TKernel.ScratchLength(geometry);

    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        if (Packs(geometry))
            Run<PackedKernel<TKernel, T>, TLanes, TVector>(operands, geometry, begin, end);
        else
            RunAlone<TLanes, TVector>(operands, geometry, begin, end);
    }

    // A thread's share of a call whose planes are packed may be a single one: for that, the lanes that were chosen are too many.
    private static void RunAlone<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        int extent = TKernel.VectorExtent(geometry);
        if (TLanes.Count <= Math.Max(1, extent))
            TKernel.Run<TLanes, TVector>(operands, geometry, begin, end);
        else
            LaneDispatch.Run<TKernel, T>(operands, geometry, begin, end, LaneSelection.For<T>(extent, pixels: geometry.Layout == TensorLayout.ChannelsLast));
    }

    // A placed kernel implements Run explicitly: it is called by way of a type parameter.
    private static void Run<TPacked, TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TPacked : IPoolingKernel<T>
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct => TPacked.Run<TLanes, TVector>(operands, geometry, begin, end);

    private static bool Packs(in PoolingGeometry geometry) => PackedPlanes.Of<T>(geometry, TKernel.Packing) is not null;
}
