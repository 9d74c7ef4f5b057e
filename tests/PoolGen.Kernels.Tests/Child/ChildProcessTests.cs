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
    [MemberData(nameof(Switches))]
    public async Task Kernels_agree_with_the_reference_without(string switchedOff, int bitsLeft, string what)
    {
        Assert.SkipWhen(LaneSelection.Widest == LaneWidth.One, $"This machine has no vectors to switch off. ({what})");
        var widest = (LaneWidth)Math.Min(bitsLeft, (int)LaneSelection.Widest);
        await ChildProcess.RunAtAsync(widest, ChildPrograms.Kernels, (switchedOff, "0"));
    }

    /// <remarks>Optimised at once: the JIT is part of what differs.</remarks>
    [Theory]
    [MemberData(nameof(Switches))]
    public async Task Lane_operations_are_the_same_without(string switchedOff, int bitsLeft, string what)
    {
        Assert.SkipWhen(LaneSelection.Widest == LaneWidth.One, $"This machine has no vectors to switch off. ({what})");
        var widest = (LaneWidth)Math.Min(bitsLeft, (int)LaneSelection.Widest);
        await ChildProcess.RunAtAsync(widest, ChildPrograms.LaneOperations, (switchedOff, "0"), ("DOTNET_TieredCompilation", "0"));
    }

    /// <summary>The runtime's switches, and the width that is left without each.</summary>
    public static TheoryData<string, int, string> Switches => new()
    {
        // Each runtime ignores the other's name.
        { Environment.Version.Major >= 10 ? "DOTNET_EnableAVX512" : "DOTNET_EnableAVX512F", 256, "Vectors of 512 bits off, as on most machines." },
        { "DOTNET_EnableAVX2", 128, "No gathers and no masked loads of integers." },
        { "DOTNET_EnableAVX", 128, "Vectors of 128 bits only, as on ARM64." },
        { "DOTNET_EnableHWIntrinsic", 0, "No vectors at all: one element at a time." },
    };
}
