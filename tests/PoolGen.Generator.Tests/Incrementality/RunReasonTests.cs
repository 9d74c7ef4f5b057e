using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Incrementality;

/// <summary>What each step of the pipeline does again after an edit: an IDE runs it at every key press.</summary>
public sealed class RunReasonTests
{
    private const string Annotated = TestCompilation.Usings + "[Pooling(Kind = Max, Kernel = 2)] public partial class MaxPool;";
    private const string Unpooling = TestCompilation.Usings + "[Unpooling(Kernel = 2)] public partial class MaxUnpool;";
    private const string Other = "public class Other { int x = 1; }";

    [Fact]
    public void An_edit_elsewhere_runs_nothing_again()
    {
        var reasons = ReasonsAfter(compilation => Replace(compilation, 1, "public class Other { int x = 2; }"));
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Requests);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Plans);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Outputs);
    }

    [Fact]
    public void A_comment_beside_the_attribute_runs_nothing_again()
    {
        var reasons = ReasonsAfter(compilation => Replace(compilation, 0, Annotated.Replace("public partial", "/* halves the image */ public partial", StringComparison.Ordinal)));
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Requests);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Plans);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Outputs);
    }

    [Fact]
    public void Another_spelling_of_the_same_configuration_prints_nothing_again()
    {
        var reasons = ReasonsAfter(compilation => Replace(compilation, 0, Annotated.Replace("Kernel = 2", "KernelShape = new[] { 2, 2 }", StringComparison.Ordinal)));
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Requests);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Outputs);
    }

    [Fact]
    public void Another_configuration_runs_every_step_again()
    {
        var reasons = ReasonsAfter(compilation => Replace(compilation, 0, Annotated.Replace("Kernel = 2", "Kernel = 3", StringComparison.Ordinal)));
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Requests);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Plans);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Outputs);
    }

    [Fact]
    public void Another_type_leaves_the_first_as_it_is()
    {
        var reasons = ReasonsAfter(compilation => Replace(compilation, 1, TestCompilation.Usings + "[Pooling(Kind = Average, Kernel = 2)] public partial class AveragePool;"));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], reasons.Requests);
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], reasons.Plans);
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], reasons.Outputs);
    }

    [Fact]
    public void A_configuration_that_becomes_invalid_takes_its_file_away()
    {
        var reasons = ReasonsAfter(compilation => Replace(compilation, 0, Annotated.Replace("Kernel = 2", "Kernel = 0", StringComparison.Ordinal)));
        Assert.Equal([IncrementalStepRunReason.Removed], reasons.Outputs);
    }

    [Theory]
    [InlineData("public partial class MaxUnpool", "/* doubles the image */ public partial class MaxUnpool")]
    [InlineData("Kernel = 2", "KernelShape = new[] { 2, 2 }, Stride = 2")]
    public void An_unpooling_of_the_same_configuration_prints_nothing_again(string before, string after)
    {
        var reasons = ReasonsAfter(compilation => Replace(compilation, 0, Unpooling.Replace(before, after, StringComparison.Ordinal)), Unpooling);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Unpoolings);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Outputs);
    }

    [Fact]
    public void Another_configuration_of_an_unpooling_prints_it_again()
    {
        var reasons = ReasonsAfter(compilation => Replace(compilation, 0, Unpooling.Replace("Kernel = 2", "Kernel = 3", StringComparison.Ordinal)), Unpooling);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Unpoolings);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Outputs);
    }

    [Fact]
    public void An_unpooling_beside_a_pooling_leaves_it_as_it_is()
    {
        var reasons = ReasonsAfter(compilation => Replace(compilation, 1, Unpooling));
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Requests);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Plans);
        Assert.Equal([IncrementalStepRunReason.New], reasons.Unpoolings);
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], reasons.Outputs);
    }

    [Fact]
    public void An_unpooling_that_becomes_a_pooling_too_takes_its_file_away()
    {
        var reasons = ReasonsAfter(
            compilation => Replace(compilation, 1, TestCompilation.Usings + "[Pooling(Kind = Max, Kernel = 2)] public partial class MaxUnpool;"), Unpooling);
        Assert.Equal([IncrementalStepRunReason.Removed], reasons.Outputs);
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string source)
    {
        SyntaxTree tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)tree.Options, tree.FilePath));
    }

    private static Reasons ReasonsAfter(Func<CSharpCompilation, CSharpCompilation> edit, string annotated = Annotated)
    {
        CSharpCompilation before = TestCompilation.Create([annotated, Other]);
        GeneratorDriver driver = new PoolingGenerator().Run(before, out _);
        GeneratorRunResult result = driver
            .RunGenerators(edit(before), TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return new(
            Of(result.TrackedSteps, PoolingGenerator.Steps.Requests),
            Of(result.TrackedSteps, PoolingGenerator.Steps.Plans),
            Of(result.TrackedSteps, PoolingGenerator.Steps.UnpoolingRequests),
            Outputs(result));

        static IncrementalStepRunReason[] Of(IReadOnlyDictionary<string, System.Collections.Immutable.ImmutableArray<IncrementalGeneratorRunStep>> steps, string name) =>
            [.. steps.GetValueOrDefault(name, []).SelectMany(step => step.Outputs).Select(output => output.Reason)];

        static IncrementalStepRunReason[] Outputs(GeneratorRunResult result) =>
            [.. result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)];
    }

    private sealed record Reasons(IncrementalStepRunReason[] Requests, IncrementalStepRunReason[] Plans, IncrementalStepRunReason[] Unpoolings, IncrementalStepRunReason[] Outputs);
}
