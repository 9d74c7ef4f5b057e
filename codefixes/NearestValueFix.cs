using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.CodeFixes;

/// <summary>Replaces a number that is out of its range by the nearest one inside.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearestValueFix))]
public sealed class NearestValueFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        RuleIds.BelowOne, RuleIds.PaddingOutOfRange, RuleIds.WindowTooLarge, RuleIds.DivisorBelowOne, RuleIds.NoOutput, RuleIds.PaddingAboveHalf);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is null
                || !diagnostic.Properties.TryGetValue(DiagnosticProperties.NearestValue, out string? nearest)
                || nearest is null
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax marked
                || marked is CollectionExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax)
            {
                continue;
            }

            ExpressionSyntax number = SyntaxFactory.ParseExpression(nearest).WithTriviaFrom(marked);
            Document Fixed() => context.Document.WithSyntaxRoot(root.ReplaceNode(marked, number));
            context.RegisterCodeFix(
                CodeAction.Create($"Use {nearest}, the nearest valid value", _ => Task.FromResult(Fixed()), nameof(NearestValueFix)),
                diagnostic);
        }
    }
}
