using PoolGen.Runtime;

namespace PoolGen.Kernels.Tests;

/// <summary>Runs a test at every vector width that this machine accelerates, and at one element.</summary>
internal static class Lanes
{
    public static void Each(Action<string> test)
    {
        foreach (LaneWidth width in LaneSelection.Accelerated)
            LaneSelection.Force(width, () => test($"lanes {width}"));
    }
}
