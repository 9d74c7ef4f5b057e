using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Parsing;

/// <summary>Two assemblies with poolings, where the second sees the internals of the first: nothing generated comes between them.</summary>
public sealed class TwoAssembliesTests
{
    private const string First =
        """
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TestAssembly")]

        namespace Shared
        {
            [Pooling(Kind = Max, Kernel = 2)] internal partial class Pool { }
            [Pooling(Kind = Max, Kernel = 2)] public partial class Base { }
            internal partial class Outer { [Pooling(Kind = Average, Kernel = 2)] internal partial struct Mean { } }
        }
        """;

    [Theory]
    [InlineData("namespace Shared { [Pooling(Kind = Max, Kernel = 3)] internal partial class Other { } }")]
    [InlineData("namespace Elsewhere { [Pooling(Kind = Max, Kernel = 3)] internal partial class Pool { } }")]
    [InlineData("namespace Elsewhere { [Pooling(Kind = Average, Kernel = 3)] public partial class Wider : Shared.Base { } }")]
    [InlineData("namespace Elsewhere { partial class Outer<T> { [Pooling(Kind = Max, Kernel = 3)] partial struct Mean { Shared.Outer.Mean Inner; } } }")]
    public async Task Poolings_of_both_are_seen(string source)
    {
        Compilation second = await GenerateAsync(source, expected: 1);

        Assert.DoesNotContain(second.GetDiagnostics(TestContext.Current.CancellationToken), IsOfGeneratedCode);
        Assert.Empty(second.Errors());
    }

    /// <summary>The compiler prefers the type of the assembly itself, and warns as it would without a generator.</summary>
    [Fact]
    public async Task A_name_may_be_taken_in_both()
    {
        Compilation second = await GenerateAsync("namespace Shared { [Pooling(Kind = Max, Kernel = 3)] internal partial class Pool { } }", expected: 1);

        Assert.Empty(second.Errors());
        Assert.DoesNotContain(second.GetDiagnostics(TestContext.Current.CancellationToken), IsOfGeneratedCode);
    }

    [Fact]
    public void Members_of_the_first_are_called_from_the_second()
    {
        const string Calls =
            """
            static class Calls
            {
                static void Run(float[] x, float[] z)
                {
                    Shared.Pool.Forward(x, z, new(1, 1, 4, 4));
                    Shared.Outer.Mean.Forward(x, z, new(1, 1, 4, 4));
                    System.Func<IPoolingLayer<float>> make = () => new Shared.Base();
                }
            }
            """;
        Assert.Empty(TestCompilation.Create(TestCompilation.Usings + Calls).AddReferences(FirstImage()).Errors());
    }

    private static bool IsOfGeneratedCode(Diagnostic diagnostic) =>
        diagnostic.Severity >= DiagnosticSeverity.Warning
        && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    private static async Task<Compilation> GenerateAsync(string source, int expected)
    {
        CSharpCompilation compilation = TestCompilation.Create(TestCompilation.Usings + source).AddReferences(FirstImage());

        GeneratorRunResult run = new PoolingGenerator().Run(compilation, out Compilation updated).GetRunResult().Results.Single();

        Assert.Null(run.Exception);
        Assert.Equal(expected, run.GeneratedSources.Length);
        Assert.DoesNotContain(await updated.AnalyzeAsync(new PoolingAnalyzer()), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return updated;
    }

    private static PortableExecutableReference FirstImage()
    {
        CSharpCompilation compilation = TestCompilation.Create(TestCompilation.Usings + First).WithAssemblyName("First");
        new PoolingGenerator().Run(compilation, out Compilation updated);
        using MemoryStream image = new();
        Assert.True(updated.Emit(image).Success);
        image.Position = 0;
        return MetadataReference.CreateFromStream(image);
    }
}
