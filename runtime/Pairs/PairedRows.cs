using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Runs an <see cref="IPairedRows{TSelf, T}"/>: two rows of windows in a vector where rows are that narrow, and other planes by the kernel itself. So
/// are the last planes of a share, whose vectors would hang over its end.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PairedRows<TKernel, T> : IPlacedKernel<PairedRows<TKernel, T>, T>
    where TKernel : IPairedRows<TKernel, T>
    where T : unmanaged, INumber<T>
{
    private const int ShortestVector = 16;

    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => TKernel.Units(geometry);

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) => Lanes(geometry) is > 0 and var lanes ? lanes : TKernel.VectorExtent(geometry);

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

        // A plane's last vector is stored as far as a vector behind the plane.
        int last = (int)((TLanes.Count + geometry.OutputPlane - 1) / geometry.OutputPlane);
        int behind = Math.Max(begin, end - last);
        if (begin < behind)
            RunPairs<TLanes, TVector, TPlacement>(operands, geometry, begin, behind);
        LaneDispatch.Run<TKernel, T>(operands, geometry, behind, end, LaneSelection.For<T>(TKernel.VectorExtent(geometry), pixels: false));
    }

    private static void RunPairs<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        int rows = geometry.Height.OutputExtent;
        nint step = geometry.Height.Stride * (nint)geometry.Width.InputExtent, plane = geometry.InputPlane;
        if (plane == rows * step) // no row is left over: planes follow each other like the rows of one
            RunRows<TLanes, TVector, TPlacement>(operands, geometry, step, begin * plane, begin * geometry.OutputPlane, (end - begin) * rows);
        else if (rows % 2 > 0)
            RunOdd<TLanes, TVector, TPlacement>(operands, geometry, step, begin, end);
        else
        {
            for (int number = begin; number < end; number++)
                RunRows<TLanes, TVector, TPlacement>(operands, geometry, step, number * plane, number * geometry.OutputPlane, rows);
        }
    }

    // Methods of their own, with little around the loops: what these count, and the constants of a pair, have to stay in registers.

    /// <summary>Rows of windows that follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunRows<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, nint step, nint source, nint target, int rows)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        nint width = geometry.Width.InputExtent, outputs = geometry.Width.OutputExtent;
        ref T input = ref Unsafe.Add(ref operands.Input, source);
        ref T output = ref Unsafe.Add(ref operands.Output, target);
        for (; rows > 1; rows -= 2)
        {
            TPlacement.PrefetchAhead(ref input, 0, 2 * step);
            TPlacement.PrefetchTargetAhead(ref output, 0, 2 * outputs);
            TKernel.Pair<TLanes, TVector>(operands, geometry, ref input, width, step, ref output, outputs, target);
            input = ref Unsafe.Add(ref input, 2 * step);
            output = ref Unsafe.Add(ref output, 2 * outputs);
            target += 2 * outputs;
        }
        if (rows > 0)
            TKernel.Pair<TLanes, TVector>(operands, geometry, ref input, width, 0, ref output, outputs, target); // a row alone is both
    }

    /// <summary>Planes with an odd number of rows of windows: the last of every other plane makes a pair with the first of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunOdd<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, nint step, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        int rows = geometry.Height.OutputExtent;
        nint width = geometry.Width.InputExtent, outputs = geometry.Width.OutputExtent, target = begin * geometry.OutputPlane;
        nint left = geometry.InputPlane - rows * step; // of a plane, behind its last row of windows
        ref T input = ref Unsafe.Add(ref operands.Input, begin * geometry.InputPlane);
        ref T output = ref Unsafe.Add(ref operands.Output, target);
        for (int number = begin, first = 0; number < end; number++, first = 1 - first)
        {
            for (int row = first; row + 1 < rows; row += 2)
            {
                TPlacement.PrefetchAhead(ref input, 0, 2 * step);
                TPlacement.PrefetchTargetAhead(ref output, 0, 2 * outputs);
                TKernel.Pair<TLanes, TVector>(operands, geometry, ref input, width, step, ref output, outputs, target);
                input = ref Unsafe.Add(ref input, 2 * step);
                output = ref Unsafe.Add(ref output, 2 * outputs);
                target += 2 * outputs;
            }
            if (first > 0)
            {
                input = ref Unsafe.Add(ref input, left);
                continue;
            }
            nint next = number + 1 < end ? step + left : 0; // the last of all is both
            TKernel.Pair<TLanes, TVector>(operands, geometry, ref input, width, next, ref output, outputs, target);
            input = ref Unsafe.Add(ref input, next + step);
            output = ref Unsafe.Add(ref output, 2 * outputs);
            target += 2 * outputs;
        }
    }

    /// <summary>The lanes of the shortest vector that holds two rows of windows; 0 where no vector does.</summary>
    private static int Lanes(in PoolingGeometry geometry)
    {
        int lanes = ShortestVector / Unsafe.SizeOf<T>(), most = LaneSelection.Lanes<T>();
        while (lanes < 2L * geometry.Width.OutputExtent && lanes <= most)
            lanes *= 2;
        return lanes <= most ? lanes : 0;
    }
}
