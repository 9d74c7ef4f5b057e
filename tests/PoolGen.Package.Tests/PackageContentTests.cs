using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using PoolGen.Package.Tests.Tools;
using Xunit;

namespace PoolGen.Package.Tests;

/// <summary>What is in the package, and nothing else is.</summary>
public sealed class PackageContentTests(PackedPackage package) : IDisposable
{
    private static readonly Version s_oldestRoslyn = new(4, 8, 0, 0);

    private readonly ZipArchive _archive = ZipFile.OpenRead(package.Path);

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void It_holds_the_runtime_the_generator_and_the_readme_and_nothing_else()
    {
        string[] expected =
        [
            "PoolGen.nuspec",
            "README.md",
            .. Analyzers,
            "lib/net10.0/PoolGen.dll",
            "lib/net10.0/PoolGen.xml",
            "lib/net8.0/PoolGen.dll",
            "lib/net8.0/PoolGen.xml",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Files(_archive));
    }

    [Fact]
    public void Symbols_are_a_package_of_their_own()
    {
        using ZipArchive symbols = ZipFile.OpenRead(package.SymbolsPath);
        Assert.Equal(["PoolGen.nuspec", "lib/net10.0/PoolGen.pdb", "lib/net8.0/PoolGen.pdb"], Files(symbols));
    }

    [Fact]
    public void It_depends_on_tensors_alone()
    {
        var groups = Nuspec.Descendants().Where(element => element.Name.LocalName == "group").ToArray();
        Assert.Equal(["net10.0", "net8.0"], groups.Select(group => (string?)group.Attribute("targetFramework")).Order(StringComparer.Ordinal));
        Assert.All(groups, group => Assert.Equal("System.Numerics.Tensors", (string?)Assert.Single(group.Elements()).Attribute("id")));
    }

    [Fact]
    public void It_states_its_licence_and_shows_the_readme()
    {
        Assert.Equal("MIT", Metadata("license"));
        Assert.Equal("README.md", Metadata("readme"));
        Assert.Equal(Repository.Readme, Encoding.UTF8.GetString(Read("README.md")));
        Assert.NotEqual("", Metadata("description"));
        Assert.NotEqual("", Metadata("tags"));
    }

    [Fact]
    public void Public_members_are_documented()
    {
        string[] types = ["PoolGen.PoolingAttribute", "PoolGen.PoolingShape", "PoolGen.IPooling`1", "PoolGen.IPoolingLayer`1", "PoolGen.UnpoolingAttribute", "PoolGen.IUnpooling`1"];
        foreach (string framework in new[] { "net8.0", "net10.0" })
        {
            string documentation = Encoding.UTF8.GetString(Read($"lib/{framework}/PoolGen.xml"));
            Assert.All(types, type => Assert.Contains($"\"T:{type}\"", documentation, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_compiler_part_loads_into_the_oldest_supported_compiler()
    {
        Assert.All(Analyzers, path =>
        {
            var newer = References(path)
                .Where(reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && reference.Version > s_oldestRoslyn)
                .Select(reference => reference.FullName);
            Assert.Empty(newer);
        });
    }

    [Fact]
    public void Symbols_name_no_path_of_the_machine_that_built_them()
    {
        using ZipArchive symbols = ZipFile.OpenRead(package.SymbolsPath);
        foreach (string framework in new[] { "net8.0", "net10.0" })
        {
            using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(symbols, $"lib/{framework}/PoolGen.pdb")));
            MetadataReader reader = provider.GetMetadataReader();
            string[] own = [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)).Where(name => !name.Contains("/obj/", StringComparison.Ordinal))];
            Assert.NotEmpty(own);
            Assert.All(own, name => Assert.StartsWith("/PoolGen/runtime/", name, StringComparison.Ordinal));
        }
    }

    private static string[] Analyzers => Repository.Has("codefixes/PoolGen.CodeFixes.csproj")
        ? ["analyzers/dotnet/cs/PoolGen.CodeFixes.dll", "analyzers/dotnet/cs/PoolGen.Generator.dll"]
        : ["analyzers/dotnet/cs/PoolGen.Generator.dll"];

    private XDocument Nuspec => XDocument.Parse(Encoding.UTF8.GetString(Read("PoolGen.nuspec")).TrimStart('\uFEFF'));

    private string Metadata(string name) => Nuspec.Descendants().Single(element => element.Name.LocalName == name).Value;

    private byte[] Read(string path) => Read(_archive, path);

    private static byte[] Read(ZipArchive archive, string path)
    {
        using Stream entry = archive.GetEntry(path)?.Open() ?? throw new InvalidOperationException($"The package has no {path}.");
        using var content = new MemoryStream();
        entry.CopyTo(content);
        return content.ToArray();
    }

    private System.Reflection.AssemblyName[] References(string path)
    {
        using var image = new PEReader(new MemoryStream(Read(path)));
        MetadataReader reader = image.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle).GetAssemblyName())];
    }

    // The rest is how the container describes itself.
    private static IEnumerable<string> Files(ZipArchive archive) => archive.Entries
        .Select(entry => entry.FullName)
        .Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
