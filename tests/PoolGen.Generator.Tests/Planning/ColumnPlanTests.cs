using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.ColumnWinners;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which windows train by columns, and what their elements take.</summary>
public sealed class ColumnPlanTests
{
    [Theory]
    [InlineData(4, 2, TieRule.All, TensorLayout.ChannelsLast, null)] // 16 taps: comparing each is faster
    [InlineData(5, 2, TieRule.All, TensorLayout.ChannelsLast, "byte")]
    [InlineData(5, 5, TieRule.First, TensorLayout.ChannelsLast, "byte")]
    [InlineData(9, 4, TieRule.Last, TensorLayout.ChannelsLast, "ushort")]
    [InlineData(17, 2, TieRule.Split, TensorLayout.ChannelsLast, "int")]
    [InlineData(32, 2, TieRule.Split, TensorLayout.ChannelsLast, null)] // more bits than a record has
    [InlineData(5, 31, TieRule.First, TensorLayout.ChannelsLast, "byte")]
    [InlineData(5, 32, TieRule.First, TensorLayout.ChannelsLast, null)] // too many places between windows to write out
    [InlineData(9, 100_000, TieRule.All, TensorLayout.ChannelsFirst, null)]
    [InlineData(5, 2, TieRule.All, TensorLayout.ChannelsFirst, null)] // a bit for each tap fits
    [InlineData(6, 5, TieRule.All, TensorLayout.ChannelsFirst, "byte")]
    [InlineData(6, 17, TieRule.All, TensorLayout.ChannelsFirst, "byte")]
    [InlineData(6, 32, TieRule.All, TensorLayout.ChannelsFirst, null)] // too many places between windows
    [InlineData(9, 17, TieRule.Split, TensorLayout.ChannelsFirst, "ushort")]
    [InlineData(5, 2, TieRule.First, TensorLayout.ChannelsFirst, null)]
    [InlineData(6, 2, TieRule.First, TensorLayout.ChannelsFirst, "byte")]
    [InlineData(6, 4, TieRule.Last, TensorLayout.ChannelsFirst, "byte")] // windows share a third of their columns
    [InlineData(7, 5, TieRule.First, TensorLayout.ChannelsFirst, null)] // windows share too little
    [InlineData(9, 7, TieRule.First, TensorLayout.ChannelsFirst, null)]
    [InlineData(10, 8, TieRule.First, TensorLayout.ChannelsFirst, "ushort")] // but they have many taps
    [InlineData(8, 17, TieRule.First, TensorLayout.ChannelsFirst, null)]
    [InlineData(9, 17, TieRule.First, TensorLayout.ChannelsFirst, "ushort")] // apart
    [InlineData(17, 17, TieRule.First, TensorLayout.ChannelsFirst, "int")]
    [InlineData(16, 16, TieRule.First, TensorLayout.ChannelsFirst, null)] // a vector holds the columns of a window
    [InlineData(7, 1, TieRule.All, TensorLayout.ChannelsFirst, null)] // neighbours share their rows
    public void Windows_of_many_taps_train_by_columns(int kernel, int stride, TieRule ties, TensorLayout layout, string? storage)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride), ties, layout: layout));
        Assert.Equal(storage, plan.Training.Form == TrainingForm.Columns ? plan.Training.Storage : null);
        if (storage is null)
            return;
        Assert.IsType<ColumnWinnersPlan>(plan[PoolingPass.ForwardColumns]);
        Assert.IsType<ColumnWinnersPlan>(plan[PoolingPass.BackwardColumns]);
        Assert.False(plan.BackwardReadsInput);
        Assert.All(plan.Passes, pass => Assert.InRange(pass.LaneCalls, 0, PassPlan.LaneCallBudget));
    }

    [Theory]
    [InlineData(31, 1, 40)]
    [InlineData(31, 31, 1)]
    [InlineData(31, 30, 7)]
    [InlineData(5, 31, 3)]
    public void The_largest_of_them_keep_to_the_budget(int kernel, int stride, int dilation)
    {
        foreach (TensorLayout layout in Enum.GetValues<TensorLayout>())
        {
            KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, dilation: dilation), layout: layout));
            Assert.Equal(kernel > 5 || layout == TensorLayout.ChannelsLast, plan.Training.Form == TrainingForm.Columns);
            Assert.All(plan.Passes, pass => Assert.InRange(pass.LaneCalls, 0, PassPlan.LaneCallBudget));
        }
    }

    /// <summary>A winner of one is looked up where that takes less than summing up.</summary>
    [Theory]
    [InlineData(6, 2, 1, TensorLayout.ChannelsFirst, 100)] // percent of a vector
    [InlineData(8, 4, 1, TensorLayout.ChannelsFirst, 100)]
    [InlineData(9, 4, 1, TensorLayout.ChannelsFirst, 200)]
    [InlineData(13, 4, 1, TensorLayout.ChannelsFirst, int.MaxValue)]
    [InlineData(6, 5, 1, TensorLayout.ChannelsFirst, int.MaxValue)] // no lane operations put such rows together
    [InlineData(6, 2, 2, TensorLayout.ChannelsFirst, null)] // dilated
    [InlineData(6, 2, 1, TensorLayout.ChannelsLast, null)]
    [InlineData(8, 8, 1, TensorLayout.ChannelsFirst, null)] // a vector holds the columns of two windows
    [InlineData(9, 9, 1, TensorLayout.ChannelsFirst, int.MaxValue)]
    [InlineData(16, 16, 1, TensorLayout.ChannelsFirst, null)] // or of one, and no more
    public void Winners_of_columns_are_looked_up_where_that_is_faster(int kernel, int stride, int dilation, TensorLayout layout, int? most)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride, dilation: dilation), layout: layout));
        Assert.Equal(most, plan[PoolingPass.BackwardColumns].Scattering?.Most);
    }

    [Theory]
    [InlineData(3, 2, 1, "1: 2+0; 0: 0+0 1+1")]
    [InlineData(2, 3, 1, "0: 0+0 1+1")]
    [InlineData(3, 2, 3, "3: 2+0; 1: 1+1; 0: 0+0")]
    public void An_element_takes_from_its_own_windows_and_from_those_before(int kernel, int stride, int dilation, string taken) => Assert.Equal(
        taken,
        string.Join("; ", ColumnWinnersPlan.TapsOfElements(Specs.Axis(kernel, stride, dilation: dilation))
            .Select(group => $"{group.Windows}: {string.Join(" ", group.Taps.Select(tap => $"{tap.Tap}+{tap.Phase}"))}")));
}
