using PoolGen.Package.Tests.Tools;
using Xunit;

namespace PoolGen.Package.Tests;

/// <summary>Fresh projects restore the package, build with warnings as errors, and compute the worked example.</summary>
public sealed class ConsumerTests(PackedPackage package)
{
    private const string Defaults = "<ImplicitUsings>enable</ImplicitUsings>";

    [Fact]
    public async Task Net10_runs_and_debug_and_release_are_generated_alike()
    {
        var consumer = Consumer.Create(package, "net10", WorkedExample.Program, properties: Defaults);
        foreach (string configuration in new[] { "Debug", "Release" })
        {
            (await consumer.BuildAsync(configuration)).OrFail();
            WorkedExample.AssertPrinted((await consumer.RunAsync(configuration)).OrFail().Output);
        }

        var generated = consumer.GeneratedFiles("Release");
        Assert.Equal(6, generated.Count);
        Assert.Equal(consumer.GeneratedFiles("Debug"), generated);
        AssertDocumented(consumer);
    }

    [Fact]
    public async Task Net8_runs_on_the_installed_runtime()
    {
        var consumer = Consumer.Create(package, "net8", WorkedExample.Program, "net8.0", Defaults + "<RollForward>Major</RollForward>");
        (await consumer.BuildAsync()).OrFail();
        WorkedExample.AssertPrinted((await consumer.RunAsync()).OrFail().Output);
    }

    [Fact]
    public async Task Net8_runs_on_its_own_runtime()
    {
        var consumer = Consumer.Create(package, "net8-self-contained", WorkedExample.Program, "net8.0", Defaults + "<SelfContained>true</SelfContained>");
        CommandResult publish = await consumer.PublishAsync();
        if (publish.LacksPackage)
            Assert.Skip("The runtime pack of .NET 8 for this machine cannot be restored from its package sources.");
        publish.OrFail();
        WorkedExample.AssertPrinted((await consumer.RunPublishedAsync()).OrFail().Output);
    }

    [Theory]
    [InlineData("csharp-11", "<LangVersion>11</LangVersion>")]
    [InlineData("checked-arithmetic", "<CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>")]
    [InlineData("no-unsafe-code-no-implicit-usings", "<AllowUnsafeBlocks>false</AllowUnsafeBlocks><ImplicitUsings>disable</ImplicitUsings>")]
    public async Task It_runs_whatever_the_consumers_settings(string name, string properties)
    {
        var consumer = Consumer.Create(package, name, WorkedExample.Program, properties: properties);
        (await consumer.BuildAsync()).OrFail();
        WorkedExample.AssertPrinted((await consumer.RunAsync()).OrFail().Output);
    }

    /// <summary>The generated remarks stand beside the user's summary.</summary>
    private static void AssertDocumented(Consumer consumer)
    {
        string type = consumer.Documentation.Split("<member name=\"T:WorkedExample.MaxPool\">")[1].Split("</member>")[0];
        Assert.Contains("<summary>Every winner receives the gradient.</summary>", type, StringComparison.Ordinal);
        Assert.Contains("<remarks>", type, StringComparison.Ordinal);
    }
}
