using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>
/// The rest of a sweep along runs of pixels, where a pixel is less than a vector of the sweep: at the widest lanes that one fills. Wider ones
/// run already, so these are there, and no switch need be asked at every row.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PixelLanes
{
    /// <summary><see cref="IEdgePixels{T}.EdgePixels"/>.</summary>
    public static void EdgePixels<TKernel, TPlacement, T>(ref T source, ref T target, in PoolingGeometry geometry, int row, int begin, int end)
        where TKernel : IEdgePixels<T>
        where TPlacement : struct, IPlacement
        where T : unmanaged, INumber<T>
    {
        int channels = geometry.Channels;
        if (channels >= Vector256<T>.Count)
            TKernel.EdgePixels<Lanes256<T>, Vector256<T>, TPlacement>(ref source, ref target, geometry, row, begin, end);
        else if (channels >= Vector128<T>.Count)
            TKernel.EdgePixels<Lanes128<T>, Vector128<T>, TPlacement>(ref source, ref target, geometry, row, begin, end);
        else if (Unsafe.SizeOf<T>() == 1 && channels >= Eight.Value)
            TKernel.EdgePixels<LanesPart<T, Eight>, Vector128<T>, TPlacement>(ref source, ref target, geometry, row, begin, end);
        else if (Unsafe.SizeOf<T>() <= 2 && channels >= Four.Value)
            TKernel.EdgePixels<LanesPart<T, Four>, Vector128<T>, TPlacement>(ref source, ref target, geometry, row, begin, end);
        else if (Unsafe.SizeOf<T>() <= 4 && channels >= Three.Value)
            TKernel.EdgePixels<LanesPart<T, Three>, Vector128<T>, TPlacement>(ref source, ref target, geometry, row, begin, end);
        else if (channels >= Two.Value)
            TKernel.EdgePixels<LanesPart<T, Two>, Vector128<T>, TPlacement>(ref source, ref target, geometry, row, begin, end);
        else
            TKernel.EdgePixels<LanesOne<T>, T, TPlacement>(ref source, ref target, geometry, row, begin, end);
    }

    /// <summary><see cref="IClippedRows{T}.ClippedRow"/>.</summary>
    public static void ClippedRow<TKernel, TPlacement, T>(ref T source, ref T target, in PoolingGeometry geometry, int row)
        where TKernel : IClippedRows<T>
        where TPlacement : struct, IPlacement
        where T : unmanaged, INumber<T>
    {
        int channels = geometry.Channels;
        if (channels >= Vector256<T>.Count)
            TKernel.ClippedRow<Lanes256<T>, Vector256<T>, TPlacement>(ref source, ref target, geometry, row);
        else if (channels >= Vector128<T>.Count)
            TKernel.ClippedRow<Lanes128<T>, Vector128<T>, TPlacement>(ref source, ref target, geometry, row);
        else if (Unsafe.SizeOf<T>() == 1 && channels >= Eight.Value)
            TKernel.ClippedRow<LanesPart<T, Eight>, Vector128<T>, TPlacement>(ref source, ref target, geometry, row);
        else if (Unsafe.SizeOf<T>() <= 2 && channels >= Four.Value)
            TKernel.ClippedRow<LanesPart<T, Four>, Vector128<T>, TPlacement>(ref source, ref target, geometry, row);
        else if (Unsafe.SizeOf<T>() <= 4 && channels >= Three.Value)
            TKernel.ClippedRow<LanesPart<T, Three>, Vector128<T>, TPlacement>(ref source, ref target, geometry, row);
        else if (channels >= Two.Value)
            TKernel.ClippedRow<LanesPart<T, Two>, Vector128<T>, TPlacement>(ref source, ref target, geometry, row);
        else
            TKernel.ClippedRow<LanesOne<T>, T, TPlacement>(ref source, ref target, geometry, row);
    }
}
