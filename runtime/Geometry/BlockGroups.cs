using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Some neighbouring blocks of a call as a call of their own.</summary>
/// <param name="Geometry">Theirs alone.</param>
/// <param name="First">The first of them.</param>
/// <param name="Inputs">The elements of their input.</param>
/// <param name="Outputs">The elements of their output.</param>
/// <param name="InputsBefore">The elements of the call's input before theirs.</param>
/// <param name="OutputsBefore">The elements of the call's output before theirs.</param>
internal readonly record struct BlockGroup(PoolingGeometry Geometry, int First, int Inputs, int Outputs, nint InputsBefore, nint OutputsBefore);

/// <summary>
/// Blocks that go through the steps of a pass together, by way of scratch memory, because one by itself is soon done and costs as many calls: small planes, or samples of few channels.
/// A share is divided evenly, so that no group is much smaller than the others.
/// </summary>
internal readonly struct BlockGroups
{
    /// <summary>The bytes of a group that stays in the first-level caches of most cores: enough for its calls not to count.</summary>
    public const int NearBytes = 1 << 15;

    /// <summary>The bytes of a group that stays in second-level caches: for passes that begin each group with work of their own, as rows that are copied.</summary>
    public const int SecondLevelBytes = 1 << 18;

    private readonly PoolingGeometry _geometry;
    private readonly int _begin;
    private readonly int _blocks;

    private BlockGroups(in PoolingGeometry geometry, int begin, int end, int most)
    {
        (_geometry, _begin, _blocks) = (geometry, begin, end - begin);
        Count = (int)((_blocks + most - 1L) / most);
    }

    /// <summary>The groups.</summary>
    public int Count { get; }

    /// <summary>A group.</summary>
    public BlockGroup this[int group] => Single(_geometry, Bound(group), Bound(group + 1));

    /// <summary>The blocks from <paramref name="begin"/> to before <paramref name="end"/> as one group, however many they are.</summary>
    public static BlockGroup Single(in PoolingGeometry geometry, int begin, int end)
    {
        PoolingGeometry blocks = geometry.OfBlocks(end - begin), block = geometry.OfBlock();
        int inputs = (int)blocks.InputShape.ElementCount, outputs = (int)blocks.OutputShape.ElementCount;
        return new(blocks, begin, inputs, outputs, begin * (nint)block.InputShape.ElementCount, begin * (nint)block.OutputShape.ElementCount);
    }

    /// <summary>The groups of a call's blocks from <paramref name="begin"/> to before <paramref name="end"/>, which are computed in elements of a type.</summary>
    /// <param name="geometry">The call.</param>
    /// <param name="begin">The first block.</param>
    /// <param name="end">The one behind the last.</param>
    /// <param name="most">The bytes of a group's input and output, where it has several blocks.</param>
    public static BlockGroups Of<TComputed>(in PoolingGeometry geometry, int begin, int end, int most = NearBytes) =>
        new(geometry, begin, end, Largest<TComputed>(geometry, most).Blocks);

    /// <summary>The geometry of a group that has as many blocks as any: one at least, also where a call has none.</summary>
    public static PoolingGeometry Largest<TComputed>(in PoolingGeometry geometry, int most = NearBytes)
    {
        PoolingGeometry block = geometry.OfBlock();
        long bytes = (block.InputShape.ElementCount + block.OutputShape.ElementCount) * Unsafe.SizeOf<TComputed>();
        return geometry.OfBlocks((int)Math.Max(1, Math.Min(most / bytes, geometry.Blocks)));
    }

    private int Bound(int group) => _begin + (int)(_blocks * (long)group / Count);
}
