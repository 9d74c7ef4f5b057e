using System.Runtime;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;
using PoolGen.Benchmarks.Poolings;

namespace PoolGen.Benchmarks.GeneratorCost;

/// <summary>What the JIT spends, by its own clock, on the first call of a direction.</summary>
internal sealed record FirstCall(string Pooling, Direction Direction, TimeSpan Compilation, int Methods)
{
    // Large enough for whole vectors of every width, in both layouts.
    private const int Channels = 16;
    private const int Extent = 40;

    private static readonly Direction[] s_directions = [Direction.Forward, Direction.TrainingForward, Direction.Backward];

    /// <summary>The first calls of a type in this process.</summary>
    public static IEnumerable<FirstCall> Measure(PoolingCalls pooling)
    {
        using var tensors = new Tensors(new("first", "", pooling.Window, 1, Channels, Extent, Extent));
        var buffers = new PoolingBuffers(tensors, pooling.Layout, pooling.WorkspaceLength(tensors.Case.InputShape));
        foreach (Direction direction in s_directions)
        {
            TimeSpan time = JitInfo.GetCompilationTime(currentThread: true);
            long methods = JitInfo.GetCompiledMethodCount(currentThread: true);
            pooling.Run(direction, 1, buffers);
            yield return new(
                pooling.Name, direction,
                JitInfo.GetCompilationTime(currentThread: true) - time,
                (int)(JitInfo.GetCompiledMethodCount(currentThread: true) - methods));
        }
    }
}
