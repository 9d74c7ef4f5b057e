using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A backward pass from records, as the width of its planes demands: where they are as narrow as the kernel says, winner by winner
/// (<see cref="ScatteredPlanes"/>) or side by side (<see cref="PackedKernel{TKernel, T}"/>), and else by the kernel itself. It also serves planes of which
/// windows have several winners: where all elements are equal, to look up each of 25 took 15 times as long.
/// </summary>
internal readonly struct NarrowKernel<TKernel, T> : IPoolingKernel<T>
    where TKernel : IPoolingKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Units(in PoolingGeometry geometry) => TKernel.Units(geometry);

    public static int VectorExtent(in PoolingGeometry geometry) => Packs(geometry) ? PackedKernel<TKernel, T>.VectorExtent(geometry) : TKernel.VectorExtent(geometry);

    public static int ScratchLength(in PoolingGeometry geometry) =>
        Scatters(geometry) ? checked(PlacesAt(geometry) + ScatteredPlanes.ScratchLength(geometry)) :
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
        switch (TKernel.Scattering.Records)
        {
            case WinnerRecords.Taps:
                ScatterPlanes<ScatteredTaps<RecordedNumber, TRecord>, TLanes, TVector>(operands, geometry, begin, end);
                break;
            case WinnerRecords.Bits:
                ScatterPlanes<ScatteredTaps<RecordedBit, TRecord>, TLanes, TVector>(operands, geometry, begin, end);
                break;
            default:
                ScatterPlanes<ScatteredColumns<TRecord>, TLanes, TVector>(operands, geometry, begin, end);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void ScatterPlanes<TRecords, TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TRecords : struct, IScatteredRecords
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        int* places = TRecords.LooksPlacesUp ? ScatteredPlanes.FindPlaces(geometry, operands.ScratchBytes + PlacesAt(geometry)) : null;
        for (int plane = begin, planes; plane < end; plane += planes)
        {
            planes = ScatteredPlanes.Together(end - plane);
            if (!ScatteredPlanes.TryAdd<TRecords, T>(operands, geometry, places, plane, planes))
                RunAlone<TLanes, TVector>(operands, geometry, plane, plane + planes);
        }
    }

    // A placed kernel implements Run explicitly: it is called by way of a type parameter.
    private static void Run<TPacked, TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TPacked : IPoolingKernel<T>
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct => TPacked.Run<TLanes, TVector>(operands, geometry, begin, end);

    /// <summary>Where the table of places lies in scratch memory: behind what the kernel needs itself.</summary>
    private static int PlacesAt(in PoolingGeometry geometry) => ThreadScratch.Align(TKernel.ScratchLength(geometry));

    private static bool Scatters(in PoolingGeometry geometry) => TKernel.Scattering.Serves<T>(geometry);

    private static bool Packs(in PoolingGeometry geometry) => PackedPlanes.Of<T>(geometry, TKernel.Packing) is not null;
}
