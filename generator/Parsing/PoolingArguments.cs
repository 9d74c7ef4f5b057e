using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing;

/// <summary>What was written in one <c>[Pooling(...)]</c>: nothing is checked and no default is applied yet.</summary>
internal sealed record PoolingArguments : WindowArguments
{
    public Argument<PoolingKind> Kind { get; init; }

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

    public Argument<EquatableArray<int>?> InputExtents { get; init; }

    /// <inheritdoc/>
    public override bool HasWindow => base.HasWindow || OutputSize.IsGiven || OutputSizes.IsGiven;
}
