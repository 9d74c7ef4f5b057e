namespace PoolGen.Runtime;

/// <summary>
/// What lies before the first and behind the last record of winners: memory that vectors at the ends of rows may load, where the gradients
/// beside it are zero, so that no kernel needs a clipped load of records.
/// </summary>
internal static class RecordMargin
{
    /// <summary>A vector of the widest records at the widest vectors, and as many windows as a strided kernel looks aside: twice a cache line.</summary>
    public const int Bytes = 128;
}
