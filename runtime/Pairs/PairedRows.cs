using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Runs an <see cref="IPairedRows{TSelf, T}"/>: two rows of windows in a vector where rows are that narrow, and other planes by the kernel itself. So
/// are the last planes of a share, or of each of its halves, whose vectors would hang over the end.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PairedRows<TKernel, T> : IPlacedKernel<PairedRows<TKernel, T>, T>
    where TKernel : IPairedRows<TKernel, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => TKernel.Units(geometry);

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) =>
        PlanePairs.Lanes<T>(geometry.Width.OutputExtent) is > 0 and var lanes ? lanes : TKernel.VectorExtent(geometry);

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
        if (2 * geometry.Width.OutputExtent > TLanes.Count)
        {
            TKernel.Run<TLanes, TVector, TPlacement>(operands, geometry, begin, end);
            return;
        }

        // A plane's last vectors reach as far as a vector behind it.
        nint plane = nint.Min(geometry.InputPlane, geometry.OutputPlane);
        AxisGeometry height = geometry.Height;
        if (TKernel.PairsNeighbours && geometry.InputPlane == height.OutputExtent * height.Stride * (nint)geometry.Width.InputExtent)
        {
            int last = (int)Math.Max(begin, end - (TLanes.Count + plane - 1) / plane);
            RunRows<TLanes, TVector, TPlacement>(operands, geometry, begin, last);
            new PlanePairs(begin, last, 0).RunRest<TKernel, T>(operands, geometry, end, TKernel.VectorExtent(geometry));
            return;
        }

        var pairs = PlanePairs.Of(begin, end, plane, behind: TLanes.Count);
        RunPlanes<TLanes, TVector, TPlacement>(operands, geometry, pairs);
        pairs.RunRest<TKernel, T>(operands, geometry, end, TKernel.VectorExtent(geometry));
    }

    // Methods of their own, with little around the loops: what these count, and the constants of a pair, have to stay in registers.

    /// <summary>Planes without rows left over, whose rows of windows follow each other through all of them: neighbours are pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunRows<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        nint width = geometry.Width.InputExtent, outputs = geometry.Width.OutputExtent, step = geometry.Height.Stride * width;
        nint source = begin * geometry.InputPlane, target = begin * geometry.OutputPlane;
        ref T input = ref operands.Input;
        ref T output = ref Unsafe.Add(ref operands.Output, target);
        int rows = (end - begin) * geometry.Height.OutputExtent;
        for (; rows > 1; rows -= 2)
        {
            TPlacement.PrefetchAhead(ref input, source, 2 * step);
            TPlacement.PrefetchTargetAhead(ref output, 0, 2 * outputs);
            TKernel.Pair<TLanes, TVector>(operands, geometry, ref input, source, 0, width, step, ref output, outputs, target);
            source += 2 * step;
            target += 2 * outputs;
            output = ref Unsafe.Add(ref output, 2 * outputs);
        }
        if (rows > 0)
            TKernel.Pair<TLanes, TVector>(operands, geometry, ref input, source, 0, width, 0, ref output, 0, target); // a row alone is both
    }

    /// <summary>
    /// Planes half a share apart: the same row of windows of two of them is a pair. What is stored behind a plane belongs to the next one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunPlanes<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, PlanePairs pairs)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        nint width = geometry.Width.InputExtent, outputs = geometry.Width.OutputExtent;
        int rows = geometry.Height.OutputExtent, stride = geometry.Height.Stride, top = -geometry.Height.PaddingBegin;
        nint step = stride * width, left = geometry.InputPlane - rows * step; // of a plane, from where the row of windows behind its last would begin
        nint apart = pairs.Apart * geometry.InputPlane, outputsApart = pairs.Apart * geometry.OutputPlane;
        nint source = pairs.Begin * geometry.InputPlane + top * width, target = pairs.Begin * geometry.OutputPlane;
        ref T input = ref operands.Input;
        ref T output = ref Unsafe.Add(ref operands.Output, target);
        for (int plane = pairs.Begin; plane < pairs.End; plane++, source += left)
        {
            for (int row = 0, start = top; row < rows; row++, start += stride)
            {
                TPlacement.PrefetchAhead(ref input, source, step);
                TPlacement.PrefetchAhead(ref input, source + apart, step);
                TPlacement.PrefetchTargetAhead(ref output, 0, outputs);
                TPlacement.PrefetchTargetAhead(ref output, outputsApart, outputs);
                TKernel.Pair<TLanes, TVector>(operands, geometry, ref input, source, start, width, apart, ref output, outputsApart, target);
                source += step;
                target += outputs;
                output = ref Unsafe.Add(ref output, outputs);
            }
        }
    }
}
