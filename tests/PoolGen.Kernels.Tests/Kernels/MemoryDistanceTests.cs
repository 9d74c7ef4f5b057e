using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Which calls store past the caches, and which ask for lines in advance.</summary>
public sealed class MemoryDistanceTests
{
    // Input and output of 2x2 windows at distance 2, in elements: five quarters of the input's.
    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, false, 0.9, false)]
    [InlineData(TensorLayout.ChannelsFirst, false, 1.1, true)]
    [InlineData(TensorLayout.ChannelsFirst, true, 0.9, false)]
    [InlineData(TensorLayout.ChannelsFirst, true, 1.1, true)]
    [InlineData(TensorLayout.ChannelsLast, false, 0.9, false)]
    [InlineData(TensorLayout.ChannelsLast, false, 1.1, true)]
    [InlineData(TensorLayout.ChannelsLast, true, 0.35, false)]
    [InlineData(TensorLayout.ChannelsLast, true, 0.4, true)] // a step has twice as much
    public void Tensors_that_the_cache_does_not_hold_are_stored_past_it(TensorLayout layout, bool isBackward, double part, bool streams)
    {
        PoolingGeometry geometry = Geometry(layout);
        CacheSize.Force((long)(Bytes(geometry) / part), () => Assert.Equal(streams, MemoryDistance.Of<float>(geometry, isBackward).Streams));
    }

    [Theory]
    [InlineData(0.2, false)]
    [InlineData(0.3, true)]
    public void Tensors_that_exceed_a_core_s_part_of_the_cache_are_asked_for_in_advance(double part, bool prefetches)
    {
        PoolingGeometry geometry = Geometry(TensorLayout.ChannelsFirst);
        CacheSize.Force((long)(Bytes(geometry) / part), () => Assert.Equal(prefetches, MemoryDistance.Of<float>(geometry, isBackward: false).Prefetches));
    }

    private static PoolingGeometry Geometry(TensorLayout layout)
    {
        var axis = new PoolingAxis(Kernel: 2, Stride: 2);
        return PoolingGeometry.Create(new(1, 16, 64, 64), layout, axis, axis);
    }

    private static long Bytes(in PoolingGeometry geometry) => (geometry.InputShape.ElementCount + geometry.OutputShape.ElementCount) * sizeof(float);
}
