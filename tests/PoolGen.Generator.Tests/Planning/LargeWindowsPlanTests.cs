using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.LargeWindows;
using PoolGen.Generator.Strategies.RollingStrips;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which passes take large windows by runs, and which runs make up a row.</summary>
public sealed class LargeWindowsPlanTests
{
    [Theory]
    [InlineData(13, true, "1:0 1:4 1:8 1:9")] // runs of four, of which two overlap
    [InlineData(13, false, "1:0 1:4 1:8 0:12")] // what is added is added once
    [InlineData(31, false, "2:0 1:16 1:20 1:24 0:28 0:29 0:30")]
    [InlineData(64, true, "2:0 2:16 2:32 2:48")]
    public void A_row_of_a_large_window_is_made_of_runs(int kernel, bool maximum, string runs)
    {
        AxisSpec axis = Specs.Axis(kernel, begin: kernel / 2, end: kernel / 2);
        KernelPlan plan = KernelPlanner.Plan(maximum ? Specs.Max(axis) : Specs.Average(axis));
        var forward = Assert.IsType<LargeWindowsPlan>(plan[PoolingPass.Forward]);
        Assert.Equal(runs, string.Join(" ", forward.Runs.Select(run => $"{run.Level}:{run.Offset}")));
    }

    [Theory]
    [InlineData(13, true, "2=1+1@1 4=2+2@2 8=4+4@4 13=8+8@5")] // of which two overlap
    [InlineData(13, false, "2=1+1@1 4=2+2@2 8=4+4@4 5=4+1@4 13=8+5@8")] // what is added is added once
    [InlineData(16, false, "2=1+1@1 4=2+2@2 8=4+4@4 16=8+8@8")]
    public void In_registers_a_row_of_a_large_window_is_joined_from_shorter_runs(int kernel, bool maximum, string runs)
    {
        AxisSpec axis = Specs.Axis(kernel, begin: kernel / 2, end: kernel / 2);
        var forward = Assert.IsType<LargeWindowsPlan>(KernelPlanner.Plan(maximum ? Specs.Max(axis) : Specs.Average(axis))[PoolingPass.Forward]);
        Assert.Equal(runs, string.Join(" ", forward.Joined.Select(run => $"{run.Length}={run.First}+{run.Second}@{run.At}")));
        Assert.Equal(forward.Joined.Max(run => run.At), forward.LeastLanes);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(48, true)] // 16 lanes reach the overlap of two runs of 32
    [InlineData(49, false)]
    public void Vectors_are_long_enough_for_all_but_the_widest_windows(int kernel, bool fits)
    {
        AxisSpec axis = Specs.Axis(kernel, begin: kernel / 2, end: kernel / 2);
        Assert.Equal(fits, Assert.IsType<LargeWindowsPlan>(KernelPlanner.Plan(Specs.Max(axis))[PoolingPass.Forward]).JoinsInRegisters);
    }

    [Fact]
    public void Runs_cover_every_column_and_of_sums_once()
    {
        for (int kernel = 10; kernel < 300; kernel++)
        {
            AxisSpec axis = Specs.Axis(kernel, begin: 1);
            foreach (PoolingSpec spec in (PoolingSpec[])[Specs.Max(axis), Specs.Average(axis)])
            {
                var forward = Assert.IsType<LargeWindowsPlan>(KernelPlanner.Plan(spec)[PoolingPass.Forward]);
                int[] covered = [.. forward.Runs.SelectMany(run => Enumerable.Range(run.Offset, (int)Math.Pow(LargeWindowsPlan.Radix, run.Level)))];
                Assert.Equal(Enumerable.Range(0, kernel), covered.Distinct().Order());
                Assert.True(spec.Kind == PoolingKind.Max || covered.Length == kernel);

                // Joined, too: each run begins with one before it, and ends with one.
                var joined = new Dictionary<int, int[]> { [1] = [0] };
                foreach (JoinedRun run in forward.Joined)
                    joined.Add(run.Length, [.. joined[run.First], .. joined[run.Second].Select(column => column + run.At)]);
                Assert.Equal(Enumerable.Range(0, kernel), joined[kernel].Distinct().Order());
                Assert.True(spec.Kind == PoolingKind.Max || joined[kernel].Length == kernel);
            }
        }
    }

