using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Poolings;

namespace PoolGen.Benchmarks.Tests;

/// <summary>The cases and the annotated types belong together.</summary>
public sealed class CaseTests
{
    private static readonly Case[] s_cases = [.. KernelCases.All, .. NetworkCases.All];

    [Fact]
    public void Every_case_has_its_poolings_in_both_layouts_and_under_both_tie_rules()
    {
        Assert.All(s_cases, problem =>
        {
            TieRule[] ties = problem.Window.Kind == PoolingKind.Max ? [TieRule.All, TieRule.First] : [TieRule.All];
            (Layout, TieRule)[] wanted = [.. from layout in (Layout[])[Layout.Nchw, Layout.Nhwc] from tie in ties select (layout, tie)];
            (Layout, TieRule)[] found = [.. PoolingCatalog.For(problem.Window).Select(pooling => (pooling.Layout, pooling.Ties)).Order()];
            Assert.Equal(wanted, found);
        });
    }

    [Fact]
    public void Every_pooling_serves_a_case() =>
        Assert.All(PoolingCatalog.All, pooling => Assert.Contains(s_cases, problem => problem.Window == pooling.Window));

    [Fact]
    public void Names_are_unique() => Assert.Equal(s_cases.Length, s_cases.DistinctBy(problem => problem.Name).Count());

    [Fact]
    public void An_unknown_option_is_named()
    {
        Assert.Contains("--fast", Assert.Throws<FormatException>(() => Options.Parse(["--fast", "1"])).Message, StringComparison.Ordinal);
        Assert.Contains("--only", Assert.Throws<FormatException>(() => Options.Parse(["--only"])).Message, StringComparison.Ordinal);
    }
}
