using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>A sweep along runs of pixels, which goes through those at the ends of rows one by one, at vectors that one fills.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEdgePixels<T>
    where T : unmanaged
{
    /// <summary>The windows of some columns, whose source rows are all there.</summary>
    static abstract void EdgePixels<TLanes, TVector, TPlacement>(ref T source, ref T target, in PoolingGeometry geometry, int row, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement;
}
