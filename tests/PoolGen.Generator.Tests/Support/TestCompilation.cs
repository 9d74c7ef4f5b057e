extern alias runtime;

using System.Collections.Immutable;
using System.Numerics.Tensors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PoolGen.Generator.Tests.Support;

/// <summary>Sources compiled in memory against the running framework and the PoolGen runtime.</summary>
internal static class TestCompilation
{
    /// <summary>What a source needs above itself to speak of poolings.</summary>
    public const string Usings = "using PoolGen;\nusing static PoolGen.PoolingKind;\n\n";

    private static readonly ImmutableArray<MetadataReference> s_framework = FindFramework();

    private static readonly MetadataReference s_runtime =
        MetadataReference.CreateFromFile(typeof(runtime::PoolGen.PoolingAttribute).Assembly.Location);

    /// <summary>A library of one file or more.</summary>
    public static CSharpCompilation Create(
        IEnumerable<string> sources, LanguageVersion version = LanguageVersion.CSharp12, bool withRuntime = true)
    {
        CSharpParseOptions options = new(version);
        return CSharpCompilation.Create(
            "TestAssembly",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, path: $"Source{index}.cs")),
            withRuntime ? s_framework.Add(s_runtime) : s_framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>A library of one file.</summary>
    public static CSharpCompilation Create(string source, LanguageVersion version = LanguageVersion.CSharp12, bool withRuntime = true) =>
        Create([source], version, withRuntime);

    /// <summary>Runs a generator once, tracking its steps.</summary>
    public static GeneratorDriver Run(this IIncrementalGenerator generator, CSharpCompilation compilation, out Compilation updated)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return driver.RunGeneratorsAndUpdateCompilation(compilation, out updated, out _, TestContext.Current.CancellationToken);
    }

    /// <summary>What an analyzer reports, sorted by place; rules that are off by default are on.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(this Compilation compilation, DiagnosticAnalyzer analyzer)
    {
        Compilation all = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            analyzer.SupportedDiagnostics.Where(rule => !rule.IsEnabledByDefault).Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Info))));
        ImmutableArray<Diagnostic> diagnostics = await all
            .WithAnalyzers([analyzer])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>The compiler's errors.</summary>
    public static IReadOnlyList<Diagnostic> Errors(this Compilation compilation) =>
        [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    // The list of trusted assemblies names this application's own too: only the framework's and the tensors are wanted.
    private static ImmutableArray<MetadataReference> FindFramework()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(Tensor).Assembly.Location);
        return [.. assemblies.Distinct().Select(path => MetadataReference.CreateFromFile(path))];
    }
}
