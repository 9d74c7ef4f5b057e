using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Model;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Parsing;

/// <summary>
/// Sources as they are while someone types, and worse: neither generator nor analyzer throws, and a valid type beside them is generated.
/// </summary>
public sealed class HostileSourceTests
{
    private const string Valid = "\n[Pooling(Kind = Average, Kernel = 2)] public partial class Valid { }\n";

    private const string Attribute = "[Pooling(Kind = Max, Kernel = 2)] ";

    /// <summary>Sources whose annotated type cannot be generated; the compiler or a rule says why.</summary>
    public static TheoryData<string> Rejected =>
    [
        // Arguments that do not bind, are missing, or come twice.
        "[Pooling(Kind = Max, Kernel = nope)] partial class Pool;",
        "[Pooling(Kind = Nope, Kernel = 2)] partial class Pool;",
        "[Pooling(Kind = , Kernel = 2)] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = )] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 2, Stride = )] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 2, Kernel = 3)] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = \"2\")] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = null)] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 1 / 0)] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = int.MaxValue + 1)] partial class Pool;",
        "[Pooling(Kind = (PoolingKind)99, Kernel = 2)] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(Nope))] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 2, ElementType = typeof())] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(T))] partial class Pool<T>;",
        "[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(int*))] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(void))] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 2, ElementType = typeof((int, int)))] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(dynamic))] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 2, ElementType = \"float\")] partial class Pool;",
        "[Pooling(Max, 2)] partial class Pool;",
        "[Pooling(1, Kind = Max, Kernel = 2)] partial class Pool;",
        "[Pooling] partial class Pool;",
        "[Pooling()] partial class Pool;",
        "[Pooling(] partial class Pool;",
        "[Pooling(Kind = Max, Kernel = 2",

        "[Unpooling] partial class Pool;",
        "[Unpooling(Kernel = nope)] partial class Pool;",
        "[Unpooling(Kernel = 2, Kind = Max)] partial class Pool { int Forward; }",
        "[Unpooling(2)] partial class Pool;",
        "[Unpooling(Kernel = 2), Unpooling(Kernel = 3)] partial class Pool { int Forward; }",
        "[Pooling(Kind = Max, Kernel = 2)] [Unpooling(Kernel = ] partial class Pool;",

        // Arrays.
        "static class X { public static int[] Y = []; } [Pooling(Kind = Max, KernelShape = [..X.Y])] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = [.. new[] { 2, 2 }])] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = [2, nope])] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = [2, ])] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = [2, null])] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = new[] { 2, \"3\" })] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = new[] { })] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = new int[int.MaxValue])] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = new int[-1])] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = new int[2])] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = new int[2, 2])] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = null)] partial class Pool;",
        "[Pooling(Kind = Max, KernelShape = 3)] partial class Pool;",

        // Types that cannot be extended.
        Attribute + "partial enum Pool { A }",
        Attribute + "enum Pool { A }",
        Attribute + "delegate void Pool();",
        Attribute + "partial interface Pool;",
        "[assembly: Pooling(Kind = Max, Kernel = 2)]",
        "class Pool { " + Attribute + "void Method() { } }",
        "class Pool<" + Attribute + "T>;",
        Attribute + "file partial class Pool;",
        Attribute + "file partial class Pool; file partial class POOL;",
        Attribute + "partial record Pool(int A);",
        Attribute + "ref partial struct Pool;",
        "class Outer { " + Attribute + "partial class Pool; }",
        Attribute + "partial class Forward;",
        Attribute + "partial class Pool<Forward, Backward>;",
        Attribute + "partial class Pool { public static void Forward() { } int Kernels { get; } }",
        Attribute + "partial class { }",
        Attribute + "partial class",
        Attribute + "partial class Pool<,>;",
        "namespace { " + Attribute + "partial class Pool; }",
        "namespace A. { " + Attribute + "partial class Pool; }",
        "partial class Outer<> { " + Attribute + "partial class Pool; }",
    ];

    /// <summary>Sources in error, or odd, whose annotated types are generated as often as is said.</summary>
    public static TheoryData<string, int> Accepted => new()
    {
        { Attribute + "partial class Pool; " + Attribute + "partial class Pool;", 1 },
        { "[Pooling(Kind = Max, Kernel = 2), Pooling(Kind = Max, Kernel = 3)] partial class Pool;", 1 },
        { Attribute + "partial class Pool; " + Attribute + "partial struct Pool;", 1 },
        { Attribute + "partial class Pool; " + Attribute + "partial record Pool;", 1 },
        { "partial class A { " + Attribute + "partial class P; } partial struct A { " + Attribute + "partial class P; }", 1 },
        { Attribute + "partial class Pool; class Pool;", 1 },
        { Attribute + "partial class Pool : Nope;", 1 },
        { Attribute + "partial class Pool : Pool;", 1 },
        { Attribute + "partial class Pool<T, T>;", 1 },
        { Attribute + "partial class Pool<T> where T : Nope;", 1 },
        { Attribute + "partial class Pool { void M( }", 1 },
        { "partial interface I<out T> { " + Attribute + "partial class Pool; }", 1 },
        { "partial class A<T> { partial class B<T> { " + Attribute + "partial class Pool<T>; } }", 1 },
        { Attribute + "partial class Valid<T>;", 1 },
        { Attribute + "partial class VALID; " + Attribute + "partial class valid;", 2 },
        { "[Pooling(Kind = Max, Kernel = 2, Nope = 3)] partial class Pool;", 1 },

        // Unpoolings.
        { "[Unpooling(Kernel = 2)] partial class Pool;", 1 },
        { "[Unpooling(Kernel = 2, Nope = 3)] partial class Pool;", 1 },
        { "[Unpooling(Kernel = 2)] partial class VALID; [Unpooling(Kernel = 2)] partial class valid;", 2 },
        { "[Unpooling(Kernel = 2, Dilation = 2)] partial class Pool;", 1 },

        // Constants that need a cast arrive converted; the compiler has its say all the same.
        { "[Pooling(Kind = Max, Kernel = 2L)] partial class Pool;", 1 },
        { "[Pooling(Kind = Max, Kernel = 2.5)] partial class Pool;", 1 },
        { "[Pooling(Kind = 1, Kernel = 2)] partial class Pool;", 1 },
        { "[Pooling(Kind = Max, Kernel = 2, Ties = NaNRule.Ignore)] partial class Pool;", 1 },
        { "[global::PoolGen.PoolingAttribute(Kind = Max, Kernel = 2)] partial class Pool;", 1 },
        { "[type: Pooling(Kind = Max, Kernel = 2)] partial class Pool;", 1 },
        { "[Pooling(@Kind = Max, Kern\\u0065l = 2)] partial class Pool;", 1 },
    };

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task A_valid_type_survives_a_neighbour_that_is_rejected(string source) => await Check(source, 0);

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_valid_type_survives_a_neighbour_in_error(string source, int expected) => await Check(source, expected);

