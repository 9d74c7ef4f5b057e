using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.Generator.Diagnostics;

/// <summary>From what a violation points at to its place in the source.</summary>
internal static class ViolationLocation
{
    public static Location Find(Subject subject, AttributeSyntax attribute) => subject.Kind switch
    {
        SubjectKind.Type when attribute.Parent?.Parent is BaseTypeDeclarationSyntax declaration => declaration.Identifier.GetLocation(),
        SubjectKind.Argument when FindValue(subject, attribute) is { } value => value.GetLocation(),
        _ => attribute.GetLocation(),
    };

    private static ExpressionSyntax? FindValue(Subject subject, AttributeSyntax attribute)
    {
        ExpressionSyntax? value = attribute.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == subject.Argument)?.Expression;
        return subject.Element is { } element && value is not null ? FindElement(value, element) ?? value : value;
    }

    // [3, 5], new[] { 3, 5 } and new int[] { 3, 5 }; the values of a constant that stands elsewhere have no place here.
    private static ExpressionSyntax? FindElement(ExpressionSyntax array, int element) => array switch
    {
        CollectionExpressionSyntax collection => (collection.Elements.ElementAtOrDefault(element) as ExpressionElementSyntax)?.Expression,
        ImplicitArrayCreationExpressionSyntax creation => creation.Initializer.Expressions.ElementAtOrDefault(element),
        ArrayCreationExpressionSyntax creation => creation.Initializer?.Expressions.ElementAtOrDefault(element),
        _ => null,
    };
}
