namespace PoolGen.Runtime;

/// <summary>The bytes of vectors, for what has to know before a width is chosen: scratch memory, and the generator.</summary>
internal static class VectorBytes
{
    /// <summary>Those of the widest vector of any machine.</summary>
    public const int Widest = 64;
}
