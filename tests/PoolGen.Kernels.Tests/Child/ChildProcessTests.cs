using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>What needs a process of its own: forbidden memory, and machines with fewer instructions than this one.</summary>
public sealed class ChildProcessTests
{
    [Fact]
    public async Task Nothing_beside_the_spans_is_touched()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Forbidden pages are made with Linux's system calls.");
        await ChildProcess.RunAsync(ChildPrograms.GuardPages);
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "Vectors of 512 bits off, as on most machines.")]
    [InlineData("DOTNET_EnableAVX2", "No gathers and no masked loads of integers.")]
    [InlineData("DOTNET_EnableAVX", "Vectors of 128 bits only, as on ARM64.")]
    [InlineData("DOTNET_EnableHWIntrinsic", "No vectors at all: one element at a time.")]
    public async Task Kernels_agree_with_the_reference_without(string switchedOff, string what)
    {
        Assert.SkipWhen(LaneSelection.Widest == LaneWidth.One, $"This machine has no vectors to switch off. ({what})");
        await ChildProcess.RunAsync(ChildPrograms.Kernels, (switchedOff, "0"));
    }
}
