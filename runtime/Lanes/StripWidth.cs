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
    private static readonly int[] s_vectorBytes = [VectorBytes.Widest, 32, 16];

    // Measured (.NET 10, Zen 5, rows of 5 to 24): a clipped strip takes as long as two or three whole ones, since it masks every load. Of whole
    // strips, one of 512 bits takes as long as one of 256 where windows are 5 wide and instructions decide, and half as long again where they are
    // 3 wide: there loads decide, and each of 512 bits that is not aligned touches two cache lines. A split unit takes two steps for all of them.
    private const int WholeStrip = 1, ClippedStrip = 2;
    private const int Step = 2, SlowStep = 3;

    /// <summary>
    /// For a kernel's <see cref="IPoolingKernel{T}.VectorExtent"/>: the elements of the vector that covers a row in the least time. A row
    /// narrower than a vector is one clipped strip; in wider ones the last strip overlaps the one before.
    /// </summary>
    /// <param name="width">The elements of a row.</param>
    /// <param name="reach">How far windows reach over an end of the row: the strips at the ends need as much room beside each other.</param>
    public static int Extent<T>(int width, int reach)
        where T : unmanaged => Extent(width, reach, Unsafe.SizeOf<T>(), Processor.Current.SplitsWidest);

    /// <summary>The same, for elements of a size and a machine.</summary>
    /// <param name="width">The elements of a row.</param>
    /// <param name="reach">How far windows reach over an end of the row.</param>
    /// <param name="size">The bytes of an element.</param>
    /// <param name="splitsWidest">See <see cref="Processor.SplitsWidest"/>.</param>
    internal static int Extent(int width, int reach, int size, bool splitsWidest)
    {
        int chosen = 1;
        long least = long.MaxValue;
        foreach (int bytes in s_vectorBytes)
        {
            int lanes = bytes / size;
            long strips = ((long)width + lanes - 1) / lanes;
            bool clipped = width <= lanes;
            long cost = strips * (clipped ? ClippedStrip : WholeStrip) * (bytes == VectorBytes.Widest && (reach < 2 || splitsWidest) ? SlowStep : Step);
            if ((clipped || width >= lanes + reach) && cost <= least)
                (chosen, least) = (lanes, cost);
        }
        return chosen;
    }

    /// <summary>How many of the remaining strips of a row a group takes, of groups of 2 to <paramref name="most"/>: never so many that one is left over.</summary>
    /// <param name="remaining">The remaining strips, at least 2.</param>
    /// <param name="most">The strips of the largest group, at least 3.</param>
    public static int Group(int remaining, int most) => remaining <= most ? remaining : remaining == most + 1 ? most - 1 : most;

    /// <summary>The elements of the widest vector: how far a vector may hang over, before the width of a call is known.</summary>
    public static int Widest<T>()
        where T : unmanaged => VectorBytes.Widest / Unsafe.SizeOf<T>();

    /// <summary>The bytes of as many of the widest vectors as they have elements.</summary>
    public static int SquareLength<T>()
        where T : unmanaged => VectorBytes.Widest * Widest<T>();
}
