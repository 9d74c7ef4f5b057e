namespace PoolGen;

/// <summary>Indices within a plane: flat and row-major over its spatial axes.</summary>
internal static class PlaneIndex
{
    /// <summary>What stands for an empty window.</summary>
    public const int None = -1;

    /// <summary>The exception for an index that is neither in its plane nor <see cref="None"/>.</summary>
    /// <param name="position">Where it stands among the indices.</param>
    /// <param name="index">The index.</param>
    /// <param name="shape">The shape whose planes it should lie in.</param>
    /// <param name="name">The argument that has the indices.</param>
    public static ArgumentOutOfRangeException Outside(long position, long index, PoolingShape shape, string name = "indices")
    {
        long elements = (long)shape.Depth * shape.Height * shape.Width;
        return new ArgumentOutOfRangeException(
            name,
            index,
            $"{name}[{position}] lies outside its plane: a plane of {shape} has {elements} elements, numbered from 0, and -1 is an empty window. Give the shape that the indices were made for.");
    }
}
