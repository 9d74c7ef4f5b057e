using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;
using PoolGen.Benchmarks.Measuring;
using PoolGen.Benchmarks.Poolings;

namespace PoolGen.Benchmarks.Tests;

/// <summary>Contenders that are on this machine are asked for what the cases say.</summary>
public sealed class ContenderTests
{
    private const int Height = 66, Width = 67;

    public static TheoryData<string> Names => [.. ContenderList.All.Select(contender => contender.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_contender_computes_what_the_plain_loop_does(string name)
    {
        Contender contender = ContenderList.All.Single(contender => contender.Name == name);
        Assert.SkipWhen(contender.Missing is not null, $"{name} is not on this machine: {contender.Missing}");
        int entries = 0;
        foreach (Window window in PoolingCatalog.All.Select(pooling => pooling.Window).Distinct())
        {
            using var tensors = new Tensors(new Case("small", "", window, 2, 16, Height, Width));
            var expectation = new Expectation(tensors);
            foreach (Entry entry in contender.Enter(tensors))
            {
                string? difference = expectation.Difference(entry, tensors);
                Assert.True(difference is null, $"{window}, {entry.Layout}, {entry.Direction}: {difference}");
                entries++;
            }
        }
        Assert.True(entries > 0);
    }
}
