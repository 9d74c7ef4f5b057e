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
        if (AttributeReader.PoolingAttributes(type).FirstOrDefault() is not { } attribute
            || attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax)
        {
            return;
        }

        LanguageVersion version = ((CSharpParseOptions)syntax.SyntaxTree.Options).LanguageVersion;
        if (TargetReader.Read(type, version, context.CancellationToken) is not { } target)
            return;

        PoolingArguments arguments = AttributeReader.Read(attribute);
        Violation[] violations = [.. PoolingRules.Errors(arguments, target)];
        if (violations.Length == 0 && arguments.IsReadable)
            violations = [.. PoolingRules.Advice(arguments)];
        foreach (Violation violation in violations)
            context.ReportDiagnostic(ToDiagnostic(violation, syntax));
    }

    private static Diagnostic ToDiagnostic(Violation violation, AttributeSyntax attribute) => Diagnostic.Create(
        Descriptors.Of(violation.Id),
        ViolationLocation.Find(violation.Subject, attribute),
        violation.NearestValue is { } value
            ? ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.NearestValue, Text.Number(value))
            : ImmutableDictionary<string, string?>.Empty,
        [.. violation.MessageArguments]);
}
