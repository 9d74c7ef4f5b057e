using PoolGen.CodeFixes;
using PoolGen.Generator.Parsing.Rules;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Fixes;

/// <summary>Each fix turns the source into the expected one, which then breaks the rule no more.</summary>
public sealed class CodeFixTests
{
    private const string Attribute = "[Pooling(Kind = Max, Kernel = 2)]";

    [Theory]
    [InlineData(Attribute + "\nclass Pool;", Attribute + "\npartial class Pool;")]
    [InlineData(Attribute + " public sealed class Pool;", Attribute + " public sealed partial class Pool;")]
    [InlineData(Attribute + " readonly record struct Pool;", Attribute + " readonly partial record struct Pool;")]
    [InlineData("/// <summary>Halves.</summary>\n" + Attribute + "\nstruct Pool;", "/// <summary>Halves.</summary>\n" + Attribute + "\npartial struct Pool;")]
    [InlineData("class A\n{\n    // Around.\n    interface B<T>\n    {\n        " + Attribute + "\n        class Pool;\n    }\n}",
        "partial class A\n{\n    // Around.\n    partial interface B<T>\n    {\n        " + Attribute + "\n        partial class Pool;\n    }\n}")]
    [InlineData("class A { partial class B { " + Attribute + " partial class Pool; } } class C;",
        "partial class A { partial class B { " + Attribute + " partial class Pool; } } class C;")]
    public async Task The_type_and_all_around_it_become_partial(string source, string expected) =>
        await Check(new MakePartialFix(), RuleIds.NotPartial, source, expected);

    [Theory]
    [InlineData(RuleIds.BelowOne, "Kernel = 2, Stride = 0", "Kernel = 2, Stride = 1")]
    [InlineData(RuleIds.BelowOne, "Kernel = 2, Strides = [1, -2 /* width */]", "Kernel = 2, Strides = [1, 1 /* width */]")]
    [InlineData(RuleIds.BelowOne, "Kernel = 2, Dilations = new[] { 0, 1 }", "Kernel = 2, Dilations = new[] { 1, 1 }")]
    [InlineData(RuleIds.PaddingOutOfRange, "Kernel = 3, Padding = 3", "Kernel = 3, Padding = 2")]
    [InlineData(RuleIds.PaddingOutOfRange, "Kernel = 3, Padding = -3", "Kernel = 3, Padding = 0")]
    [InlineData(RuleIds.PaddingOutOfRange, "KernelShape = [3, 2], Padding = 2", "KernelShape = [3, 2], Padding = 1")]
    [InlineData(RuleIds.PaddingOutOfRange, "Kernel = 3, PaddingEnd = [0, 2 + 1]", "Kernel = 3, PaddingEnd = [0, 2]")]
    [InlineData(RuleIds.PaddingAboveHalf, "Kernel = 3, Padding = 2", "Kernel = 3, Padding = 1")]
    [InlineData(RuleIds.WindowTooLarge, "Kernel = 3, Stride = int.MaxValue", "Kernel = 3, Stride = 1073741824")]
    [InlineData(RuleIds.BelowOne, "OutputSizes = [0, 7]", "OutputSizes = [1, 7]")]
    [InlineData(RuleIds.WindowTooLarge, "OutputSize = int.MaxValue", "OutputSize = 16777216")]
    [InlineData(RuleIds.NoOutput, "Kernel = 5, Padding = 1, InputExtents = [2, 9]", "Kernel = 5, Padding = 1, InputExtents = [3, 9]")]
    [InlineData(RuleIds.WindowTooLarge, "Kernel = 5000", null)]
    public async Task A_number_becomes_the_nearest_valid_one(string id, string arguments, string? expected) =>
        await Check(new NearestValueFix(), id, Annotate("Kind = Max, " + arguments), expected is null ? null : Annotate("Kind = Max, " + expected));

    [Fact]
    public async Task A_divisor_becomes_1() => await Check(
        new NearestValueFix(),
        RuleIds.DivisorBelowOne,
        Annotate("Kind = Average, Kernel = 2, DivisorOverride = 0"),
        Annotate("Kind = Average, Kernel = 2, DivisorOverride = 1"));

    [Theory]
    [InlineData("[Pooling(Kind = Max)]", "[Pooling(Kind = Max, Kernel = 2)]")]
    [InlineData("[Pooling(\n    Kind = Max,\n    Stride = 1\n)]", "[Pooling(\n    Kind = Max,\n    Stride = 1, Kernel = 2\n)]")]
    public async Task A_missing_kernel_is_added(string attribute, string expected) =>
        await Check(new AddArgumentFix(), RuleIds.KernelMissing, attribute + " partial class Pool;", expected + " partial class Pool;");

    [Theory]
    [InlineData("[Pooling]", "[Pooling(Kernel = 2)]")]
    [InlineData("[Pooling()]", "[Pooling(Kernel = 2)]")]
    public async Task A_kernel_is_added_where_nothing_else_is(string attribute, string expected) => Assert.Equal(
        TestCompilation.Usings + expected + " partial class Pool;",
        await new AddArgumentFix().FixAsync(TestCompilation.Usings + attribute + " partial class Pool;", RuleIds.KernelMissing));

    [Theory]
    [InlineData("using PoolGen;\n[Pooling(Kind = PoolingKind.Max, Kernel = 2)]", "using PoolGen;\n[Pooling(Kind = PoolingKind.Max, Kernel = 2, Ties = TieRule.First)]")]
    [InlineData("[PoolGen.Pooling(Kind = PoolGen.PoolingKind.Max, Kernel = 2)]", "[PoolGen.Pooling(Kind = PoolGen.PoolingKind.Max, Kernel = 2, Ties = PoolGen.TieRule.First)]")]
    public async Task The_rule_for_ties_is_added_as_the_usings_allow(string attribute, string expected)
    {
        string? actual = await new AddArgumentFix().FixAsync(attribute + " partial class Pool;", RuleIds.TiesNotStated);

        Assert.Equal(expected + " partial class Pool;", actual);
        await CodeFixing.AssertCleanAsync(actual!);
    }

    private static async Task Check(Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider provider, string id, string source, string? expected)
    {
        string? actual = await provider.FixAsync(TestCompilation.Usings + source, id);

        Assert.Contains(id, provider.FixableDiagnosticIds);
        Assert.Equal(expected is null ? null : TestCompilation.Usings + expected, actual);
        if (actual is not null)
            await CodeFixing.AssertCleanAsync(actual, RuleIds.TiesNotStated, RuleIds.PaddingAboveHalf);
    }

    private static string Annotate(string arguments) => $"[Pooling({arguments})] public partial class Pool;";
}
