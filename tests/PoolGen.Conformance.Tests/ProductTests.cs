using System.Numerics;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>
/// The product of kinds, ranks, layouts, element types, tie rules and forms of windows: each combination computes what the reference does in
/// every member, or is refused by the rule that is named here.
/// </summary>
public sealed class ProductTests
{
    private const string FloatingPointOnly = "PG0130";
    private const int BatchSize = 20;

    private static readonly Type[] s_elements = [typeof(float), typeof(double), typeof(Half), typeof(sbyte), typeof(byte), typeof(short), typeof(int)];

    // Three windows over 5 differ, over 7 they are alike.
    private static readonly int[] s_extents = [5, 7, 11];

    private readonly Failures _failures = new();

    [Fact]
    public void Each_combination_agrees_with_the_reference()
    {
        ReferenceSpec[] specs = [.. Product().Where(spec => Refusal(spec) is null)];
        Assert.True(specs.Length > 1000, $"only {specs.Length} combinations");
        Parallel.ForEach(specs.Chunk(BatchSize), Check);
        _failures.Check(specs.Length);
    }

    [Fact]
    public async Task Each_other_combination_is_refused_by_name()
    {
        ReferenceSpec[] specs = [.. Product().Where(spec => Refusal(spec) is not null)];
        Assert.NotEmpty(specs);
        foreach (ReferenceSpec spec in specs)
        {
            var errors = await CompiledPoolings.Compiler.ErrorsAsync(AttributeText.Of(spec), TestContext.Current.CancellationToken);
            Assert.True(errors.Any(error => error.Id == Refusal(spec)), $"{AttributeText.Of(spec)}: {string.Join("; ", errors)}");
        }
    }

    /// <summary>The rule that refuses a combination; null for one that kernels are generated for.</summary>
    private static string? Refusal(ReferenceSpec spec) => spec is { Kind: PoolingKind.Lp, HasIntegers: true } ? FloatingPointOnly : null;

    private static IEnumerable<ReferenceSpec> Product() =>
        from kind in Enum.GetValues<PoolingKind>()
        from rank in Enumerable.Range(1, 3)
        from layout in Enum.GetValues<TensorLayout>()
        from element in s_elements
        from ties in kind is PoolingKind.Max or PoolingKind.Min ? Enum.GetValues<TieRule>() : [TieRule.All]
        from windows in ties is TieRule.All or TieRule.First ? [.. Windows(kind, rank), .. OverKnownExtents(kind, rank)] : Windows(kind, rank)
        select windows with { Layout = layout, ElementType = element, Ties = ties };

    /// <summary>Windows that overlap and are clipped, and adaptive ones.</summary>
    private static ReferenceSpec[] Windows(PoolingKind kind, int rank)
    {
        int[] Each(int value) => [.. Enumerable.Repeat(value, rank)];
        return [new ReferenceSpec(kind, Each(3)) { Stride = Each(2), PadBegin = Each(1), PadEnd = Each(1) }, ReferenceSpec.Adaptive(kind, Each(3))];
    }

    /// <summary>The same where extents are known, a window over all, and tiles.</summary>
    private static IEnumerable<ReferenceSpec> OverKnownExtents(PoolingKind kind, int rank)
    {
        ReferenceSpec whole = ReferenceSpec.Adaptive(kind, [.. Enumerable.Repeat(1, rank)]);
        ReferenceSpec tiles = new(kind, [.. Enumerable.Repeat(5, rank)]) { DivisorOverride = kind == PoolingKind.Average ? 7 : null };
        return
        [
            .. Windows(kind, rank).Append(whole).Select(windows => windows with { InputExtents = s_extents[^rank..] }),
            tiles with { InputExtents = [.. Enumerable.Repeat(10, rank)] },
        ];
    }

    private void Check(ReferenceSpec[] specs)
    {
        IReadOnlyList<Type> types;
        try
        {
            types = CompiledPoolings.Compiler.Compile(specs);
        }
        catch (InvalidOperationException failure)
        {
            _failures.Add(TestSeed.Description, failure);
            return;
        }
        for (int i = 0; i < specs.Length; i++)
            ElementDispatch.Run(specs[i].ElementType, new OneCombination(this, specs[i], types[i]));
    }

    private sealed class OneCombination(ProductTests owner, ReferenceSpec spec, Type type) : IElementTest
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            owner._failures.Try(AttributeText.Of(spec), () =>
            {
                PoolingShape shape = spec.OfRank(new(2, 5, 7, 12));
                Verify.AllMembers(PoolingUnderTest<T>.Bind(type), ReferenceCase<T>.Make(spec, shape, DataClass.SmallIntegers, TestSeed.Value), TestSeed.Description);
            });
    }
}
