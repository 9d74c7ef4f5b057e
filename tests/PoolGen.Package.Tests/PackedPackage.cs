using PoolGen.Package.Tests.Tools;
using Xunit;

[assembly: AssemblyFixture(typeof(PoolGen.Package.Tests.PackedPackage))]

namespace PoolGen.Package.Tests;

/// <summary>
/// The package, packed once for all tests from the sources of this checkout into a folder feed of its own, and a folder outside the
/// repository for the projects that consume it.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>Where consumers are made; it is gone after the tests.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("poolgen-package-").FullName;

    /// <summary>A version that no cache can hold.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The package.</summary>
    public string Path => System.IO.Path.Combine(Feed, $"PoolGen.{Version}.nupkg");

    /// <summary>Its symbols.</summary>
    public string SymbolsPath => System.IO.Path.Combine(Feed, $"PoolGen.{Version}.snupkg");

    /// <summary>Packages that this machine has already; the package under test is not among them.</summary>
    public string SharedPackages { get; private set; } = "";

    private string Feed => System.IO.Path.Combine(Folder, "feed");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await PackAsync();
        NuGetSources.Configuration(Feed, await NuGetSources.OfMachineAsync()).Save(System.IO.Path.Combine(Folder, "nuget.config"));
        SharedPackages = await GlobalPackagesAsync();

        // Nothing that lies above the folder may reach into the consumers' builds.
        foreach (string file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            await File.WriteAllTextAsync(System.IO.Path.Combine(Folder, file), "<Project />\n");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task PackAsync()
    {
        // Built into a folder of its own: other tests use the repository's build outputs at the same time.
        CommandResult pack = await Command.DotnetAsync(
            Repository.Root,
            "pack", "runtime/PoolGen.csproj", "--configuration", "Release", "--output", Feed,
            "--artifacts-path", System.IO.Path.Combine(Folder, "artifacts"),
            "-p:VersionSuffix=test." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture));
        pack.OrFail();
        Assert.DoesNotContain("warning", pack.Output, StringComparison.OrdinalIgnoreCase);

        string packed = Assert.Single(Directory.GetFiles(Feed, "*.nupkg"));
        Version = System.IO.Path.GetFileNameWithoutExtension(packed)["PoolGen.".Length..];
    }

    private static async Task<string> GlobalPackagesAsync()
    {
        CommandResult locals = await Command.DotnetAsync(Repository.Root, "nuget", "locals", "global-packages", "--list");
        return locals.OrFail().Output.Split(": ", 2)[1].Trim();
    }
}
