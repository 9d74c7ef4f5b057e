using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>How work is cut into shares.</summary>
public sealed class WorkDivisionTests
{
    [Theory]
    [InlineData(100, 1 << 20, 2, 8)]
    [InlineData(5, 1 << 20, 2, 5)]
    [InlineData(100, 1 << 20, 1, 1)]
    [InlineData(100, (1 << 16) - 1, 2, 1)]
    [InlineData(1, 1 << 20, 2, 1)]
    [InlineData(0, 0, 2, 0)]
    [InlineData(100, 1 << 20, int.MaxValue, 100)]
    [InlineData(int.MaxValue, 1 << 20, int.MaxValue / 2, int.MaxValue / 4 * 4)]
    public void Shares_follow_from_units_elements_and_threads(int units, long elements, int threads, int expected) =>
        Assert.Equal(expected, WorkDivision.Shares(units, elements, new ParallelOptions { MaxDegreeOfParallelism = threads }));

    [Fact]
    public void Without_options_the_calling_thread_does_everything()
    {
        Assert.Equal(1, WorkDivision.Shares(100, 1 << 20, null));
        Assert.Equal(0, WorkDivision.Shares(0, 1 << 20, null));
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(100, 8)]
    [InlineData(5, 5)]
    public void Shares_are_all_units_once(int units, int shares)
    {
        int[] runs = new int[units];
        WorkDivision.Run(units, shares, new ParallelOptions { MaxDegreeOfParallelism = 3 }, (begin, end) =>
        {
            for (int unit = begin; unit < end; unit++)
                Interlocked.Increment(ref runs[unit]);
        });
        Assert.All(runs, run => Assert.Equal(1, run));
    }
}
