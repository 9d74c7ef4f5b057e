using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>What a thread allocates while it runs an action.</summary>
internal static class Allocations
{
    private const int Rounds = 8;
    private const int RunsPerRound = 10;

    /// <summary>The action allocates nothing once its methods are compiled and its buffers have grown.</summary>
    public static void AssertNone(Action step)
    {
        for (int run = 0; run < 3; run++)
            step();

        // The runtime itself allocates now and then, as when it replaces a method; what the action allocates shows in every round.
        long least = long.MaxValue;
        for (int round = 0; round < Rounds && least > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int run = 0; run < RunsPerRound; run++)
                step();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
    }
}
