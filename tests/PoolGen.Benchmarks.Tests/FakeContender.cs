using PoolGen.Benchmarks.Contenders;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Tests;

/// <summary>A peer that has PoolGen's results, or one that is off in the last place of one element.</summary>
internal sealed class FakeContender(string name, bool right) : Contender
{
    public override string Name => name;

    public int Calls { get; private set; }

    public override IEnumerable<Entry> Enter(Tensors tensors) =>
        from entry in new PoolGenContender().Enter(tensors)
        where entry.Role == Role.Subject
        select entry with
        {
            Contender = name,
            Role = Role.Peer,
            Run = repeat =>
            {
                Calls += repeat;
                entry.Run(repeat);
                if (!right)
                {
                    Span<float> result = tensors.Result(entry.Layout, entry.Direction).Span;
                    result[^1] = MathF.BitIncrement(result[^1]);
                }
            },
        };
}
