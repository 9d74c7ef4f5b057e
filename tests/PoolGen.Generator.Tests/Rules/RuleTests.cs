using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Parsing.Rules;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Rules;

/// <summary>Every case of the table: the bad source is marked and not generated, the good one is neither.</summary>
public sealed class RuleTests
{
    private static readonly IReadOnlyList<RuleCase> s_cases = [.. TargetRuleCases.All, .. ArgumentRuleCases.All, .. UnpoolingRuleCases.All];

    // Options of newer packages do not compile beside this one: HostileSourceTests has them.
    internal static IEnumerable<string> CoveredRules => s_cases.Select(@case => @case.Id).Append(RuleIds.LanguageVersion).Append(RuleIds.NotSupportedYet).Distinct();

    public static TheoryData<int, string, string> Cases
    {
        get
        {
            TheoryData<int, string, string> data = [];
            for (int index = 0; index < s_cases.Count; index++)
                data.Add(index, s_cases[index].Id, s_cases[index].Bad);
            return data;
        }
    }

    public static TheoryData<string> GoodSources => [.. s_cases.Select(@case => @case.Good).Distinct()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_source_is_marked_where_it_is_wrong(int index, string id, string bad)
    {
        RuleCase @case = s_cases[index];
        CSharpCompilation compilation = TestCompilation.Create(@case.BadSource);

        Diagnostic[] found = [.. (await compilation.AnalyzeAsync(new PoolingAnalyzer())).Where(diagnostic => diagnostic.Id == id)];

        Diagnostic diagnostic = Assert.Single(found);
        Assert.Equal(@case.Span, @case.BadSource.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.All(@case.Message, fragment => Assert.Contains(fragment, message, StringComparison.Ordinal));
        Assert.DoesNotContain("{", message, StringComparison.Ordinal);
        Assert.True(bad.Contains(@case.Span, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_bad_source_is_generated_only_if_the_rule_is_advice(int index, string id, string bad)
    {
        bool isAdvice = Descriptors.Of(id).DefaultSeverity != DiagnosticSeverity.Error;

        int requests = ParseOnlyGenerator.ParseTargets(TestCompilation.Create(s_cases[index].BadSource), out _).Count;

        Assert.True(requests == (isAdvice ? 1 : 0), bad);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_good_source_is_generated_and_silent(int index, string id, string bad)
    {
        Assert.Single(ParseOnlyGenerator.ParseTargets(TestCompilation.Create(s_cases[index].GoodSource), out Compilation updated));
        Assert.Empty(updated.Errors());

        IReadOnlyList<Diagnostic> diagnostics = await updated.AnalyzeAsync(new PoolingAnalyzer());

        // Sources that are about something else may leave the rule for ties unstated.
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == id);
        Assert.True(diagnostics.All(diagnostic => diagnostic.Severity == DiagnosticSeverity.Info), bad);
    }

    [Theory]
    [MemberData(nameof(GoodSources))]
    public async Task A_good_source_compiles_with_its_kernels_and_stays_silent(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(TestCompilation.Usings + source);

        GeneratorRunResult run = new PoolingGenerator().Run(compilation, out Compilation updated).GetRunResult().Results.Single();

        Assert.Null(run.Exception);
        Assert.Single(run.GeneratedSources);
        Assert.DoesNotContain(updated.GetDiagnostics(TestContext.Current.CancellationToken), found => found.Severity >= DiagnosticSeverity.Warning);
        Assert.DoesNotContain(await updated.AnalyzeAsync(new PoolingAnalyzer()), found => found.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp8, false)]
    [InlineData(LanguageVersion.CSharp10, false)]
    [InlineData(LanguageVersion.CSharp11, true)]
    [InlineData(LanguageVersion.CSharp12, true)]
    public async Task Below_CSharp_11_the_version_is_named(LanguageVersion version, bool isEnough)
    {
        CSharpCompilation compilation = TestCompilation.Create(
            TestCompilation.Usings + "[Pooling(Kind = Max, Kernel = 2, Ties = TieRule.First)] public partial class Pool { }", version);

        IReadOnlyList<Diagnostic> diagnostics = await compilation.AnalyzeAsync(new PoolingAnalyzer());

        Assert.Equal(isEnough ? 1 : 0, ParseOnlyGenerator.Parse(compilation).Count);
        if (isEnough)
        {
            Assert.Empty(diagnostics);
            return;
        }
        Diagnostic diagnostic = Assert.Single(diagnostics);
        Assert.Equal(RuleIds.LanguageVersion, diagnostic.Id);
        Assert.Contains($"C# {version.ToDisplayString()}", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("C# 11", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_mistakes_are_all_reported()
    {
        CSharpCompilation compilation = TestCompilation.Create(
            TestCompilation.Usings + "[Pooling(Kind = Average, KernelShape = [0, -1], Stride = 0, Ties = TieRule.First)] public class Pool;");

        IReadOnlyList<Diagnostic> diagnostics = await compilation.AnalyzeAsync(new PoolingAnalyzer());

        Assert.Equal(
            [RuleIds.BelowOne, RuleIds.BelowOne, RuleIds.BelowOne, RuleIds.OtherKindsOnly, RuleIds.NotPartial],
            diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Advice_can_be_suppressed_where_it_stands()
    {
        CSharpCompilation compilation = TestCompilation.Create(
            TestCompilation.Usings + "#pragma warning disable PG0202\n[Pooling(Kind = Max, Kernel = 2)] public partial class Pool;");

        Assert.Empty(await compilation.AnalyzeAsync(new PoolingAnalyzer()));
    }

    [Fact]
    public async Task Ties_not_stated_is_off_unless_asked_for()
    {
        CSharpCompilation compilation = TestCompilation.Create(TestCompilation.Usings + "[Pooling(Kind = Max, Kernel = 2)] public partial class Pool;");

        Assert.Empty(await Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzerExtensions
            .WithAnalyzers(compilation, [new PoolingAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
    }
}
