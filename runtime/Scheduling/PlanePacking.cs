using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// Whether a kernel with records of winners may run on planes that lie side by side in scratch memory: planes narrower than a vector share vectors
/// there. The default is "no".
/// </summary>
/// <param name="Least">Planes are packed whose rows of windows fill at least this part of the widest vector, in percent.</param>
/// <param name="Most">And at most this one.</param>
/// <param name="MostJoined">The same of planes without rows left over: a backward kernel takes them for the rows of one.</param>
/// <param name="RecordBytes">The bytes of a record.</param>
/// <param name="IsSeparable">Whether records lie as those of separable winners do (<see cref="SeparableRecords"/>), and not one for each window.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PlanePacking(int Least, int Most, int MostJoined, int RecordBytes, bool IsSeparable = false)
{
    /// <summary>The rows of records of a plane.</summary>
    internal int RecordRows(in PoolingGeometry geometry) => IsSeparable ? SeparableRecords.Of(geometry).Rows : geometry.Height.OutputExtent;
}
