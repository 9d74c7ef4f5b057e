using System.Text.RegularExpressions;
using PoolGen.Package.Tests.Tools;
using Xunit;

namespace PoolGen.Package.Tests;

/// <summary>Links between the documents lead somewhere.</summary>
public sealed partial class DocumentationTests
{
    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Links { get; }

    [Fact]
    public void Every_relative_link_leads_to_a_file()
    {
        string[] documents =
        [
            Path.Combine(Repository.Root, "README.md"),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
        ];
        var dead =
            from document in documents
            from Match link in Links.Matches(File.ReadAllText(document))
            let target = link.Groups["target"].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
            select $"{Path.GetRelativePath(Repository.Root, document)}: {target}";
        Assert.Empty(dead);
    }
}
