using System.Text.RegularExpressions;
using PoolGen.Package.Tests.Tools;
using Xunit;

namespace PoolGen.Package.Tests;

/// <summary>What the README shows is what a reader gets.</summary>
public sealed partial class ReadmeTests(PackedPackage package)
{
    [GeneratedRegex(@"<!-- (?<name>[a-z-]+) -->\s*```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex NamedCode { get; }

    [Fact]
    public async Task The_quick_start_prints_what_its_comments_say_and_generates_the_excerpt()
    {
        string program = Code("quick-start");
        var consumer = Consumer.Create(package, "quick-start", program, properties: "<ImplicitUsings>enable</ImplicitUsings>");
        (await consumer.BuildAsync()).OrFail();
        string[] printed = (await consumer.RunAsync()).OrFail().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Regex.Matches(program, "WriteLine.*// (?<comment>.*)").Select(match => match.Groups["comment"].Value.TrimEnd()), printed);

        string generated = Assert.Single(consumer.GeneratedFiles()).Value;
        Assert.Contains(Unindented(Code("generated-code")), Unindented(generated), StringComparison.Ordinal);
    }

    private static string Code(string name) => NamedCode.Matches(Repository.Readme).Single(match => match.Groups["name"].Value == name).Groups["code"].Value;

    private static string Unindented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));
}
