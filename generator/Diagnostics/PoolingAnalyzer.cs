using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PoolGen.Generator.Parsing;
using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.Generator.Diagnostics;

/// <summary>
/// Reports the rules that the generator obeys. It is an analyzer's work and not the generator's, so that locations stay out of the
/// generator's cached model and <c>#pragma warning disable</c> and <c>.editorconfig</c> apply.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PoolingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;

        // A type that has both is told to be two; what else is wrong with either is said of the first.
        if (Annotation.All.FirstOrDefault(candidate => candidate.On(type) is not null) is not { } annotation
            || annotation.On(type) is not { } attribute
            || attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax)
        {
            return;
        }

        LanguageVersion version = ((CSharpParseOptions)syntax.SyntaxTree.Options).LanguageVersion;
        if (TargetReader.Read(type, annotation, version, context.CancellationToken) is not { } target)
            return;

        foreach (Violation violation in annotation == Annotation.Pooling ? OfPooling(attribute, target) : OfUnpooling(attribute, target))
            context.ReportDiagnostic(ToDiagnostic(violation, syntax));
    }

    private static IEnumerable<Violation> OfPooling(AttributeData attribute, TargetFacts target)
    {
        PoolingArguments arguments = AttributeReader.ReadPooling(attribute);
        Violation[] errors = [.. PoolingRules.Errors(arguments, target)];
        return errors.Length == 0 && arguments.IsReadable ? PoolingRules.Advice(arguments) : errors;
    }

    private static IEnumerable<Violation> OfUnpooling(AttributeData attribute, TargetFacts target) =>
        UnpoolingRules.Errors(AttributeReader.ReadUnpooling(attribute), target);

    private static Diagnostic ToDiagnostic(Violation violation, AttributeSyntax attribute) => Diagnostic.Create(
        Descriptors.Of(violation.Id),
        ViolationLocation.Find(violation.Subject, attribute),
        violation.NearestValue is { } value
            ? ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.NearestValue, Text.Number(value))
            : ImmutableDictionary<string, string?>.Empty,
        [.. violation.MessageArguments]);
}
