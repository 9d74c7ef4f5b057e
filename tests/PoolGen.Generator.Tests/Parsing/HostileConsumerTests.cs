using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Parsing;

/// <summary>Whatever a project's settings, generated code compiles without a word, every warning and every documentation error on.</summary>
public sealed class HostileConsumerTests
{
    // Documented as the strictest project wants it. Every form of target, and members of all kinds of plan.
    private const string Source =
        """
        #nullable disable warnings
        #nullable disable annotations
        using PoolGen;
        using static PoolGen.PoolingKind;

        namespace Consumer
        {
            /// <summary>A class.</summary>
            [Pooling(Kind = Max, Kernel = 2)]
            public partial class MaxPool { }

            /// <summary>With a remark.</summary>
            /// <remarks>The user's.</remarks>
            [Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First)]
            public sealed partial class First { }

            /// <summary>A struct.</summary>
            [Pooling(Kind = Average, Kernel = 3, Stride = 2, Padding = 1, CeilMode = true, CountIncludePad = true)]
            public partial struct Mean { }

            /// <summary>A static class.</summary>
            [Pooling(Kind = Average, Kernel = 20, ElementType = typeof(double))]
            public static partial class Large { }

            /// <summary>Channels last.</summary>
            [Pooling(Kind = Max, Kernel = 2, Dilation = 2, AutoPad = AutoPadding.SameLower, Layout = TensorLayout.ChannelsLast, Ties = TieRule.Split)]
            public partial record struct Last { }

            /// <summary>An unpooling.</summary>
            [Unpooling(Kernel = 2, Padding = 1)]
            public partial class Unpool { }

            /// <summary>An unpooling of ints, which their indices are too.</summary>
            [Unpooling(Rank = 3, Kernel = 2, ElementType = typeof(int), Layout = TensorLayout.ChannelsLast)]
            internal static partial class UnpoolInts { }

            /// <summary>A generic type.</summary>
            /// <typeparam name="T">Whatever.</typeparam>
            public partial class Outer<T>
            {
                /// <summary>Nested.</summary>
                [Pooling(Kind = Max, Kernel = 20, NaN = NaNRule.Ignore)]
                protected internal partial class Nested { }
            }
        }
        """;

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Enable)]
    public void It_compiles_in_every_nullable_context(NullableContextOptions nullable) =>
        AssertSilent(options => options.WithNullableContextOptions(nullable));

    [Fact]
    public void It_compiles_where_arithmetic_is_checked() => AssertSilent(options => options.WithOverflowChecks(true));

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void It_compiles_without_unsafe_code(OptimizationLevel level) =>
        AssertSilent(options => options.WithAllowUnsafe(false).WithOptimizationLevel(level));

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public void It_compiles_at_every_version_of_the_language(LanguageVersion version) => AssertSilent(options => options, version);

    [Fact]
    public void The_check_notices_a_public_member_without_documentation()
    {
        CSharpCompilation compilation = Strict(Source + "\npublic class Undocumented { }", options => options, LanguageVersion.CSharp12);

        Assert.Equal(["CS1591"], compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(IsReported).Select(diagnostic => diagnostic.Id));
    }

    private static void AssertSilent(Func<CSharpCompilationOptions, CSharpCompilationOptions> change, LanguageVersion version = LanguageVersion.CSharp12)
    {
        GeneratorRunResult run = new PoolingGenerator().Run(Strict(Source, change, version), out Compilation updated).GetRunResult().Results.Single();

        Assert.Equal(8, run.GeneratedSources.Length);
        Assert.Empty(updated.GetDiagnostics(TestContext.Current.CancellationToken).Where(IsReported));
    }

    private static bool IsReported(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed;

    /// <summary>Documentation is read and bound, warnings of every level are on and are errors.</summary>
    private static CSharpCompilation Strict(
        string source, Func<CSharpCompilationOptions, CSharpCompilationOptions> change, LanguageVersion version)
    {
        CSharpCompilation compilation = TestCompilation.Create(source, version);
        CSharpParseOptions documented = new CSharpParseOptions(version).WithDocumentationMode(DocumentationMode.Diagnose);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, documented, path: "Source0.cs");
        CSharpCompilationOptions strict = compilation.Options
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithWarningLevel(9999);
        return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(tree).WithOptions(change(strict));
    }
}
