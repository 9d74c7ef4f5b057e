using PoolGen.Package.Tests.Tools;
using Xunit;

namespace PoolGen.Package.Tests;

/// <summary>A consumer compiled ahead of time: no warnings of the trimmer or the compiler, and the same results.</summary>
public sealed class NativeAotTests(PackedPackage package)
{
    [Fact]
    public async Task It_publishes_without_warnings_and_runs()
    {
        if (OperatingSystem.IsLinux() && !IsOnPath("clang") && !IsOnPath("gcc"))
            Assert.Skip("Native AOT links with clang or gcc, and neither is installed. On Debian: apt-get install clang zlib1g-dev.");

        // Warnings are errors here, those of the trimmer included, and each is reported on its own.
        var consumer = Consumer.Create(
            package, "native-aot", WorkedExample.Program, properties: "<PublishAot>true</PublishAot><TrimmerSingleWarn>false</TrimmerSingleWarn>");
        CommandResult publish = await consumer.PublishAsync();
        if (publish.LacksPackage)
            Assert.Skip("The ahead-of-time compiler for this machine cannot be restored from its package sources.");

        Assert.DoesNotContain("warning", publish.OrFail().Output, StringComparison.OrdinalIgnoreCase);
        WorkedExample.AssertPrinted((await consumer.RunPublishedAsync()).OrFail().Output);
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
