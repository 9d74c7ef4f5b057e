using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Runs a <see cref="IFlatForward{TSelf, T}"/>: blocks of narrow planes as runs, first the columns of all of them, then the rows, so that no
/// load waits for a store just before it; the narrowest two in a vector; other planes by the kernel itself.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct FlatForward<TKernel, T> : IPlacedKernel<FlatForward<TKernel, T>, T>
    where TKernel : IFlatForward<TKernel, T>
    where T : unmanaged, INumber<T>
{
    // Fewer planes than this are not worth the masks.
    private const int LeastPlanes = 4;

    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => TKernel.Units(geometry);

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) =>
        PlanePairs.Lanes<T>(geometry.Width.InputExtent) is > 0 and var lanes ? lanes : Planes(geometry) is { } flat ? (int)flat.Plane : TKernel.VectorExtent(geometry);

    /// <inheritdoc/>
    public static int RowExtent(in PoolingGeometry geometry) => Planes(geometry) is { } flat ? (int)flat.Plane : TKernel.RowExtent(geometry);

    /// <inheritdoc/>
    public static int LeastRowFromCache => TKernel.LeastRowFromCache;

    /// <inheritdoc/>
    public static int LeastRowFromMemory => TKernel.LeastRowFromMemory;

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry) => checked((Planes(geometry)?.Rest ?? 0) + TKernel.ScratchLength(geometry));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        if (2 * geometry.Width.InputExtent <= TLanes.Count)
        {
            RunPairs<TLanes, TVector>(operands, geometry, begin, end);
            return;
        }
        if (Planes(geometry) is not { } flat)
        {
            TKernel.Run<TLanes, TVector, TPlacement>(operands, geometry, begin, end);
            return;
        }
        if (end - begin < LeastPlanes)
        {
            RunItself<TVector>(operands, geometry, flat, begin, end);
            return;
        }

        Prepare((T*)operands.ScratchBytes, flat);

        // Planes from which vectors and windows do not reach beside the share; others are copied first.
        nint vectors = (flat.Plane + TLanes.Count - 1) / TLanes.Count * TLanes.Count;
        nint earliest = begin * flat.Plane + flat.Lead, latest = end * flat.Plane - vectors - flat.Trail;
        for (int first = begin; first < end; first += flat.Count)
        {
            int next = Math.Min(first + flat.Count, end);
            bool numbers = true;
            for (int plane = first; plane < next; plane++)
            {
                nint source = plane * flat.Plane, place = (plane - first) * flat.Pitch;
                numbers &= source >= earliest && source <= latest
                    ? TKernel.FlatColumns<TLanes, TVector, TPlacement>(operands, flat, source, place)
                    : TKernel.FlatColumns<TLanes, TVector, TPlacement>(Copy(operands, flat, plane), flat, 0, place);
            }
            if (!numbers)
            {
                RunItself<TVector>(operands, geometry, flat, first, next);
                continue;
            }
            for (int plane = first; plane < next; plane++)
                TKernel.FlatRows<TLanes, TVector, TPlacement>(operands, flat, (plane - first) * flat.Pitch, plane * flat.Plane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunPairs<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        nint plane = geometry.InputPlane;
        var pairs = PlanePairs.Of(begin, end, plane, behind: TLanes.Count);
        for (int first = pairs.Begin; first < pairs.End; first++)
        {
            if (TKernel.FlatPair<TLanes, TVector>(operands, geometry, first * plane, pairs.Apart * plane))
                continue;
            LaneWidth width = LaneSelection.For<T>(TKernel.VectorExtent(geometry), pixels: false);
            LaneDispatch.Run<TKernel, T>(operands, geometry, first, first + 1, width);
            LaneDispatch.Run<TKernel, T>(operands, geometry, first + pairs.Apart, first + pairs.Apart + 1, width);
        }
        pairs.RunRest<TKernel, T>(operands, geometry, end, TKernel.VectorExtent(geometry));
    }

    private static FlatPlanes? Planes(in PoolingGeometry geometry) => FlatPlanes.Of<T>(geometry, TKernel.WidestFlat, TKernel.RecordBytes);

    /// <summary>Some planes by the kernel itself, whose vectors are no wider than rows.</summary>
    private static void RunItself<TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, in FlatPlanes flat, int begin, int end)
        where TVector : struct
    {
        LaneWidth width = LaneSelection.For<T>(TKernel.VectorExtent(geometry), pixels: false), most = LaneDispatch.WidthOf<TVector>();
        LaneDispatch.Run<TKernel, T>(operands.With(operands.ScratchBytes + flat.Rest), geometry, begin, end, width < most ? width : most);
    }

    /// <summary>Masks of the taps, and identities everywhere else.</summary>
    private static void Prepare(T* scratch, in FlatPlanes flat)
    {
        for (int tap = 0; tap <= flat.Lead + flat.Trail; tap++)
        {
            int column = 0;
            for (nint at = flat.Mask(tap); at < flat.Mask(tap + 1); at++)
            {
                bool isInside = (nuint)(column + tap - flat.Lead) < (nuint)flat.Width;
                new Span<byte>(scratch + at, sizeof(T)).Fill(isInside ? byte.MaxValue : byte.MinValue);
                column = column + 1 == flat.Width ? 0 : column + 1;
            }
        }
        nint masks = flat.Mask(flat.Lead + flat.Trail + 1);
        new Span<T>(scratch + masks, (int)(flat.Length - masks)).Fill(TKernel.Identity);
    }

    /// <summary>A plane in scratch memory, with room for the windows at its ends.</summary>
    private static PoolingOperands<T> Copy(in PoolingOperands<T> operands, in FlatPlanes flat, int plane)
    {
        T* copy = (T*)(operands.ScratchBytes + flat.Copy);
        new Span<T>(copy, flat.Lead).Clear();
        new Span<T>(operands.InputAddress + plane * flat.Plane, (int)flat.Plane).CopyTo(new(copy + flat.Lead, (int)flat.Plane));
        new Span<T>(copy + flat.Lead + flat.Plane, StripWidth.Widest<T>() + flat.Trail).Clear();
        return operands.WithInput(copy + flat.Lead);
    }
}
