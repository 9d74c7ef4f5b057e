namespace PoolGen.Generator.Planning;

/// <summary>Vectors that hold a row of a window each.</summary>
internal static class RowLanes
{
    /// <summary>The lanes of the shortest vector that some number of columns fits into: a power of two.</summary>
    public static int For(int columns)
    {
        int lanes = 1;
        while (lanes < columns)
            lanes *= 2;
        return lanes;
    }
}
