using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// The band of rows whose sums a backward pass keeps in scratch memory between its windows' rows and their columns: one or more vectors of channels
/// for each column of windows.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SumBand
{
    // Half of the second-level cache that most processors have: what the band is computed from passes through the other.
    private const int MostBytes = 128 << 10;

    // A band computes again the windows that reach into it from the one above: at most half as many as it has rows.
    private const int LeastKernels = 2;

    /// <summary>The rows of a band.</summary>
    /// <param name="geometry">The shapes.</param>
    /// <param name="vectors">The vectors of channels whose sums it has.</param>
    public static int Rows<T>(in PoolingGeometry geometry, int vectors)
        where T : unmanaged
    {
        int held = MostBytes / (RowLength<T>(geometry, vectors) is var row and > 0 ? row : 1);
        return Math.Min(geometry.Height.InputExtent, Math.Max(LeastKernels * geometry.Height.Kernel, held));
    }

    /// <summary>The bytes of a band of one vector, or of some.</summary>
    /// <param name="geometry">The shapes.</param>
    /// <param name="vectors">The most vectors of channels whose sums it has.</param>
    public static int ScratchLength<T>(in PoolingGeometry geometry, int vectors)
        where T : unmanaged => checked(Math.Max(Rows<T>(geometry, 1) * RowLength<T>(geometry, 1), Rows<T>(geometry, vectors) * RowLength<T>(geometry, vectors)));

    private static int RowLength<T>(in PoolingGeometry geometry, int vectors)
        where T : unmanaged => checked(vectors * geometry.Width.OutputExtent * StripWidth.Widest<T>() * Unsafe.SizeOf<T>());
}
