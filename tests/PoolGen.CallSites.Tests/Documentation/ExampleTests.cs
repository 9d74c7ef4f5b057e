using System.Text.RegularExpressions;

namespace PoolGen.CallSites.Tests.Documentation;

/// <summary>The examples of the pages print what their comments say.</summary>
public sealed partial class ExampleTests
{
    private static readonly string[] s_pages = ["options.md", "ties.md", "coming-from.md", "second-derivatives.md", "unpooling.md"];

    public static TheoryData<string, string> Examples
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string page in s_pages)
            {
                foreach (string example in DocumentPage.Read(page).Examples)
                    data.Add(page, example);
            }
            return data;
        }
    }

    [GeneratedRegex(@"^Console\.WriteLine\(.*\); // (?<printed>.*)$", RegexOptions.Multiline)]
    private static partial Regex Printed { get; }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_prints_what_its_comments_say(string page, string example)
    {
        string[] expected = [.. Printed.Matches(example).Select(match => match.Groups["printed"].Value)];

        Assert.True(expected.Length > 0, $"An example of {page} prints nothing.");
        Assert.Equal(expected, ExampleCompiler.Run(example));
    }
}
