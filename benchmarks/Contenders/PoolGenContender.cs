using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;
using PoolGen.Benchmarks.Poolings;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>The generated kernels, in both layouts, under both tie rules.</summary>
internal sealed class PoolGenContender : Contender
{
    public override string Name => "PoolGen";

    public override IEnumerable<Entry> Enter(Tensors tensors)
    {
        foreach (PoolingCalls pooling in PoolingCatalog.For(tensors.Case.Window))
        {
            var buffers = new PoolingBuffers(tensors, pooling.Layout, pooling.WorkspaceLength(tensors.Case.InputShape));
            (string name, Role role) = pooling.FollowsPeers ? (Name, Role.Subject) : (Name + " All", Role.AllTies);

            // In this order: the backward pass finds the workspace that the training forward pass has left.
            foreach (Direction direction in Enum.GetValues<Direction>())
            {
                yield return new(
                    name, role, pooling.Layout, direction,
                    repeat => pooling.Run(direction, repeat, buffers),
                    Results.Of(tensors, pooling.Layout, direction));
            }
        }
    }
}
