using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Planes narrower than a vector, which some passes take side by side: as many as one block holds, fewer, and blocks with a rest.</summary>
public sealed class PackedPlanesTests
{
    [Theory]
    [InlineData(nameof(Max3x3Stride2))]
    [InlineData(nameof(Max3x3Stride2All))]
    public void Agree_with_the_reference(string name) => PoolingRegistry.Find(name).Run(new NarrowPlanes());

    [Fact]
    public void Wide_planes_and_single_ones_are_left_alone()
    {
        var packing = new PlanePacking(Most: 60, RecordBytes: 1);
        LaneSelection.Force(LaneSelection.Widest, () =>
        {
            Assert.Null(PackedPlanes.Of<float>(Geometry(planes: 1, width: 13), packing));
            Assert.Null(PackedPlanes.Of<float>(Geometry(planes: 64, width: 200), packing));
            Assert.Null(PackedPlanes.Of<float>(Geometry(planes: 64, width: 13), default));
        });
    }

    [Theory]
    [InlineData(7)]
    [InlineData(13)]
    [InlineData(16)]
    public void No_window_of_a_plane_reaches_into_the_next(int width)
    {
        if (LaneSelection.Widest != LaneWidth.Bits512)
            return; // narrower vectors are filled by fewer windows: nothing is packed

        PackedPlanes packed = PackedPlanes.Of<float>(Geometry(planes: 64, width), new PlanePacking(Most: 60, RecordBytes: 1))!.Value;
        AxisGeometry columns = Geometry(planes: 1, width).Width;
        Assert.True(packed.Planes >= 2);
        Assert.Equal((packed.Planes - 1) * packed.OutputPitch + columns.OutputExtent, packed.Wide.Width.OutputExtent);
        Assert.True(columns.End(columns.OutputExtent - 1) <= packed.Pitch, "the last window reaches into the next plane");
        Assert.True(packed.Pitch + columns.Start(0) >= width, "the first window reaches into the plane before");
    }

    private static PoolingGeometry Geometry(int planes, int width)
    {
        var axis = new PoolingAxis(Kernel: 3, Stride: 2, PaddingBegin: 1, PaddingEnd: 1);
        return PoolingGeometry.Create(new(1, planes, width, width), TensorLayout.ChannelsFirst, axis, axis);
    }

    private sealed class NarrowPlanes : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            int number = 0;
            foreach (int planes in (int[])[2, 7, 33])
            {
                foreach (int width in (int[])[5, 7, 8, 9, 13, 14, 16, 17, 19])
                {
                    PoolingShape shape = spec.OfRank(new(1, planes, 3 + number % 11, width));
                    DataClass data = DataMaker.Classes[(number + TestSeed.Value) % DataMaker.Classes.Count];
                    var expected = ReferenceCase<T>.Make(spec, shape, data, TestSeed.Value + number++);
                    Lanes.Each(lanes => Verify.AllMembers(pooling, expected, $"{planes} planes, {lanes}, {TestSeed.Description}"));
                }
            }
        }
    }
}
