namespace PoolGen.Generator.Planning;

/// <summary>
/// From which rows on the loops that are compiled for each way to meet memory ask for lines in advance, in bytes of a row that is written: narrower
/// rows take longer to compute than their lines take to arrive, and the instructions that ask for them longest of all.
/// </summary>
/// <param name="LeastRowFromCache">Where the last-level cache holds the tensors; <see cref="int.MaxValue"/> where the hardware follows the loads by itself.</param>
/// <param name="LeastRowFromMemory">Where it does not.</param>
internal sealed record PrefetchPlan(int LeastRowFromCache, int LeastRowFromMemory)
{
    /// <summary>Whether nothing is asked for on processors that follow the loop's loads by themselves: the runtime knows which.</summary>
    public bool UnlessFollowed { get; init; }

    /// <summary>For any row.</summary>
    public static PrefetchPlan Always { get; } = new(LeastRowFromCache: 0, LeastRowFromMemory: 0);

    /// <summary>For any row, of tensors that no cache holds.</summary>
    public static PrefetchPlan FromMemory { get; } = new(LeastRowFromCache: int.MaxValue, LeastRowFromMemory: 0);
}
