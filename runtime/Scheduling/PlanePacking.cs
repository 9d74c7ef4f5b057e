using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>
/// Whether a kernel that gathers gradients may run on planes that lie side by side in scratch memory: planes narrower than a vector share
/// vectors there. The default is "no".
/// </summary>
/// <param name="Least">Planes are packed whose rows of windows fill at least this part of the widest vector, in percent.</param>
/// <param name="Most">And at most this one.</param>
/// <param name="MostJoined">The same of planes without rows left over: the kernel takes them for the rows of one.</param>
/// <param name="RecordBytes">The bytes of a record of winners.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PlanePacking(int Least, int Most, int MostJoined, int RecordBytes);
