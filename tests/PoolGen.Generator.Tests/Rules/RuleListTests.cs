using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Parsing.Rules;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Rules;

/// <summary>Every rule has a descriptor, a page, a line in the ledger and the index, and a test.</summary>
public sealed class RuleListTests
{
    private static readonly string s_pages = Path.Combine(AppContext.BaseDirectory, "docs", "rules");

    private static readonly string s_ledger = string.Concat(
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "ledger"), "*.md").Select(File.ReadAllText));

    public static TheoryData<string> Ids =>
        [.. typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_descriptor_that_links_to_its_page(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Of(id);

        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.Contains(rule, new PoolingAnalyzer().SupportedDiagnostics);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_that_says_cause_reason_and_cure(string id)
    {
        string[] lines = File.ReadAllLines(Path.Combine(s_pages, id + ".md"));

        Assert.Equal($"# {id}: {Descriptors.Of(id).Title}", lines[0]);
        Assert.Equal(["## Cause", "## Why", "## Fix", "## Example"], lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    /// <summary>The rules whose examples are C#: those of the language version and of the package's version are project settings.</summary>
    public static TheoryData<string> IdsWithSource => [.. Ids.Select(row => row.Data).Where(id => id is not (RuleIds.LanguageVersion or RuleIds.NotSupportedYet))];

    [Theory]
    [MemberData(nameof(IdsWithSource))]
    public async Task The_examples_of_a_page_are_true(string id)
    {
        string[] blocks = [.. File.ReadAllText(Path.Combine(s_pages, id + ".md"))
            .Split("```csharp")[1..]
            .Select(block => TestCompilation.Usings + block[..block.IndexOf("```", StringComparison.Ordinal)])];

        Assert.Equal(2, blocks.Length);
        Assert.Contains("// " + id, blocks[0], StringComparison.Ordinal);
        Assert.Equal([id], await Errors(blocks[0]));
        Assert.Empty(await Errors(blocks[1]));

        async Task<IEnumerable<string>> Errors(string source)
        {
            CSharpCompilation compilation = TestCompilation.Create(source);
            Assert.Empty(compilation.Errors());
            return (await compilation.AnalyzeAsync(new PoolingAnalyzer()))
                .Select(diagnostic => diagnostic.Id)
                .Where(found => found == id || Descriptors.Of(found).DefaultSeverity == DiagnosticSeverity.Error);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_in_the_index_with_its_title(string id)
    {
        string index = File.ReadAllText(Path.Combine(s_pages, "README.md"));

        Assert.Contains($"| [{id}]({id}.md) | {Severity(Descriptors.Of(id))} | {Descriptors.Of(id).Title} |", index, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_in_the_ledger(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Of(id);
        string severity = rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";

        Assert.Contains($"{id} | {rule.Category} | {severity} | {rule.Title}", s_ledger, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_tested(string id) => Assert.Contains(id, RuleTests.CoveredRules);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_belongs_to_the_group_of_its_number(string id) => Assert.Equal(
        id[..4] switch
        {
            "PG00" => ("PoolGen.Target", DiagnosticSeverity.Error),
            "PG01" => ("PoolGen.Arguments", DiagnosticSeverity.Error),
            _ => ("PoolGen.Advice", DiagnosticSeverity.Info),
        },
        (Descriptors.Of(id).Category, Descriptors.Of(id).DefaultSeverity));

    [Fact]
    public void Pages_exist_for_rules_only()
    {
        IEnumerable<string> pages = Directory.GetFiles(s_pages, "PG*.md").Select(path => Path.GetFileNameWithoutExtension(path)!);

        Assert.Equal(Descriptors.All.Select(rule => rule.Id), pages.Order(StringComparer.Ordinal));
    }

    private static string Severity(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "off";
}
