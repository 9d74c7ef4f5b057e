using System.Runtime.CompilerServices;
using DiffEngine;

namespace PoolGen.Generator.Tests.Support;

/// <summary>
/// Compares text with a file beside the test, in Verify's way: <c>Class.Method#name.verified.cs</c> is what was reviewed; a difference
/// leaves <c>.received.cs</c> beside it and opens a diff tool where there is one. Accepting is renaming received to verified.
/// Verify itself can take this over: the files' names are its own.
/// </summary>
internal static class Snapshot
{
    /// <summary>Fails unless <paramref name="actual"/> is what was reviewed.</summary>
    /// <param name="actual">The text, lines ending with <c>\n</c>.</param>
    /// <param name="name">What the text is, among the texts of a test.</param>
    /// <param name="test">The test's method.</param>
    /// <param name="file">The test's file.</param>
    public static async Task VerifyAsync(string actual, string name, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}#{name}");
        string verified = stem + ".verified.cs", received = stem + ".received.cs";
        string expected = File.Exists(verified) ? await File.ReadAllTextAsync(verified, TestContext.Current.CancellationToken) : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, actual, TestContext.Current.CancellationToken);
        if (!BuildServerDetector.Detected)
            await DiffRunner.LaunchAsync(received, verified);
        Assert.Fail($"{Path.GetFileName(received)} differs from {Path.GetFileName(verified)}: {FirstDifference(expected, actual)} Review it; rename received to verified to accept it.");
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] before = expected.Split('\n'), after = actual.Split('\n');
        int line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line])
            line++;
        return $"line {line + 1} was «{before.ElementAtOrDefault(line)?.Trim()}» and is «{after.ElementAtOrDefault(line)?.Trim()}».";
    }
}
