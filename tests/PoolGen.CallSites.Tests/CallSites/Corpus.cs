using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.CallSites.Tests;

/// <summary>The files of the corpus, compiled with the generator at a version of the language.</summary>
internal static class Corpus
{
    private static readonly string[] s_sources =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "CallSites", "Corpus"), "*.cs").Order(StringComparer.Ordinal)];

    private static readonly ConcurrentDictionary<LanguageVersion, Lazy<Compilation>> s_compilations = new();

    /// <summary>The corpus and what is generated for it.</summary>
    public static Compilation Compile(LanguageVersion version) =>
        s_compilations.GetOrAdd(version, static version => new(() => Compile(version, [.. s_sources.Select(File.ReadAllText)]))).Value;

    /// <summary>Other sources and what is generated for them.</summary>
    public static Compilation Compile(LanguageVersion version, params string[] sources)
    {
        new PoolingGenerator().Run(TestCompilation.Create(sources, version), out Compilation compilation);
        return compilation;
    }

    /// <summary>The file's name of one of the corpus' trees; null for a generated one.</summary>
    public static string? FileName(SyntaxTree tree) =>
        tree.FilePath.StartsWith("Source", StringComparison.Ordinal)
            && int.TryParse(Path.GetFileNameWithoutExtension(tree.FilePath)["Source".Length..], out int index) && index < s_sources.Length
            ? Path.GetFileName(s_sources[index])
            : null;
}
