using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>What goes wrong inside a kernel reaches the caller as itself, on one thread or many.</summary>
public sealed class SchedulerFailureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void An_exception_in_a_kernel_is_thrown_as_itself(int threads)
    {
        var failure = Assert.Throws<TimeZoneNotFoundException>(() => Run<FailingKernel>(new ParallelOptions { MaxDegreeOfParallelism = threads }));
        Assert.Equal("unit 3", failure.Message);
    }

    [Fact]
    public void A_token_cancelled_on_the_way_stops_a_divided_call()
    {
        using var source = new CancellationTokenSource();
        CancellingKernel.Source = source;
        Assert.ThrowsAny<OperationCanceledException>(
            () => Run<CancellingKernel>(new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = source.Token }));
    }

    private static void Run<TKernel>(ParallelOptions parallel)
        where TKernel : IPoolingKernel<float>
    {
        var shape = new PoolingShape(4, 4, 80, 80);
        var geometry = PoolingGeometry.Create(shape, TensorLayout.ChannelsFirst, new PoolingAxis(2, 2), new PoolingAxis(2, 2));
        PoolingDriver.Forward<TKernel, float>(
            new float[shape.ElementCount], new float[geometry.OutputShape.ElementCount], geometry, parallel);
    }

    private readonly struct FailingKernel : IPoolingKernel<float>
    {
        public static int Units(in PoolingGeometry geometry) => geometry.Planes;

        public static int VectorExtent(in PoolingGeometry geometry) => 1;

        public static void Run<TLanes, TVector>(in PoolingOperands<float> operands, in PoolingGeometry geometry, int begin, int end)
            where TLanes : struct, ILanes<TVector, float>
            where TVector : struct
        {
            if (begin <= 3 && 3 < end)
                throw new TimeZoneNotFoundException("unit 3");
        }
    }

    private readonly struct CancellingKernel : IPoolingKernel<float>
    {
        public static CancellationTokenSource? Source { get; set; }

        public static int Units(in PoolingGeometry geometry) => geometry.Planes;

        public static int VectorExtent(in PoolingGeometry geometry) => 1;

        public static void Run<TLanes, TVector>(in PoolingOperands<float> operands, in PoolingGeometry geometry, int begin, int end)
            where TLanes : struct, ILanes<TVector, float>
            where TVector : struct => Source!.Cancel();
    }
}