    [Theory]
    [InlineData(7, 7, true, false)]
    [InlineData(8, 8, true, true)]
    [InlineData(9, 9, true, true)]
    [InlineData(3, 9, true, false)] // runs of few rows save little
    [InlineData(9, 3, true, false)]
    [InlineData(9, 9, false, false)] // what is added is added once, in more runs
    [InlineData(10, 10, false, true)]
    public void Windows_are_large_from_where_runs_take_less_time_than_strips(int rows, int columns, bool maximum, bool large)
    {
        AxisSpec height = Specs.Axis(rows, begin: rows / 2, end: rows / 2), width = Specs.Axis(columns, begin: columns / 2, end: columns / 2);
        PoolingSpec spec = maximum ? Specs.Max(height, width) : Specs.Average(height) with { Axes = new([height, width]) };
        PassPlan forward = KernelPlanner.Plan(spec)[PoolingPass.Forward];
        Assert.Equal(large ? typeof(LargeWindowsPlan) : typeof(RollingStripsPlan), forward.GetType());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(13)]
    public void Gradients_of_means_whose_divisors_differ_are_sums_of_runs(int kernel)
    {
        AxisSpec axis = Specs.Axis(kernel, begin: kernel / 2 - 1, end: kernel / 2);
        Assert.True(Assert.IsType<LargeWindowsPlan>(KernelPlanner.Plan(Specs.Average(axis))[PoolingPass.Backward]).CountsTaps);
    }

    [Theory]
    [InlineData(13, 13, 1, true)]
    [InlineData(13, 13, 2, false)] // windows are taken from a row in memory
    [InlineData(13, 1, 1, false)] // nothing is joined
    [InlineData(13, 17, 1, false)] // more than a vector of the widest
    public void Rows_of_two_vectors_have_a_method_of_their_own(int rows, int columns, int stride, bool pairs)
    {
        AxisSpec height = Specs.Axis(rows, stride, begin: rows / 2, end: rows / 2), width = Specs.Axis(columns, stride, begin: columns / 2, end: columns / 2);
        Assert.Equal(pairs, Assert.IsType<LargeWindowsPlan>(KernelPlanner.Plan(Specs.Max(height, width))[PoolingPass.Forward]).TakesPairs);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)] // two rows come and go
    public void Rows_are_gone_through_one_by_one_where_windows_are(int stride, bool byRow) =>
        Assert.Equal(byRow, Assert.IsType<LargeWindowsPlan>(KernelPlanner.Plan(Specs.Max(Specs.Axis(13, stride, begin: 6, end: 6)))[PoolingPass.Forward]).StepsByRow);

    [Theory]
    [InlineData(DivisorKind.Taps, false)] // each window has a share of its own
    [InlineData(DivisorKind.PaddedTaps, true)]
    public void Rows_of_two_vectors_have_one_divisor(object divisor, bool pairs)
    {
        PoolingSpec spec = Specs.Average(Specs.Axis(13, begin: 6, end: 6), (DivisorKind)divisor);
        Assert.Equal(pairs, Assert.IsType<LargeWindowsPlan>(KernelPlanner.Plan(spec)[PoolingPass.Forward]).TakesPairs);
    }

    [Theory]
    [InlineData(6, 6, 6)] // all of them hold one column
    [InlineData(13, 9, 8)]
    [InlineData(9, 31, 8)]
    public void Channels_last_neighbouring_windows_are_found_together(int rows, int columns, int together)
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(rows, begin: 1), Specs.Axis(columns, begin: 1), layout: TensorLayout.ChannelsLast);
        var forward = Assert.IsType<LargeWindowsPlan>(KernelPlanner.Plan(spec)[PoolingPass.Forward]);
        Assert.Equal((together, true, true, true), (forward.WindowsTogether, forward.TakesPixels, forward.StepsByRow, forward.ChecksForNaN));
        Assert.Equal(PrefetchPlan.FromMemory, forward.Prefetch);
        Assert.False(forward.TakesPairs);
    }

    [Theory]
    [InlineData(5, 13, 1, 1)] // few rows
    [InlineData(13, 5, 1, 1)] // few columns
    [InlineData(13, 13, 2, 1)]
    [InlineData(13, 13, 1, 2)]
    public void Channels_last_windows_at_a_distance_and_narrow_ones_are_others(int rows, int columns, int stride, int dilation)
    {
        // Padded: windows that may cover their plane are whole planes first.
        AxisSpec height = Specs.Axis(rows, stride, begin: 1, dilation: dilation), width = Specs.Axis(columns, stride, begin: 1, dilation: dilation);
        Assert.IsNotType<LargeWindowsPlan>(KernelPlanner.Plan(Specs.Max(height, width, layout: TensorLayout.ChannelsLast))[PoolingPass.Forward]);
    }

    [Fact]
    public void Channels_first_windows_are_not_found_in_groups() =>
        Assert.False(Assert.IsType<LargeWindowsPlan>(KernelPlanner.Plan(Specs.Max(Specs.Axis(13, begin: 6)))[PoolingPass.Forward]).TakesPixels);
}
