using System.Text.RegularExpressions;

namespace PoolGen.CallSites.Tests.Documentation;

/// <summary>A page of the documents as tests read it.</summary>
internal sealed partial class DocumentPage
{
    private DocumentPage(string text) => Text = text;

    /// <summary>The page's source.</summary>
    public string Text { get; }

    /// <summary>The C# examples.</summary>
    public IReadOnlyList<string> Examples => [.. Fences.Matches(Text).Where(match => match.Groups["language"].Value == "csharp").Select(match => match.Groups["code"].Value)];

    /// <summary>What comments above blocks of text say, and the blocks.</summary>
    public IReadOnlyList<(string Mark, string[] Lines)> MarkedBlocks =>
        [.. Marked.Matches(Text).Select(match => (match.Groups["mark"].Value, match.Groups["code"].Value.TrimEnd('\n').Split('\n')))];

    /// <summary>The attributes that stand between the words.</summary>
    public IReadOnlyList<string> Attributes => [.. InlineAttributes.Matches(Text).Select(match => match.Groups["attribute"].Value)];

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences { get; }

    [GeneratedRegex(@"^<!-- (?<mark>[^\n]*) -->\n```text\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Marked { get; }

    [GeneratedRegex(@"`(?<attribute>\[(?:Pooling|Unpooling)\([^`\n]*\)\])`")]
    private static partial Regex InlineAttributes { get; }

    /// <summary>A page of the folder <c>docs</c>.</summary>
    public static DocumentPage Read(string name) => new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", name)));

    /// <summary>The part of the page before a heading, and the part below it.</summary>
    public (DocumentPage Before, DocumentPage Below) Split(string heading)
    {
        string[] parts = Text.Split($"\n## {heading}\n");
        Assert.Equal(2, parts.Length);
        return (new(parts[0]), new(parts[1]));
    }
}
