using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A backward pass from records, as the width of its planes demands: where they are as narrow as the kernel says, winner by winner
/// (<see cref="ScatteredPlanes"/>) or side by side (<see cref="PackedKernel{TKernel, T}"/>), and else by the kernel itself. It also serves planes of which
/// columns have several winners.
/// </summary>
internal readonly struct NarrowKernel<TKernel, T> : IPoolingKernel<T>
    where TKernel : IPoolingKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Units(in PoolingGeometry geometry) => TKernel.Units(geometry);

    public static int VectorExtent(in PoolingGeometry geometry) => Packs(geometry) ? PackedKernel<TKernel, T>.VectorExtent(geometry) : TKernel.VectorExtent(geometry);

    public static int ScratchLength(in PoolingGeometry geometry) =>
        Scatters(geometry) && !HasColumns ? ScatteredPlanes.ScratchLength(geometry) :
        Packs(geometry) ? PackedKernel<TKernel, T>.ScratchLength(geometry) : TKernel.ScratchLength(geometry);

    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        if (Scatters(geometry))
            Scatter<TLanes, TVector>(operands, geometry, begin, end);
        else if (Packs(geometry))
            Run<PackedKernel<TKernel, T>, TLanes, TVector>(operands, geometry, begin, end);
        else
            RunAlone<TLanes, TVector>(operands, geometry, begin, end);
    }

    /// <summary>Whether the planes of a call are narrow.</summary>
    public static bool Serves(in PoolingGeometry geometry) => Scatters(geometry) || Packs(geometry);

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

    // Apart: a call compiles only what it comes to.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Scatter<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        if (TKernel.Scattering.RecordBytes == sizeof(byte))
            Scatter<byte, TLanes, TVector>(operands, geometry, begin, end);
        else if (TKernel.Scattering.RecordBytes == sizeof(ushort))
            Scatter<ushort, TLanes, TVector>(operands, geometry, begin, end);
        else
            Scatter<int, TLanes, TVector>(operands, geometry, begin, end);
    }

    private static void Scatter<TRecord, TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TRecord : unmanaged
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        if (HasColumns)
            ScatterColumns<TRecord, TLanes, TVector>(operands, geometry, begin, end);
        else if (TKernel.Scattering.Records == WinnerRecords.Bits)
            ScatteredPlanes.AddBits<TRecord, T>(operands, geometry, begin, end);
        else
            ScatteredPlanes.AddTaps<TRecord, T>(operands, geometry, begin, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterColumns<TRecord, TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TRecord : unmanaged
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        for (int plane = begin, planes; plane < end; plane += planes)
        {
            planes = ScatteredPlanes.Together(end - plane);
            if (!ScatteredPlanes.TryAddColumns<TRecord, T>(operands, geometry, plane, planes))
                RunAlone<TLanes, TVector>(operands, geometry, plane, plane + planes);
        }
    }

    // A placed kernel implements Run explicitly: it is called by way of a type parameter.
    private static void Run<TPacked, TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TPacked : IPoolingKernel<T>
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct => TPacked.Run<TLanes, TVector>(operands, geometry, begin, end);

    private static bool HasColumns => TKernel.Scattering.Records == WinnerRecords.Columns;

    private static bool Scatters(in PoolingGeometry geometry) => TKernel.Scattering.Serves<T>(geometry);

    private static bool Packs(in PoolingGeometry geometry) => PackedPlanes.Of<T>(geometry, TKernel.Packing) is not null;
}
