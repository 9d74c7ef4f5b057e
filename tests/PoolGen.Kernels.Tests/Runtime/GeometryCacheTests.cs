using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Geometries of shapes that were seen before, and of those that find no room.</summary>
public sealed class GeometryCacheTests
{
    private static readonly PoolingAxis s_axis = new(Kernel: 3, Stride: 2, PaddingBegin: 1, PaddingEnd: 1);

    private static PoolingGeometry New(PoolingShape shape) => PoolingGeometry.Create(shape, TensorLayout.ChannelsFirst, s_axis, s_axis);

    [Fact]
    public void A_shape_has_its_own_geometry_however_many_there_are()
    {
        var cache = new GeometryCache(New);
        for (int round = 0; round < 3; round++)
        {
            for (int extent = 1; extent < 200; extent++)
            {
                var shape = new PoolingShape(1 + extent % 3, 1 + extent % 5, extent, 1 + extent % 7);
                PoolingGeometry expected = New(shape), actual = cache.Of(shape);
                Assert.Equal((expected.InputShape, expected.OutputShape), (actual.InputShape, actual.OutputShape));
                Assert.Equal((expected.Height, expected.Width), (actual.Height, actual.Width));
            }
        }
    }

    [Fact]
    public void A_shape_is_worked_out_once()
    {
        int created = 0;
        var cache = new GeometryCache(shape =>
        {
            created++;
            return New(shape);
        });
        for (int call = 0; call < 5; call++)
            cache.Of(new PoolingShape(1, 2, 8, 9));
        Assert.Equal(1, created);
    }

    [Fact]
    public void Shapes_that_find_no_room_allocate_nothing()
    {
        var cache = new GeometryCache(New);
        PoolingShape[] shapes = [.. Enumerable.Range(1, 100).Select(extent => new PoolingShape(1, 1, extent, extent))];
        foreach (PoolingShape shape in shapes)
            cache.Of(shape);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (PoolingShape shape in shapes)
            cache.Of(shape);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_shape_that_is_refused_is_refused_again()
    {
        var cache = new GeometryCache(New);
        for (int call = 0; call < 2; call++)
            Assert.Throws<ArgumentException>(() => cache.Of(new PoolingShape(1, 1, 5)));
    }
}
