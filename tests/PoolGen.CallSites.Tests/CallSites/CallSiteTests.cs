using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.CallSites.Tests;

/// <summary>
/// What users write against generated members compiles with every version of the language that has collection expressions, and means
/// the same: C# 14 converts arrays to spans in places where C# 12 does not.
/// </summary>
public sealed class CallSiteTests
{
    private const LanguageVersion Oldest = LanguageVersion.CSharp12;

    public static TheoryData<LanguageVersion> Newer => [LanguageVersion.CSharp13, LanguageVersion.CSharp14, LanguageVersion.Preview];

    [Theory]
    [InlineData(Oldest)]
    [MemberData(nameof(Newer))]
    public void The_corpus_compiles_without_a_warning(LanguageVersion version) =>
        Assert.Empty(Corpus.Compile(version)
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{Corpus.FileName(diagnostic.Location.SourceTree!)}: {diagnostic}"));

    [Theory]
    [MemberData(nameof(Newer))]
    public void Every_name_is_bound_alike(LanguageVersion version)
    {
        IReadOnlyList<Binding> before = Binding.All(Corpus.Compile(Oldest)), after = Binding.All(Corpus.Compile(version));

        Assert.NotEmpty(before);
        Assert.Equal(before.Count, after.Count);
        Assert.Empty(Differences(before, after));
    }

    [Fact]
    public void Every_member_is_called()
    {
        Compilation compilation = Corpus.Compile(Oldest);
        HashSet<ISymbol> bound = Binding.All(compilation).Select(binding => binding.Symbol).ToHashSet(SymbolEqualityComparer.Default);
        string[] types =
        [
            "PoolGen.IPooling`1", "PoolGen.IIndexedPooling`1", "PoolGen.IPoolingLayer`1", "CallSites.MaxPool", "CallSites.StructPool", "CallSites.StaticPool",
            "PoolGen.IUnpooling`1", "PoolGen.IUnpoolingLayer`1", "PoolGen.PoolingIndices", "CallSites.MaxUnpool", "CallSites.StructUnpool", "CallSites.StaticUnpool",
        ];

        IEnumerable<string> missing =
            from name in types
            from member in compilation.GetTypeByMetadataName(name)!.GetMembers()
            where member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol
            where member.DeclaredAccessibility == Accessibility.Public && member.Name != "Run"
            where !bound.Contains(member)
            select member.ToDisplayString();

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("static void F(Span<int> x) { } static void F(ReadOnlySpan<int> x) { } static void G(int[] x) => F(x);")]
    [InlineData("static bool G(int[] x) => x.Contains(1);")]
    public void The_comparison_notices_a_call_that_changes_its_meaning(string members)
    {
        string source = $"using System; using System.Collections.Generic; using System.Linq; static class C {{ {members} }}";
        Compilation before = Corpus.Compile(Oldest, source), after = Corpus.Compile(LanguageVersion.CSharp14, source);

        Assert.Empty(before.Errors().Concat(after.Errors()));
        Assert.Single(Differences(Binding.All(before), Binding.All(after)));
    }

    private static IEnumerable<string> Differences(IReadOnlyList<Binding> before, IReadOnlyList<Binding> after) =>
        from pair in before.Zip(after)
        where (pair.First.Place, pair.First.Chosen) != (pair.Second.Place, pair.Second.Chosen)
        select $"{pair.First.Place}: {pair.First.Written} was {pair.First.Chosen} and is {pair.Second.Chosen}";
}
