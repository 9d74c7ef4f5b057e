using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PoolGen.Package.Tests.Tools;

/// <summary>A package source as this machine is set up for it.</summary>
internal sealed record NuGetSource(string Name, string Location);

/// <summary>The sources that consumers restore from: the package under test from a folder, all else from where this machine gets packages.</summary>
internal static partial class NuGetSources
{
    [GeneratedRegex(@"^\s*\d+\.\s+(?<name>.+?) \[(?<state>\w+)\]\s*\n\s+(?<location>.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Listed { get; }

    /// <summary>The enabled sources that the repository itself is restored from.</summary>
    public static async Task<IReadOnlyList<NuGetSource>> OfMachineAsync()
    {
        CommandResult list = await Command.DotnetAsync(Repository.Root, "nuget", "list", "source", "--format", "Detailed");
        return
        [
            .. Listed.Matches(list.OrFail().Output)
                .Where(match => match.Groups["state"].Value == "Enabled")
                .Select(match => new NuGetSource(match.Groups["name"].Value, match.Groups["location"].Value)),
        ];
    }

    /// <summary>
    /// A configuration in which PoolGen can come from the folder only and everything else from the machine's sources only. Sources keep
    /// their names: credentials of the machine's own configuration go by them.
    /// </summary>
    public static XDocument Configuration(string feed, IReadOnlyList<NuGetSource> machine) => new(
        new XElement(
            "configuration",
            new XElement(
                "packageSources",
                new XElement("clear"),
                new XElement("add", new XAttribute("key", "packed"), new XAttribute("value", feed)),
                machine.Select(source => new XElement("add", new XAttribute("key", source.Name), new XAttribute("value", source.Location)))),
            new XElement(
                "packageSourceMapping",
                new XElement("clear"),
                Mapping("packed", "PoolGen"),
                machine.Select(source => Mapping(source.Name, "*")))));

    private static XElement Mapping(string source, string pattern) => new(
        "packageSource", new XAttribute("key", source), new XElement("package", new XAttribute("pattern", pattern)));
}
