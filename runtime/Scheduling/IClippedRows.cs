using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>A sweep along runs of pixels, which goes through rows of clipped windows pixel by pixel, at vectors that one fills.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IClippedRows<T>
    where T : unmanaged
{
    /// <summary>A row of windows that reach over the first or the last row.</summary>
    static abstract void ClippedRow<TLanes, TVector, TPlacement>(ref T source, ref T target, in PoolingGeometry geometry, int row)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement;
}
