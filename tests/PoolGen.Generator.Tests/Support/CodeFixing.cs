using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Diagnostics;

namespace PoolGen.Generator.Tests.Support;

/// <summary>Applies a code fix as an editor does.</summary>
internal static class CodeFixing
{
    /// <summary>The source after the fix for the first diagnostic of a rule, or null where none is offered.</summary>
    public static async Task<string?> FixAsync(this CodeFixProvider provider, string source, string id)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = TestCompilation.Create(source);
        using AdhocWorkspace workspace = new();
        Document document = workspace.CurrentSolution
            .AddProject("Test", "Test", LanguageNames.CSharp)
            .WithParseOptions(compilation.SyntaxTrees[0].Options)
            .WithCompilationOptions(compilation.Options)
            .WithMetadataReferences(compilation.References)
            .AddDocument("Source0.cs", source);

        Diagnostic diagnostic = (await (await document.Project.GetCompilationAsync(cancel))!.AnalyzeAsync(new PoolingAnalyzer())).First(found => found.Id == id);
        CodeAction? action = null;
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (found, _) => action ??= found, cancel));
        if (action is null)
            return null;

        ApplyChangesOperation changes = (await action.GetOperationsAsync(cancel)).OfType<ApplyChangesOperation>().Single();
        Document changed = changes.ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync(cancel)).ToString();
    }

    /// <summary>Whether a source is valid C# and breaks no rule but those named.</summary>
    public static async Task AssertCleanAsync(string source, params string[] except)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        Assert.Empty(compilation.Errors());
        IEnumerable<string> found = (await compilation.AnalyzeAsync(new PoolingAnalyzer()))
            .Where(diagnostic => !except.Contains(diagnostic.Id))
            .Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Empty(found);
    }
}
