using System.Reflection;

namespace PoolGen.Package.Tests.Tools;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Readme => File.ReadAllText(Path.Combine(Root, "README.md"));

    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));
}
