using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>Scratch memory in vectors: enough for the widest, so that a kernel asks for it without knowing the width of a call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ScratchVectors
{
    /// <summary>The bytes of some vectors.</summary>
    public static int Length(long count) => checked((int)(count * VectorBytes.Widest));
}
