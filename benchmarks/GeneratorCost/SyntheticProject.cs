using System.Collections.Immutable;
using System.Numerics.Tensors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolGen.Benchmarks.GeneratorCost;

/// <summary>A project of annotated types, in memory, as the compiler hands it to the generator.</summary>
internal static class SyntheticProject
{
    private const string Usings = "using PoolGen;\nusing static PoolGen.PoolingKind;\n\n";

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp12);
    private static readonly ImmutableArray<MetadataReference> s_references = FindReferences();

    /// <summary>A compilation of <paramref name="count"/> types of different configurations, each in a file, and one file beside them.</summary>
    public static CSharpCompilation Create(int count) => Compile(
        [.. Attributes().Take(count).Select((attribute, index) => Annotated(attribute, $"Pooling{index}")), Unrelated(0)]);

    /// <summary>A compilation of one type.</summary>
    public static CSharpCompilation Create(string attribute) => Compile([Annotated(attribute, "Single")]);

    /// <summary>Changes the file beside the types.</summary>
    public static CSharpCompilation EditUnrelated(CSharpCompilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees[^1];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(Unrelated(1), s_options, tree.FilePath));
    }

    private static string Annotated(string attribute, string type) => $"{Usings}[Pooling({attribute})]\npublic partial class {type};\n";

    private static string Unrelated(int value) => $"public class Unrelated {{ public int Value => {value}; }}\n";

    private static CSharpCompilation Compile(IEnumerable<string> sources) => CSharpCompilation.Create(
        "Synthetic",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, s_options, $"File{index}.cs")),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static IEnumerable<string> Attributes() =>
        from padding in Enumerable.Range(0, 3)
        from kernel in Enumerable.Range(2, 6)
        from stride in Enumerable.Range(1, 3)
        from layout in (string[])["", ", Layout = TensorLayout.ChannelsLast"]
        from kind in (string[])["Average", "Max", "Max, Ties = TieRule.First"]
        where padding < kernel
        select $"Kind = {kind}, Kernel = {kernel}, Stride = {stride}, Padding = {padding}{layout}";

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> paths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(Tensor).Assembly.Location)
            .Append(typeof(PoolingAttribute).Assembly.Location);
        return [.. paths.Distinct().Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];
    }
}
