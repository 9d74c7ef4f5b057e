using PoolGen.Runtime;

namespace PoolGen.Kernels.Tests;

/// <summary>Runs a test at every vector width that this machine accelerates, and at one element; what lies beside scratch memory is watched.</summary>
internal static class Lanes
{
    public static void Each(Action<string> test)
    {
        foreach (LaneWidth width in LaneSelection.Accelerated)
            LaneSelection.Force(width, () => ThreadScratch.Watch(() => test($"lanes {width}")));
    }
}
