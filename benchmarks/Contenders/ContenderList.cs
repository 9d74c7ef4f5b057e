namespace PoolGen.Benchmarks.Contenders;

/// <summary>Everything that is measured.</summary>
internal static class ContenderList
{
    public static IReadOnlyList<Contender> All { get; } =
    [
        new PoolGenContender(),
        new MemoryCopy(),
        new PlainLoopContender(),
        new OneDnn(),
        new OnnxRuntime(),
#if TORCH
        new Torch(),
#else
        new NotBuilt("libtorch", "built without it (-p:WithTorch=true)"),
#endif
    ];
}
