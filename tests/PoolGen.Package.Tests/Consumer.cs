using PoolGen.Package.Tests.Tools;

namespace PoolGen.Package.Tests;

/// <summary>A fresh project outside the repository that references the package and nothing else of it.</summary>
internal sealed class Consumer
{
    private readonly string _targetFramework;

    private Consumer(string folder, string targetFramework) => (Folder, _targetFramework) = (folder, targetFramework);

    /// <summary>Where its project file is.</summary>
    public string Folder { get; }

    /// <summary>Makes the project.</summary>
    /// <param name="package">The package under test.</param>
    /// <param name="name">Its name, and its folder's.</param>
    /// <param name="program">The C# file that it consists of.</param>
    /// <param name="targetFramework">What it targets.</param>
    /// <param name="properties">Properties of its own, as MSBuild writes them.</param>
    public static Consumer Create(PackedPackage package, string name, string program, string targetFramework = "net10.0", string properties = "")
    {
        string folder = Directory.CreateDirectory(Path.Combine(package.Folder, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{targetFramework}</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <InvariantGlobalization>true</InvariantGlobalization>
                <RestorePackagesPath>../packages</RestorePackagesPath>
                <RestoreFallbackFolders>{package.SharedPackages}</RestoreFallbackFolders>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PoolGen" Version="[{package.Version}]" />
              </ItemGroup>
            </Project>
            """);
        return new(folder, targetFramework);
    }

    /// <summary>Restores and builds it.</summary>
    public Task<CommandResult> BuildAsync(string configuration = "Release", params string[] options) =>
        Command.DotnetAsync(Folder, ["build", "--configuration", configuration, .. options]);

    /// <summary>Publishes it for this machine into <see cref="PublishedFolder"/>.</summary>
    public Task<CommandResult> PublishAsync() =>
        Command.DotnetAsync(Folder, "publish", "--configuration", "Release", "--use-current-runtime", "--output", PublishedFolder);

    /// <summary>Runs what was built on the machine's .NET.</summary>
    public Task<CommandResult> RunAsync(string configuration = "Release") =>
        Command.DotnetAsync(Folder, Path.Combine("bin", configuration, _targetFramework, "Consumer.dll"));

    /// <summary>Runs what was published, without a .NET of the machine's.</summary>
    public Task<CommandResult> RunPublishedAsync() =>
        Command.RunAsync(Folder, Path.Combine(PublishedFolder, OperatingSystem.IsWindows() ? "Consumer.exe" : "Consumer"));

    /// <summary>The text of each file that the generator made, by its name.</summary>
    public IReadOnlyDictionary<string, string> GeneratedFiles(string configuration = "Release") =>
        Directory.GetFiles(Path.Combine(Folder, "obj", configuration, _targetFramework, "generated", "PoolGen.Generator"), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    /// <summary>The documentation that was built from the user's and the generated comments.</summary>
    public string Documentation => File.ReadAllText(Path.Combine(Folder, "bin", "Release", _targetFramework, "Consumer.xml"));

    private string PublishedFolder => Path.Combine(Folder, "published");
}
