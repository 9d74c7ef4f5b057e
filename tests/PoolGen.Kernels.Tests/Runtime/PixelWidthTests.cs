using System.Numerics;
using System.Runtime.CompilerServices;
using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The lanes that pixels of few channels run at: as many as they fill, whoever asks.</summary>
public sealed class PixelWidthTests
{
    [Theory]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(2, 2, 2, 2, 2)]
    [InlineData(3, 3, 3, 3, 2)]
    [InlineData(4, 4, 4, 4, 4)]
    [InlineData(5, 4, 4, 4, 4)]
    [InlineData(7, 4, 4, 4, 4)]
    [InlineData(8, 8, 8, 8, 4)]
    [InlineData(15, 8, 8, 8, 4)]
    public void Pixels_run_at_the_elements_that_they_fill(int channels, int ofBytes, int ofShorts, int ofFloats, int ofDoubles)
    {
        Assert.Equal(ofBytes, Lanes<byte>(channels));
        Assert.Equal(ofShorts, Lanes<short>(channels));
        Assert.Equal(ofFloats, Lanes<float>(channels));
        Assert.Equal(ofDoubles, Lanes<double>(channels));
    }

    [Fact]
    public void Planes_of_few_columns_and_calls_at_one_element_have_no_parts()
    {
        Assert.Equal(LaneWidth.One, LaneSelection.For<float>(3, pixels: false));
        Assert.Equal(LaneWidth.Part, LaneSelection.For<float>(3, pixels: true));
        LaneSelection.Force(LaneWidth.One, () => Assert.Equal(LaneWidth.One, LaneSelection.For<float>(3, pixels: true)));
        LaneSelection.Force(LaneWidth.Bits128, () => Assert.Equal(LaneWidth.Part, LaneSelection.For<float>(3, pixels: true)));
    }

    /// <summary>The lanes of a whole kernel, and of the edges of one that runs along several pixels.</summary>
    private static int Lanes<T>(int channels)
        where T : unmanaged, INumber<T>
    {
        var geometry = PoolingGeometry.Create(new PoolingShape(1, channels, 2, 2), TensorLayout.ChannelsLast, new PoolingAxis(Kernel: 2, Stride: 2), new PoolingAxis(Kernel: 2, Stride: 2));
        int count = 0;
        LaneSelection.Force(LaneWidth.Bits256, () => // no wider than every test machine has
        {
            LaneDispatch.Run<Probe<T>, T>(default, geometry, 0, 1, LaneSelection.For<T>(channels, pixels: true));
            count = Probe<T>.Count;
        });
        if (channels * Unsafe.SizeOf<T>() < 64) // what is less than the widest vector
        {
            T none = default;
            PixelLanes.EdgePixels<Probe<T>, CachedPlacement, T>(ref none, ref none, geometry, 0, 0, 1);
            Assert.Equal(count, Probe<T>.Count);
            Probe<T>.Count = 0;
            PixelLanes.ClippedRow<Probe<T>, CachedPlacement, T>(ref none, ref none, geometry, 0);
            Assert.Equal(count, Probe<T>.Count);
        }
        return count;
    }

    private readonly struct Probe<T> : IPoolingKernel<T>, IEdgePixels<T>, IClippedRows<T>
        where T : unmanaged
    {
        [ThreadStatic]
        private static int s_count;

        public static int Count
        {
            get => s_count;
            set => s_count = value;
        }

        public static int Units(in PoolingGeometry geometry) => 1;

        public static int VectorExtent(in PoolingGeometry geometry) => geometry.Channels;

        public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
            where TLanes : struct, ILanes<TVector, T>
            where TVector : struct => s_count = TLanes.Count;

        public static void EdgePixels<TLanes, TVector, TPlacement>(ref T source, ref T target, in PoolingGeometry geometry, int row, int begin, int end)
            where TLanes : struct, ILanes<TVector, T>
            where TVector : struct
            where TPlacement : struct, IPlacement => s_count = TLanes.Count;

        public static void ClippedRow<TLanes, TVector, TPlacement>(ref T source, ref T target, in PoolingGeometry geometry, int row)
            where TLanes : struct, ILanes<TVector, T>
            where TVector : struct
            where TPlacement : struct, IPlacement => s_count = TLanes.Count;
    }
}
