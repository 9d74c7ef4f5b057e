using System.Runtime.InteropServices;
using System.Xml.Linq;
using PoolGen.Package.Tests.Tools;
using Xunit;

namespace PoolGen.Package.Tests;

/// <summary>
/// The kernel tests once more, on .NET 8: its JIT and its <c>Vector128.Max</c> are not those of .NET 10. The program brings its own
/// runtime, because the machine has no older one.
/// </summary>
public sealed class Net8KernelTests
{
    private const string Project = "PoolGen.Kernels.Tests";

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(20);

    [Fact]
    public async Task Kernel_tests_pass_on_a_real_net8()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
            Assert.Skip("The kernel tests are published for linux-x64.");

        string folder = Directory.CreateTempSubdirectory("poolgen-net8-").FullName;
        try
        {
            string program = Path.Combine(folder, "program"), results = Path.Combine(folder, "results.xml");
            CommandResult publish = await PublishAsync(folder, program);
            if (publish.LacksPackage)
                Assert.Skip("The runtime pack of .NET 8 for linux-x64 cannot be restored from this machine's package sources.");
            publish.OrFail();

            CommandResult run = await Command.RunAsync(program, s_longest, Path.Combine(program, Project), "-noColor", "-xml", results);
            AssertPassed(XDocument.Load(results), run);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Built into a folder of its own: other tests use the repository's build outputs at the same time.
    private static Task<CommandResult> PublishAsync(string folder, string program) => Command.DotnetAsync(
        Repository.Root,
        "publish", $"tests/{Project}/{Project}.csproj", "--configuration", "Release", "--output", program,
        "--artifacts-path", Path.Combine(folder, "artifacts"), "-p:KernelTestsFramework=net8.0");

    private static void AssertPassed(XDocument results, CommandResult run)
    {
        XElement[] tests = [.. results.Descendants("test")];
        IEnumerable<string> failed =
            from test in tests
            where (string?)test.Attribute("result") == "Fail"
            select $"{(string?)test.Attribute("name")}: {test.Descendants("message").FirstOrDefault()?.Value}";
        Assert.Empty(failed);
        run.OrFail();

        // One of them asks the runtime for its version.
        XElement version = Assert.Single(tests, test => (string?)test.Attribute("method") == "The_runtime_is_the_one_that_the_tests_were_built_for");
        Assert.Equal("Pass", (string?)version.Attribute("result"));
        Assert.Contains(".NET 8.0", (string?)results.Descendants("assembly").Single().Attribute("environment"), StringComparison.Ordinal);
    }
}
