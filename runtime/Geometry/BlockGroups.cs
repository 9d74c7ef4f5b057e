using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Blocks that go through the steps of a pass together, by way of scratch memory, because one by itself is soon done and costs as many calls: small planes, or samples of few channels.
/// A share is divided evenly, so that no group is much smaller than the others.
/// </summary>
internal readonly struct BlockGroups
{
    // Enough for the calls of a group not to count, and little enough for the first-level caches of most cores.
    private const int GroupBytes = 1 << 15;

    private readonly int _begin;
    private readonly int _blocks;

    /// <param name="begin">The first block of a share.</param>
    /// <param name="end">The block behind its last.</param>
    /// <param name="most">The blocks of a group at most.</param>
    public BlockGroups(int begin, int end, int most)
    {
        (_begin, _blocks) = (begin, end - begin);
        Count = (int)((_blocks + most - 1L) / most);
    }

    /// <summary>The groups.</summary>
    public int Count { get; }

    /// <summary>The first block of a group, and how many it has.</summary>
    public (int First, int Blocks) this[int group]
    {
        get
        {
            int first = Bound(group);
            return (first, Bound(group + 1) - first);
        }
    }

    /// <summary>The blocks of a group at most, of those that a call has.</summary>
    public static int Most<TComputed>(in PoolingGeometry geometry)
    {
        PoolingGeometry block = geometry.OfBlock();
        long bytes = (block.InputShape.ElementCount + block.OutputShape.ElementCount) * Unsafe.SizeOf<TComputed>();
        return (int)Math.Clamp(GroupBytes / bytes, 1, geometry.Blocks);
    }

    /// <summary>The geometry of a group that has as many.</summary>
    public static PoolingGeometry Largest<TComputed>(in PoolingGeometry geometry) => geometry.OfBlocks(Most<TComputed>(geometry));

    private int Bound(int group) => _begin + (int)(_blocks * (long)group / Count);
}
