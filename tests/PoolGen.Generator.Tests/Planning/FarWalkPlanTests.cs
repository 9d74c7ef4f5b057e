using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.FarPixels;
using PoolGen.Generator.Strategies.PixelWindows;
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
            forward.Far is { } far ? (far.WindowRows, far.KeptWindows, forward.HasEmptyRows, forward.HasEmptyColumns) : null;
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
            Assert.Equal((2, kernel + 1, kernel - 1, false), (far.WindowRows, far.TapRows, far.KeptWindows, forward.HasEmptyPixel));
    }

    [Theory]
    [InlineData(TieRule.First, 2, 2, 1, 1, 5120)] // two rows of pixels, and an extreme and a record to keep and to write
    [InlineData(TieRule.All, 2, 2, 1, 1, 5120)]
    [InlineData(TieRule.First, 3, 2, 2, 1, 2363)]
    [InlineData(TieRule.Split, 4, 3, 2, 1, 2048)]
    [InlineData(TieRule.Last, 4, 2, 2, 2, 1706)]
    [InlineData(TieRule.First, 2, 3, 0, 0, 0)] // there are pixels between
    public void Records_of_wide_pixels_are_made_pixel_by_pixel(TieRule ties, int kernel, int stride, int windowRows, int kept, int mostPixel)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(kernel, stride, begin: 1, end: 1), ties, layout: TensorLayout.ChannelsLast);
        var training = Assert.IsType<PixelWindowsPlan>(KernelPlanner.Plan(spec).Passes.Single(pass => pass is PixelWindowsPlan));
        Assert.InRange(training.LaneCalls, 1, PassPlan.LaneCallBudget);
        Assert.Equal(windowRows == 0 ? null : (windowRows, kept, 384, mostPixel), Far());

        (int, int, int, int)? Far() => training.Far is { } far ? (far.WindowRows, far.KeptWindows, far.LeastPixelBytes, far.MostPixelBytes) : null;
    }

    [Fact]
    public void A_step_ends_a_window_and_begins_another()
    {
        var walk = new FarWalk(new(5, 2), new(5, 2), LeastPixelBytes: 0);
        Assert.Equal([(0, 3), (1, 1)], walk.Windows(0));
        Assert.Equal([(0, 4), (1, 2), (2, 0)], walk.Windows(1));
        Assert.Equal([0, 1], walk.Windows(0).Select(held => walk.Kept(held.Window, step: 0)));
        Assert.Equal([-1, 0, 1], walk.Windows(1).Select(held => walk.Kept(held.Window, step: 1)));
        Assert.Equal((2, 7, 2, 2, 3), (walk.WindowRows, walk.TapRows, walk.LastWindow, walk.KeptWindows, walk.FirstColumn));
    }
}
