namespace PoolGen.Benchmarks;

/// <summary>Where the reports of this repository stand.</summary>
internal static class ResultFolder
{
    private const string RootMark = "PoolGen.sln";

    /// <summary>The folder that was asked for, or the repository's.</summary>
    public static string Open(Options options)
    {
        string folder = options.Folder ?? Path.Combine(Root(), "docs", "performance");
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static string Root()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, RootMark)))
                return folder;
        }
        throw new DirectoryNotFoundException($"No {RootMark} above {AppContext.BaseDirectory}: --out FOLDER tells where the reports go.");
    }
}
