namespace PoolGen.Sample.Presentation;

/// <summary>Where the build has written the generated sources.</summary>
internal static class GeneratedFiles
{
    /// <summary>The files, found upwards from the program; empty where only the program was copied.</summary>
    public static IReadOnlyList<string> Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string generated = Path.Combine(folder.FullName, "generated");
            if (File.Exists(Path.Combine(folder.FullName, "sample-app.csproj")) && Directory.Exists(generated))
            {
                return [.. Directory.EnumerateFiles(generated, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
            }
        }

        return [];
    }
}
