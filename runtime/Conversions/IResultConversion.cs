namespace PoolGen.Runtime;

/// <summary>How results of kernels become the tensors' elements.</summary>
internal unsafe interface IResultConversion<TSelf, T, TComputed>
    where TSelf : struct, IResultConversion<TSelf, T, TComputed>
    where T : unmanaged
    where TComputed : unmanaged
{
    /// <summary>The bytes of memory that the results of a band want.</summary>
    static abstract int ScratchLength(in RowBand band);

    /// <summary>The conversion of the results of a band, or of the first of its blocks.</summary>
    /// <param name="band">The rows of one block, or those of some whole ones.</param>
    /// <param name="scratch">Memory that stays as it is until all results are converted.</param>
    static abstract TSelf Of(in RowBand band, byte* scratch);

    /// <param name="band">What the kernel computed.</param>
    /// <param name="computed">The results of the band's rows.</param>
    /// <param name="elements">Where they go.</param>
    void Narrow(in RowBand band, ReadOnlySpan<TComputed> computed, Span<T> elements);
}
