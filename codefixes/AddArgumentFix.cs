using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.CodeFixes;

/// <summary>Adds an argument that the attribute lacks: <c>Kernel = 2</c>, or <c>Ties = TieRule.First</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddArgumentFix))]
public sealed class AddArgumentFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KernelMissing, RuleIds.TiesNotStated);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // The full name is shortened to what the usings of the file allow.
            (string name, string value, string title) = diagnostic.Id == RuleIds.KernelMissing
                ? ("Kernel", "2", "Add Kernel = 2")
                : ("Ties", "global::PoolGen.TieRule.First", "Add Ties = First, as in PyTorch");
            context.RegisterCodeFix(
                CodeAction.Create(title, cancel => Fix(context.Document, diagnostic, name, value, cancel), nameof(AddArgumentFix) + name),
                diagnostic);
        }
        return Task.CompletedTask;
    }

    private static async Task<Document> Fix(Document document, Diagnostic diagnostic, string name, string value, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        AttributeSyntax? attribute = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();
        if (root is null || attribute is null)
            return document;

        AttributeArgumentSyntax argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(
                SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            SyntaxFactory.ParseExpression(value).WithAdditionalAnnotations(Simplifier.Annotation));
        return document.WithSyntaxRoot(root.ReplaceNode(attribute, attribute.WithArgumentList(Append(attribute.ArgumentList, argument))));
    }

    private static AttributeArgumentListSyntax Append(AttributeArgumentListSyntax? list, AttributeArgumentSyntax argument)
    {
        if (list is null || list.Arguments.Count == 0)
            return (list ?? SyntaxFactory.AttributeArgumentList()).WithArguments(SyntaxFactory.SingletonSeparatedList(argument));

        // A line break before the closing parenthesis stays there.
        AttributeArgumentSyntax last = list.Arguments.Last();
        SyntaxTriviaList end = last.GetTrailingTrivia();
        return list
            .WithArguments(list.Arguments.Replace(last, last.WithoutTrailingTrivia()))
            .AddArguments(argument.WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(end));
    }
}
