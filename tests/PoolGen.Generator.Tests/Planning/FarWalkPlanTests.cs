using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.RollingPixels;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which windows go pixel by pixel where no cache of a core holds the tensors.</summary>
public sealed class FarWalkPlanTests
{
    [Theory]
    [InlineData(3, 2, 1)]
    [InlineData(5, 3, 2)]
    [InlineData(6, 2, 3)]
    [InlineData(9, 4, 2)]
    [InlineData(9, 8, 0)] // more pixels in a step than one method holds
    [InlineData(3, 3, 0)] // walks pixels anyway
    [InlineData(3, 1, 0)] // goes along the row as one run
    public void Distant_windows_that_share_columns_go_pixel_by_pixel_far_from_a_core(int kernel, int stride, int kept)
    {
        PoolingSpec spec = Specs.Average(Specs.Axis(kernel, stride, begin: 1), layout: TensorLayout.ChannelsLast);
        var forward = Assert.IsType<RollingPixelsPlan>(KernelPlanner.Plan(spec)[PoolingPass.Forward]);
        Assert.InRange(forward.LaneCalls, 1, PassPlan.LaneCallBudget);
        Assert.Equal(kept == 0 ? null : (2, kept, true, true), Far());

        (int, int, bool, bool)? Far() =>
            forward.Far is { } far ? (far.WindowRows, far.KeptWindows, far.HasEmptyRows, far.HasEmptyColumns) : null;
    }

    [Theory]
    [InlineData(5, 1024)] // 6 rows of 5 pixels
    [InlineData(4, 1536)]
    [InlineData(3, null)] // gain too little
    public void Neighbours_do_where_their_pixels_exceed_a_first_level_cache(int kernel, int? leastPixel)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(kernel, stride: 1, begin: 1), layout: TensorLayout.ChannelsLast);
        var forward = Assert.IsType<RollingPixelsPlan>(KernelPlanner.Plan(spec)[PoolingPass.Forward]);
        Assert.Equal(leastPixel, forward.Far?.LeastPixelBytes);
        if (forward.Far is { } far)
            Assert.Equal((2, kernel + 1, kernel - 1, false), (far.WindowRows, far.TapRows, far.KeptWindows, far.HasEmptyPixel));
    }
}
