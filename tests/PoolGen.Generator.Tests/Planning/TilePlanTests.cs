using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.AdaptiveWindows;
using PoolGen.Generator.Strategies.TileWindows;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which windows lie side by side in a vector, and how their columns meet.</summary>
public sealed class TilePlanTests
{
    [Theory]
    [InlineData(5, 5, 1, "float", true)]
    [InlineData(6, 9, 1, "float", true)] // with columns between windows
    [InlineData(16, 16, 1, "float", true)]
    [InlineData(5, 17, 1, "float", false)] // no vector holds so many columns
    [InlineData(8, 8, 1, "double", true)]
    [InlineData(8, 9, 1, "double", false)]
    [InlineData(4, 4, 1, "float", false)] // taken apart column by column
    [InlineData(6, 5, 1, "float", false)] // windows overlap
    [InlineData(5, 12, 2, "float", false)] // dilated
    [InlineData(5, 5, 1, "byte", false)]
    public void Windows_that_do_not_overlap_lie_side_by_side(int kernel, int stride, int dilation, string element, bool tiled)
    {
        ElementType type = ElementType.All.Single(other => other.Name == element);
        foreach (TieRule ties in Enum.GetValues<TieRule>())
        {
            KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, dilation: dilation), ties) with { Element = type });
            Assert.Equal(tiled, Specs.OfManyWindows(plan[PoolingPass.Forward]) is TileWindowsPlan);
            if (!tiled)
                continue;
            bool hasOneWinner = ties is TieRule.First or TieRule.Last;
            PassPlan training = Specs.OfManyWindows(plan[hasOneWinner ? PoolingPass.ForwardTaps : PoolingPass.ForwardColumns]);
            Assert.Equal(7, Assert.IsType<TileWindowsPlan>(Specs.OfManyWindows(plan[PoolingPass.Forward])).MostInPart);
            Assert.Equal(7, Assert.IsType<TileWindowsPlan>(training).MostInPart);
            if (!hasOneWinner)
            {
                var backward = Assert.IsType<TileWindowsPlan>(plan[PoolingPass.BackwardColumns]);
                Assert.Null(backward.MostInPart);
                Assert.Null(backward.Otherwise.Scattering);
            }
            Assert.All(plan.Passes, pass => Assert.InRange(pass.LaneCalls, 0, PassPlan.LaneCallBudget));
        }
    }

    [Fact]
    public void Known_extents_may_make_such_of_adaptive_windows()
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(AxisSpec.Adaptive(7) with { InputExtent = 56 }, TieRule.First));
        Assert.IsType<AdaptiveWindowsPlan>(Assert.IsType<TileWindowsPlan>(plan[PoolingPass.Forward]).Otherwise);
        Assert.IsType<AdaptiveWindowsPlan>(plan[PoolingPass.BackwardTaps]);
    }

    /// <summary>Narrow ones train this way where they have too many taps for a bit each.</summary>
    [Theory]
    [InlineData(12, 3, true)]
    [InlineData(10, 3, false)]
    [InlineData(32, 4, false)] // more rows than a record has bits
    public void Narrow_windows_of_many_taps_train_side_by_side(int rows, int columns, bool tiled)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(3)) with { Axes = new([Specs.Axis(rows, rows), Specs.Axis(columns, columns)]) });
        Assert.Equal(tiled, plan.Passes.Any(pass => pass is TileWindowsPlan { Pass: PoolingPass.BackwardColumns }));
        Assert.DoesNotContain(plan.Passes, pass => Specs.OfManyWindows(pass) is TileWindowsPlan { Pass: PoolingPass.Forward });
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "1")]
    [InlineData(3, "1 1")]
    [InlineData(5, "1 2 1")]
    [InlineData(6, "1 2 2")]
    [InlineData(8, "1 2 4")]
    [InlineData(13, "1 2 4 5")]
    public void Every_column_meets_all_others(int kernel, string turns)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(3)) with { Axes = new([Specs.Axis(16, 16), Specs.Axis(kernel, 16)]) };
        TileWindowsPlan tiles = Assert.IsType<TileWindowsPlan>(new TileWindowsStrategy().TryPlan(spec, ReductionPlan.For(spec), PoolingPass.ForwardColumns));
        Assert.Equal(turns, string.Join(" ", tiles.Turns));

        // Joined with those that it meets, a column has met as many in a row as the sum says, around the window's end.
        var met = new HashSet<int> { 0 };
        foreach (int by in tiles.Turns)
            met.UnionWith([.. met.Select(column => (column + by) % kernel)]);
        Assert.Equal(kernel, met.Count);
    }
}
