using System.Text.Json;
using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>Where the conformance data lies: beside the repository, or where POOLGEN_CONFORMANCE says.</summary>
internal static class ConformanceFolder
{
    private const string Variable = "POOLGEN_CONFORMANCE";

    private static readonly string? s_path = Find();

    /// <summary>The rows of a file; skips the running test where the data is not there.</summary>
    public static IReadOnlyList<JsonElement> Rows(string file)
    {
        Assert.SkipWhen(s_path is null, $"No conformance data: no folder shared/conformance beside the repository, and {Variable} is not set.");
        string path = Path.Combine(s_path!, file);
        Assert.SkipUnless(File.Exists(path), $"No conformance data: {path} does not exist.");
        return [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "conformance");
            if (Directory.Exists(candidate))
                return candidate;
        }
        return null;
    }
}
