namespace PoolGen.Runtime;

/// <summary>The pinned tensors of an unpooling: pooled elements, one index for each, and the planes that the indices lie in.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal readonly unsafe struct UnpoolingOperands<T>(T* pooled, int* indices, T* planes)
    where T : unmanaged
{
    /// <summary>Forward: the input; backward: its gradient, which is written.</summary>
    public T* Pooled => pooled;

    /// <summary>As many indices.</summary>
    public int* Indices => indices;

    /// <summary>Forward: the output, which is written; backward: its gradient.</summary>
    public T* Planes => planes;
}
