using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>A contender that is not part of this build.</summary>
internal sealed class NotBuilt(string name, string how) : Contender
{
    public override string Name => name;

    public override string Missing => how;

    public override IEnumerable<Entry> Enter(Tensors tensors) => [];
}