    /// <summary>Roslyn 4.8 takes the inner type for a top-level one, later versions for a nested one: either will do.</summary>
    [Fact]
    public async Task A_valid_type_survives_an_enclosing_type_without_a_name() =>
        await Check("partial class { " + Attribute + "partial class Pool; }", expected: null);

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task A_rejected_type_has_an_error_of_the_compiler_or_of_a_rule(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(TestCompilation.Usings + source);

        IEnumerable<Diagnostic> diagnostics = compilation.Errors().Concat(await compilation.AnalyzeAsync(new PoolingAnalyzer()));

        Assert.Contains(diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("[Pooling(Kind = Max, Kernel = nope)] partial class Pool;")]
    [InlineData("[Pooling(Kind = Max, KernelShape = [1, nope])] partial class Pool;")]
    [InlineData("[Pooling(Kind = Max, Kernel = 0, Kernel = 0)] partial class Pool;")]
    [InlineData("[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(Nope))] partial class Pool;")]
    public async Task Where_the_compiler_has_complained_the_analyzer_is_silent(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(TestCompilation.Usings + source);

        Assert.NotEmpty(compilation.Errors());
        Assert.Empty(await compilation.AnalyzeAsync(new PoolingAnalyzer()));
    }

    [Fact]
    public async Task Without_the_runtime_nothing_happens()
    {
        CSharpCompilation compilation = TestCompilation.Create(TestCompilation.Usings + Valid, withRuntime: false);

        Assert.Empty(ParseOnlyGenerator.Parse(compilation));
        Assert.Empty(await compilation.AnalyzeAsync(new PoolingAnalyzer()));
    }

    [Fact]
    public async Task An_attribute_of_the_same_name_elsewhere_is_not_ours()
    {
        CSharpCompilation compilation = TestCompilation.Create(
            "namespace Other { class PoolingAttribute : System.Attribute; [Pooling] class Pool; } class Outer { class PoolingAttribute : System.Attribute; [Pooling] class Pool; }");

        Assert.Empty(compilation.Errors());
        Assert.Empty(ParseOnlyGenerator.Parse(compilation));
        Assert.Empty(await compilation.AnalyzeAsync(new PoolingAnalyzer()));
    }

    [Theory]
    [InlineData(", Newer = \"yes\"")]
    [InlineData("")]
    public async Task An_option_that_this_generator_does_not_know_is_named(string option)
    {
        CSharpCompilation compilation = TestCompilation.Create(
            $$"""
            namespace PoolGen
            {
                public enum PoolingKind { Max = 1 }
                public class PoolingAttribute : System.Attribute { public PoolingKind Kind { get; set; } public int Kernel { get; set; } public object Newer { get; set; } = 1; }
            }
            [PoolGen.Pooling(Kind = PoolGen.PoolingKind.Max, Kernel = 2{{option}})] partial class Pool;
            """,
            withRuntime: false);

        Diagnostic[] errors = [.. (await compilation.AnalyzeAsync(new PoolingAnalyzer())).Where(found => found.Severity == DiagnosticSeverity.Error)];
        if (option.Length == 0)
        {
            Assert.Empty(errors);
            Assert.Single(ParseOnlyGenerator.Parse(compilation));
            return;
        }
        Diagnostic diagnostic = Assert.Single(errors);
        Assert.Equal("PG0116", diagnostic.Id);
        Assert.Contains("Newer", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(ParseOnlyGenerator.Parse(compilation));
    }

    private static async Task Check(string source, int? expected)
    {
        // The valid type comes first, in a file of its own: an unfinished line must not swallow it.
        CSharpCompilation compilation = TestCompilation.Create([TestCompilation.Usings + Valid, TestCompilation.Usings + source]);

        IReadOnlyList<TargetType> targets = ParseOnlyGenerator.ParseTargets(compilation, out _);
        GeneratorRunResult run = new PoolingGenerator().Run(compilation, out Compilation updated).GetRunResult().Results.Single();
        IReadOnlyList<Diagnostic> diagnostics = await updated.AnalyzeAsync(new PoolingAnalyzer());

        Assert.Null(run.Exception);
        Assert.Equal(targets.Count, run.GeneratedSources.Length);
        Assert.Single(targets, target => target is { Declaration: "class Valid", Enclosing.Count: 0 });
        Assert.Equal(expected ?? targets.Count - 1, targets.Count - 1);
        Assert.All(diagnostics, diagnostic => Assert.StartsWith("PG", diagnostic.Id, StringComparison.Ordinal));
    }
}
