using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PoolGen.CallSites.Tests;

/// <summary>What one name of a source stands for.</summary>
/// <param name="Place">Where it is: the tree, the line and the offset.</param>
/// <param name="Written">The expression.</param>
/// <param name="Chosen">The method or property that it is bound to, and what its arguments are converted to.</param>
/// <param name="Symbol">The declaration of that member.</param>
internal sealed record Binding(string Place, string Written, string Chosen, ISymbol Symbol)
{
    /// <summary>Every method and property that the sources name, calls and delegates alike, in the sources' order.</summary>
    public static IReadOnlyList<Binding> All(Compilation compilation) =>
    [
        .. from tree in compilation.SyntaxTrees
           where tree.FilePath.StartsWith("Source", StringComparison.Ordinal)
           let model = compilation.GetSemanticModel(tree)
           from node in tree.GetRoot().DescendantNodes()
           where node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax
           let symbol = model.GetSymbolInfo(node).Symbol
           where symbol is IMethodSymbol or IPropertySymbol
           select new Binding(PlaceOf(tree, node), Expression(node).ToString(), symbol.ToDisplayString() + Arguments(model, node), symbol.OriginalDefinition),
    ];

    private static string PlaceOf(SyntaxTree tree, SyntaxNode node)
    {
        int line = tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{Corpus.FileName(tree) ?? tree.FilePath}({line}) at {node.SpanStart}");
    }

    /// <summary>With a built-in conversion or a user's, an argument has to become the same type.</summary>
    private static string Arguments(SemanticModel model, SyntaxNode node)
    {
        if (Expression(node) is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax))
            return "";
        ArgumentListSyntax? list = (Expression(node) as InvocationExpressionSyntax)?.ArgumentList ?? (node as BaseObjectCreationExpressionSyntax)?.ArgumentList;
        ImmutableArray<string?> types =
            [.. list?.Arguments.Select(argument => model.GetTypeInfo(argument.Expression).ConvertedType?.ToDisplayString()) ?? []];
        return $" <- {string.Join(", ", types)}";
    }

    // The call that a name is the target of, else the name with what it is a member of.
    private static SyntaxNode Expression(SyntaxNode node)
    {
        SyntaxNode whole = node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access : node;
        return whole.Parent is InvocationExpressionSyntax call && call.Expression == whole ? call : whole;
    }
}
