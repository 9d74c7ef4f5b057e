using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>What divides the sum of a window, as a type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWindowDivisor
{
    /// <summary>The divisor of a window, at least 1.</summary>
    /// <param name="rows">The window's rows, in all its slices.</param>
    /// <param name="columns">The window's columns.</param>
    static abstract int Of(TapRange rows, TapRange columns);
}
