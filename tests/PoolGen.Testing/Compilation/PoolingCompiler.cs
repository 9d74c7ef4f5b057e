using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace PoolGen.Testing;

/// <summary>Compiles annotated types at test time, with the generator, into assemblies that live in memory only.</summary>
/// <param name="generatorAssembly">The assembly of the generator and its analyzers.</param>
public sealed class PoolingCompiler(Assembly generatorAssembly)
{
    // The oldest language that annotated types may be written in with collection expressions in the attribute.
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.CSharp12);

    private static readonly ImmutableArray<MetadataReference> s_references = References();

    /// <summary>Whether the generator's assembly reports diagnostics of its own.</summary>
    public bool HasAnalyzers => !Instances<DiagnosticAnalyzer>().IsEmpty;

    /// <summary>Compiles one class for each of the configurations, named <c>Pooling0</c> and so on.</summary>
    /// <exception cref="InvalidOperationException">A configuration is refused, or what is generated for it does not compile.</exception>
    public IReadOnlyList<Type> Compile(IReadOnlyList<ReferenceSpec> specs) => CompileAttributes([.. specs.Select(AttributeText.Of)]);

    /// <summary>Compiles a class with the attribute.</summary>
    /// <exception cref="InvalidOperationException">It is refused, or what is generated for it does not compile.</exception>
    public Type CompileAttribute(string attribute) => CompileAttributes([attribute])[0];

    /// <summary>The errors that an attribute gets: from the compiler, the generator and the analyzers. Empty where it is accepted.</summary>
    public async Task<IReadOnlyList<Diagnostic>> ErrorsAsync(string attribute, CancellationToken cancellationToken)
    {
        CSharpCompilation compilation = Generate(Source([attribute]), out ImmutableArray<Diagnostic> generatorDiagnostics);
        ImmutableArray<Diagnostic> reported = compilation.GetDiagnostics(cancellationToken);
        ImmutableArray<DiagnosticAnalyzer> analyzers = Instances<DiagnosticAnalyzer>();
        if (!analyzers.IsEmpty)
            reported = await compilation.WithAnalyzers(analyzers).GetAllDiagnosticsAsync(cancellationToken);
        return [.. generatorDiagnostics.Concat(reported).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>Compiles one class for each of the attributes.</summary>
    /// <exception cref="InvalidOperationException">One is refused, or what is generated for it does not compile.</exception>
    public IReadOnlyList<Type> CompileAttributes(IReadOnlyList<string> attributes)
    {
        string source = Source(attributes);
        CSharpCompilation compilation = Generate(source, out ImmutableArray<Diagnostic> generatorDiagnostics);

        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Diagnostic[] failures = [.. generatorDiagnostics.Concat(result.Diagnostics).Where(IsFailure)];
        if (!result.Success || failures.Length > 0)
            throw new InvalidOperationException($"Generated poolings do not compile:\n{Describe(failures)}\nSource:\n{source}");

        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext(name: null).LoadFromStream(image);
        return [.. attributes.Select((_, number) => assembly.GetType($"TestPoolings.{Name(number)}", throwOnError: true)!)];
    }

    private CSharpCompilation Generate(string source, out ImmutableArray<Diagnostic> diagnostics)
    {
        var compilation = CSharpCompilation.Create(
            "TestPoolings" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source, s_parseOptions)],
            s_references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));

        IEnumerable<ISourceGenerator> generators = Instances<IIncrementalGenerator>().Select(generator => generator.AsSourceGenerator());
        CSharpGeneratorDriver.Create(generators, parseOptions: s_parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out diagnostics);
        return (CSharpCompilation)generated;
    }

    private ImmutableArray<TInstance> Instances<TInstance>() =>
    [
        .. generatorAssembly.GetTypes()
            .Where(type => typeof(TInstance).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (TInstance)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    // A generator that throws loses its output and reports no more than a warning.
    private static bool IsFailure(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == "CS8785";

    private static string Source(IReadOnlyList<string> attributes) =>
        "using PoolGen;\nnamespace TestPoolings;\n\n"
        + string.Join("\n\n", attributes.Select((attribute, number) => $"{attribute}\npublic partial class {Name(number)};")) + "\n";

    private static string Name(int number) => $"Pooling{number}";

    private static string Describe(IEnumerable<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Take(20).Select(diagnostic => diagnostic.ToString()));

    private static ImmutableArray<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework || Path.GetFileName(path) == "System.Numerics.Tensors.dll")
                .Append(typeof(PoolingAttribute).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
