using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>A strip at an end of the rows, as a type argument: columns beyond the end take no part.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AtEnd;

/// <summary>A strip away from the ends of the rows, as a type argument: it loads whole vectors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Inside;

/// <summary>How rows are cut into strips one vector wide.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StripWidth
{
    private static readonly int[] s_vectorBytes = [64, 32, 16];

    /// <summary>
    /// For a kernel's <see cref="IPoolingKernel{T}.VectorExtent"/>: the elements of a vector that covers a row with few idle lanes. A row
    /// narrower than a vector is one clipped strip; in wider ones the last strip overlaps the one before.
    /// </summary>
    /// <param name="width">The elements of a row.</param>
    /// <param name="reach">How far windows reach over an end of the row: the strips at the ends need as much room beside each other.</param>
    public static int Extent<T>(int width, int reach)
        where T : unmanaged
    {
        int chosen = 1;
        long most = long.MaxValue;
        foreach (int bytes in s_vectorBytes)
        {
            int lanes = bytes / Unsafe.SizeOf<T>();
            long covered = ((long)width + lanes - 1) / lanes * lanes;
            bool fits = width <= lanes || width >= lanes + reach;
            if (fits && covered <= most)
                (chosen, most) = (lanes, covered);

            // Narrower vectors are more instructions: they have to save a quarter of the lanes.
            most = most / 4 * 3 + most % 4 * 3 / 4;
        }
        return chosen;
    }

    /// <summary>How many of the remaining strips of a row a group takes, of groups of 2 to <paramref name="most"/>: never so many that one is left over.</summary>
    /// <param name="remaining">The remaining strips, at least 2.</param>
    /// <param name="most">The strips of the largest group, at least 3.</param>
    public static int Group(int remaining, int most) => remaining <= most ? remaining : remaining == most + 1 ? most - 1 : most;

    /// <summary>The elements of the widest vector: how far a vector may hang over, before the width of a call is known.</summary>
    public static int Widest<T>()
        where T : unmanaged => s_vectorBytes[0] / Unsafe.SizeOf<T>();

    /// <summary>The bytes of as many of the widest vectors as they have elements.</summary>
    public static int SquareLength<T>()
        where T : unmanaged => s_vectorBytes[0] * Widest<T>();
}
