using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>What a contender's figures are compared as.</summary>
internal enum Role
{
    /// <summary>PoolGen under the peers' tie rule: what all ratios are of.</summary>
    Subject,

    /// <summary>PoolGen under its default tie rule.</summary>
    AllTies,

    /// <summary>Another library.</summary>
    Peer,

    /// <summary>What a person would write.</summary>
    PlainLoop,

    /// <summary>A copy of the same bytes: no pass over memory is faster, but for what it need not write.</summary>
    Roof,
}

/// <summary>An implementation that is measured.</summary>
internal abstract class Contender
{
    public abstract string Name { get; }

    /// <summary>Its version, for the report.</summary>
    public virtual string? Version => null;

    /// <summary>Why it is not on this machine; null where it is.</summary>
    public virtual string? Missing => null;

    /// <summary>What it can run of a case. What that allocates, it gives <paramref name="tensors"/> to own.</summary>
    public abstract IEnumerable<Entry> Enter(Tensors tensors);
}

/// <summary>One contender, layout and direction on one case.</summary>
/// <param name="Contender">The contender's name.</param>
/// <param name="Run">Runs it so many times.</param>
/// <param name="Read">Copies what the last run computed, channels first; null where it computes nothing.</param>
internal sealed record Entry(string Contender, Role Role, Layout Layout, Direction Direction, Action<int> Run, ReadResult? Read);

/// <summary>Copies a result, channels first.</summary>
internal delegate void ReadResult(Span<float> target);

/// <summary>How results are read.</summary>
internal static class Results
{
    /// <summary>Reads a tensor of the case itself.</summary>
    public static ReadResult Of(Tensors tensors, Layout layout, Direction direction) => target =>
    {
        Span<float> result = tensors.Result(layout, direction).Span;
        if (layout == Layout.Nhwc)
            LayoutConversion.ToNchw(result, target, tensors.Case);
        else
            result.CopyTo(target);
    };
}
