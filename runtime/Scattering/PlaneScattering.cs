using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// Which planes a kernel that gathers gradients leaves to <see cref="ScatteredPlanes"/>, because they fill so little of its vectors. The default is
/// "none".
/// </summary>
/// <param name="Most">Planes whose rows of windows fill at most this part of the widest vector, in percent.</param>
/// <param name="RecordBytes">The bytes of a record of winners.</param>
/// <param name="Records">What a record is.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PlaneScattering(int Most, int RecordBytes, WinnerRecords Records)
{
    /// <summary>Whether the planes of a call are among them.</summary>
    internal bool Serves<T>(in PoolingGeometry geometry)
        where T : unmanaged => geometry.Width.OutputExtent * 100L <= (long)Most * LaneSelection.Lanes<T>();
}
