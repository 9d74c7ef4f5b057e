using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing;

/// <summary>What was written in one <c>[Pooling(...)]</c>: nothing is checked and no default is applied yet.</summary>
internal sealed record PoolingArguments
{
    /// <summary>
    /// Whether every argument has a value of its property's type. Where one has not, the compiler reports an error of its own, and what
    /// the user meant is unknown.
    /// </summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>Properties that this generator does not know: the attribute comes from a newer runtime.</summary>
    public EquatableArray<string> Unknown { get; init; }

    public Argument<PoolingKind> Kind { get; init; }

    public Argument<int> Rank { get; init; }

    public Argument<int> Kernel { get; init; }

    public Argument<EquatableArray<int>?> KernelShape { get; init; }

    public Argument<int> Stride { get; init; }

    public Argument<EquatableArray<int>?> Strides { get; init; }

    public Argument<int> Padding { get; init; }

    public Argument<EquatableArray<int>?> PaddingBegin { get; init; }

    public Argument<EquatableArray<int>?> PaddingEnd { get; init; }

    public Argument<AutoPadding> AutoPad { get; init; }

    public Argument<int> Dilation { get; init; }

    public Argument<EquatableArray<int>?> Dilations { get; init; }

    public Argument<bool> CeilMode { get; init; }

    public Argument<bool> CountIncludePad { get; init; }

    public Argument<int> DivisorOverride { get; init; }

    public Argument<double> NormType { get; init; }

    public Argument<TieRule> Ties { get; init; }

    public Argument<NaNRule> NaN { get; init; }

    public Argument<int> OutputSize { get; init; }

    public Argument<EquatableArray<int>?> OutputSizes { get; init; }

    public Argument<TensorLayout> Layout { get; init; }

    /// <summary>The type in <c>typeof</c>; null where <c>null</c> was written.</summary>
    public Argument<WrittenType?> ElementType { get; init; }

    public Argument<EquatableArray<int>?> InputExtents { get; init; }
}
