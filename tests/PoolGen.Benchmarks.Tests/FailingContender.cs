using PoolGen.Benchmarks.Contenders;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Tests;

/// <summary>A peer that does not know the window.</summary>
internal sealed class FailingContender : Contender
{
    public override string Name => "failing peer";

    public override IEnumerable<Entry> Enter(Tensors tensors) => throw new NotSupportedException("no such window");
}
