using Microsoft.CodeAnalysis;

namespace PoolGen.CallSites.Tests.Documentation;

/// <summary>The attributes of <c>coming-from.md</c> are accepted, and those of what is not available yet are refused by name.</summary>
public sealed class ComingFromTests
{
    private static readonly (DocumentPage Available, DocumentPage Missing) s_page = DocumentPage.Read("coming-from.md").Split("Not available yet");

    [Fact]
    public async Task An_attribute_of_the_tables_gets_no_diagnostic()
    {
        IReadOnlyList<string> attributes = s_page.Available.Attributes;

        Assert.True(attributes.Count >= 20, $"There are {attributes.Count} attributes.");
        Assert.Empty(
            from found in await ExampleCompiler.DiagnosticsAsync(Source(attributes))
            select $"{attributes[found.Line]}: {found.Diagnostic}");
    }

    [Fact]
    public async Task What_is_not_available_is_refused_by_name()
    {
        IReadOnlyList<string> attributes = s_page.Missing.Attributes;

        ILookup<int, string> errors = (await ExampleCompiler.DiagnosticsAsync(Source(attributes)))
            .Where(found => found.Diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(found => found.Line, found => found.Diagnostic.Id);

        Assert.NotEmpty(attributes);
        Assert.All(attributes.Index(), item => Assert.Equal(["PG0115"], errors[item.Index]));
    }

    // One on each line.
    private static string Source(IReadOnlyList<string> attributes) =>
        string.Concat(attributes.Select((attribute, index) => $"{attribute} public partial class Pooling{index};\n"));
}
