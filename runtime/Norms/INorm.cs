using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>The order p of a p-norm, as a type: kernels fold what depends on it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INorm
{
    /// <summary>p, finite and greater than 0.</summary>
    static abstract double Order { get; }
}
