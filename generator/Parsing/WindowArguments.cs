using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing;

/// <summary>What every attribute with windows can say: nothing is checked and no default is applied yet.</summary>
internal abstract record WindowArguments
{
    /// <summary>
    /// Whether every argument has a value of its property's type. Where one has not, the compiler reports an error of its own, and what
    /// the user meant is unknown.
    /// </summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>Properties that this generator does not know: the attribute comes from a newer runtime.</summary>
    public EquatableArray<string> Unknown { get; init; }

    public Argument<int> Rank { get; init; }

    public Argument<int> Kernel { get; init; }

    public Argument<EquatableArray<int>?> KernelShape { get; init; }

    public Argument<int> Stride { get; init; }

    public Argument<EquatableArray<int>?> Strides { get; init; }

    public Argument<int> Padding { get; init; }

    public Argument<EquatableArray<int>?> PaddingBegin { get; init; }

    public Argument<EquatableArray<int>?> PaddingEnd { get; init; }

    public Argument<TensorLayout> Layout { get; init; }

    /// <summary>The type in <c>typeof</c>; null where <c>null</c> was written.</summary>
    public Argument<WrittenType?> ElementType { get; init; }

    /// <summary>Whether something says how large windows are.</summary>
    public virtual bool HasWindow => Kernel.IsGiven || KernelShape.IsGiven;
}
