using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.CallSites.Tests.Documentation;

/// <summary>Compiles what the documents show, in memory, as a project with implicit usings does.</summary>
internal static class ExampleCompiler
{
    private const string Usings =
        "using System;\nusing System.Linq;\nusing System.Numerics.Tensors;\nusing System.Threading.Tasks;\nusing PoolGen;\nusing static PoolGen.PoolingKind;\n";

    // It is found before System.Console, and tests may run side by side.
    private const string Console =
        """
        internal static class Console
        {
            public static System.Collections.Generic.List<string> Lines { get; } = [];

            public static void WriteLine(object value) => Lines.Add(System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }
        """;

    /// <summary>The errors of compiler and analyzer about a source, and what analyzers advise; each on its line of the source.</summary>
    public static async Task<IReadOnlyList<(int Line, Diagnostic Diagnostic)>> DiagnosticsAsync(string source)
    {
        Compilation compilation = Generate(source, OutputKind.DynamicallyLinkedLibrary);
        int above = Usings.Split('\n').Length - 1;
        return
        [
            .. from diagnostic in compilation.Errors().Concat(await compilation.AnalyzeAsync(new PoolingAnalyzer()))
               select (diagnostic.Location.GetLineSpan().StartLinePosition.Line - above, diagnostic),
        ];
    }

    /// <summary>An assembly of a source that has to be free of errors.</summary>
    public static Assembly Load(string source) => Load(Generate(source, OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The lines that a program prints.</summary>
    public static IReadOnlyList<string> Run(string program)
    {
        Assembly assembly = Load(Generate(program, OutputKind.ConsoleApplication));
        assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        return (List<string>)assembly.GetType("Console", throwOnError: true)!.GetProperty("Lines")!.GetValue(null)!;
    }

    private static Compilation Generate(string source, OutputKind kind)
    {
        CSharpCompilation compilation = TestCompilation.Create([Usings + source, Console]);
        new PoolingGenerator().Run(compilation.WithOptions(compilation.Options.WithOutputKind(kind)), out Compilation updated);
        return updated;
    }

    private static Assembly Load(Compilation compilation)
    {
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        image.Position = 0;
        return new AssemblyLoadContext(name: null).LoadFromStream(image);
    }
}
