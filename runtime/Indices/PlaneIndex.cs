using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>Indices within a plane: flat and row-major over its spatial axes.</summary>
internal static class PlaneIndex
{
    /// <summary>What stands for an empty window.</summary>
    public const int None = -1;

    /// <summary>Whether an index stands for an empty window. One that does not, and lies outside of its plane, is refused.</summary>
    /// <param name="index">The index.</param>
    /// <param name="elements">The elements of its plane.</param>
    /// <param name="position">Where it stands among the indices.</param>
    /// <param name="shape">The shape whose planes it should lie in.</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNone(int index, long elements, long position, PoolingShape shape)
    {
        if (index == None)
            return true;
        return (ulong)index < (ulong)elements ? false : throw Outside("indices", position, index, shape);
    }

    private static ArgumentOutOfRangeException Outside(string indices, long position, long index, PoolingShape shape)
    {
        long elements = (long)shape.Depth * shape.Height * shape.Width;
        return new ArgumentOutOfRangeException(
            indices,
            index,
            $"{indices}[{position}] lies outside its plane: a plane of {shape} has {elements} elements, numbered from 0, and -1 is an empty window. Give the shape that the indices were made for.");
    }
}
