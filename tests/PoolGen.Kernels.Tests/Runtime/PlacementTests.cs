using System.Runtime.InteropServices;
using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>How a kernel meets memory follows from what its tensors hold, where its results begin and how long their rows are.</summary>
public sealed unsafe class PlacementTests
{
    private const int Line = 64;
    private const int PlaneBytes = 3 * 64 * sizeof(float);

    [Theory]
    [InlineData(64, 0, 0, typeof(StreamedPlacement))]
    [InlineData(64, 0, sizeof(float), typeof(PrefetchedPlacement))] // results that begin inside a line
    [InlineData(63, 0, 0, typeof(PrefetchedPlacement))] // rows that are not whole lines
    [InlineData(64, 4 * PlaneBytes, 0, typeof(PrefetchedPlacement))] // a core's part of the cache is smaller than the tensors
    [InlineData(64, 16 * PlaneBytes, 0, typeof(CachedPlacement))]
    public void Follows_from_the_tensors(int width, int cache, int distance, Type expected)
    {
        var geometry = PoolingGeometry.Create(new PoolingShape(1, 1, 3, width), TensorLayout.ChannelsFirst, new PoolingAxis(1, 1), new PoolingAxis(1, 1));
        byte* block = (byte*)NativeMemory.AlignedAlloc(3 * PlaneBytes, Line);
        try
        {
            float* results = (float*)(block + distance);
            Observer.Seen = null;
            CacheSize.Force(
                cache, () => KernelScheduler.Run<Observer, float>(new PoolingOperands<float>(input: results, output: results), geometry, null));
            Assert.Equal(expected, Observer.Seen);
            Observer.Seen = null;
            CacheSize.Force(
                cache, () => KernelScheduler.Run<Observer, float>(new PoolingOperands<float>(outputGradient: results, inputGradient: results), geometry, null));
            Assert.Equal(expected, Observer.Seen);
        }
        finally
        {
            NativeMemory.AlignedFree(block);
        }
    }

    [Fact]
    public void What_a_very_large_cache_holds_is_far_away()
    {
        Assert.Equal(typeof(CachedPlacement), SeenOver(rows: 4000)); // 2 MB
        Assert.Equal(typeof(PrefetchedPlacement), SeenOver(rows: 20000)); // 10 MB

        static Type? SeenOver(int rows)
        {
            var geometry = PoolingGeometry.Create(new PoolingShape(1, 1, rows, 64), TensorLayout.ChannelsFirst, new PoolingAxis(1, 1), new PoolingAxis(1, 1));
            Observer.Seen = null;
            CacheSize.Force(1 << 30, () => KernelScheduler.Run<Observer, float>(default, geometry, null));
            return Observer.Seen;
        }
    }

    [Fact]
    public void Some_kernels_leave_what_the_last_level_cache_holds_to_the_hardware()
    {
        var geometry = PoolingGeometry.Create(new PoolingShape(1, 1, 20000, 63), TensorLayout.ChannelsFirst, new PoolingAxis(1, 1), new PoolingAxis(1, 1));
        CacheSize.Force(1 << 30, () => KernelScheduler.Run<InOrder, float>(default, geometry, null));
        Assert.Equal(typeof(CachedPlacement), Observer.Seen);
        CacheSize.Force(0, () => KernelScheduler.Run<InOrder, float>(default, geometry, null));
        Assert.Equal(typeof(PrefetchedPlacement), Observer.Seen);
    }

    [Theory]
    [InlineData(24, 1 << 30, typeof(PrefetchedPlacement))]
    [InlineData(23, 1 << 30, typeof(CachedPlacement))]
    [InlineData(23, 0, typeof(PrefetchedPlacement))]
    [InlineData(12, 0, typeof(PrefetchedPlacement))]
    [InlineData(11, 0, typeof(CachedPlacement))]
    public void Some_kernels_leave_narrow_rows_to_the_hardware(int width, long cache, Type expected)
    {
        // 10 MB or more; no row is whole lines of 16 elements.
        var geometry = PoolingGeometry.Create(new PoolingShape(1, 1, 3_000_000 / width, width), TensorLayout.ChannelsFirst, new PoolingAxis(1, 1), new PoolingAxis(1, 1));
        CacheSize.Force(cache, () => KernelScheduler.Run<WideRows, float>(default, geometry, null));
        Assert.Equal(expected, Observer.Seen);
    }

    private readonly struct WideRows : IPlacedKernel<WideRows, float>
    {
        public static int Units(in PoolingGeometry geometry) => Observer.Units(geometry);

        public static int VectorExtent(in PoolingGeometry geometry) => StripWidth.Widest<float>();

        public static int RowExtent(in PoolingGeometry geometry) => Observer.RowExtent(geometry);

        public static int LeastRowFromCache => 24 * sizeof(float);

        public static int LeastRowFromMemory => 12 * sizeof(float);

        public static void Run<TLanes, TVector, TPlacement>(in PoolingOperands<float> operands, in PoolingGeometry geometry, int begin, int end)
            where TLanes : struct, ILanes<TVector, float>
            where TVector : struct
            where TPlacement : struct, IPlacement => Observer.Run<TLanes, TVector, TPlacement>(operands, geometry, begin, end);
    }

    private readonly struct InOrder : IPlacedKernel<InOrder, float>
    {
        public static int Units(in PoolingGeometry geometry) => Observer.Units(geometry);

        public static int VectorExtent(in PoolingGeometry geometry) => Observer.VectorExtent(geometry);

        public static int RowExtent(in PoolingGeometry geometry) => Observer.RowExtent(geometry);

        public static int LeastRowFromCache => int.MaxValue;

        public static void Run<TLanes, TVector, TPlacement>(in PoolingOperands<float> operands, in PoolingGeometry geometry, int begin, int end)
            where TLanes : struct, ILanes<TVector, float>
            where TVector : struct
            where TPlacement : struct, IPlacement => Observer.Run<TLanes, TVector, TPlacement>(operands, geometry, begin, end);
    }

    private readonly struct Observer : IPlacedKernel<Observer, float>
    {
        [ThreadStatic]
        private static Type? s_seen;

        public static Type? Seen { get => s_seen; set => s_seen = value; }

        public static int Units(in PoolingGeometry geometry) => geometry.Planes;

        public static int VectorExtent(in PoolingGeometry geometry) => geometry.Width.OutputExtent;

        public static int RowExtent(in PoolingGeometry geometry) => geometry.Width.OutputExtent;

        public static void Run<TLanes, TVector, TPlacement>(in PoolingOperands<float> operands, in PoolingGeometry geometry, int begin, int end)
            where TLanes : struct, ILanes<TVector, float>
            where TVector : struct
            where TPlacement : struct, IPlacement => Seen = typeof(TPlacement);
    }
}
