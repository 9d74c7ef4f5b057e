using System.Numerics;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>A test of every unpooling.</summary>
internal interface IUnpoolingTest
{
    void Run<T>(UnpoolingUnderTest<T> unpooling, UnpoolingEntry entry)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;
}

/// <summary>A compiled unpooling, and its configuration as the tests know it.</summary>
internal abstract class UnpoolingEntry(Type type, ReferenceUnpoolingSpec spec)
{
    public static IReadOnlyList<UnpoolingEntry> All { get; } =
    [
        new UnpoolingEntry<float>(typeof(Unpool2x2), new([2, 2])),
        new UnpoolingEntry<float>(
            typeof(Unpool3x3ChannelsLast), new([3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Layout = TensorLayout.ChannelsLast }),
        new UnpoolingEntry<double>(typeof(UnpoolUnequal), new([3, 2]) { Stride = [1, 3], PadBegin = [1, 0], PadEnd = [0, 1] }),
        new UnpoolingEntry<Half>(typeof(UnpoolRow), new([2])),
        new UnpoolingEntry<short>(typeof(UnpoolRowChannelsLast), new([3]) { Layout = TensorLayout.ChannelsLast }),
        new UnpoolingEntry<byte>(typeof(UnpoolVolume), new([2, 2, 2])),
        new UnpoolingEntry<sbyte>(typeof(UnpoolVolumeChannelsLast), new([1, 2, 3]) { Layout = TensorLayout.ChannelsLast }),
        new UnpoolingEntry<int>(typeof(UnpoolInts), new([2, 2])),
        new UnpoolingEntry<double>(typeof(UnpoolDoublesChannelsLast), new([2, 2]) { Layout = TensorLayout.ChannelsLast }),
    ];

    public static TheoryData<string> Names => [.. All.Select(entry => entry.Type.Name)];

    public Type Type => type;

    public ReferenceUnpoolingSpec Spec => spec;

    public static UnpoolingEntry Find(string name) => All.Single(entry => entry.Type.Name == name);

    public abstract void Run(IUnpoolingTest test);

    /// <summary>A shape of two spatial axes as one of this unpooling's rank.</summary>
    public PoolingShape OfRank(int batch, int channels, int height, int width) => spec.Rank switch
    {
        1 => new(batch, channels, width),
        2 => new(batch, channels, height, width),
        _ => new(batch, channels, 3, height, width),
    };

    public override string ToString() => type.Name;
}

/// <inheritdoc/>
internal sealed class UnpoolingEntry<T>(Type type, ReferenceUnpoolingSpec spec) : UnpoolingEntry(type, spec)
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    public override void Run(IUnpoolingTest test) => test.Run(UnpoolingUnderTest<T>.Bind(Type), this);
}
