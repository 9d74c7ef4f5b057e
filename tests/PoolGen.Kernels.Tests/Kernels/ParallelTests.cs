using System.Numerics;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The division of the work among threads changes no bit; a large input really is divided.</summary>
public sealed class ParallelTests
{
    // More elements than the scheduler's threshold of 65,536, in both layouts' units: planes and samples.
    private static readonly PoolingShape s_large = new(6, 5, 49, 61);

    // Planes of which a vector holds more than one row: which ones share vectors depends on how a call is divided.
    private static readonly PoolingShape s_narrow = new(6, 241, 8, 7);

    public static TheoryData<string> Names => PoolingRegistry.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_change_no_bit(string name) => PoolingRegistry.Find(name).Run(new AnyThreads());

    [Theory]
    [InlineData(nameof(Max3x3First))]
    [InlineData(nameof(Average5x5))]
    [InlineData(nameof(MaxChannelsLast))]
    public void Large_inputs_agree_with_the_reference_on_several_threads(string name) => PoolingRegistry.Find(name).Run(new LargeReference());

    [Fact]
    public void A_large_input_is_divided_and_a_small_one_is_not()
    {
        var scheduler = new CountingScheduler();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2, TaskScheduler = scheduler };
        Forward(s_large, parallel);
        Assert.True(scheduler.Queued > 0, "A large input should be divided among threads.");

        int before = scheduler.Queued;
        Forward(new PoolingShape(2, 2, 8, 8), parallel);
        Assert.Equal(before, scheduler.Queued);
    }

    [Fact]
    public void A_cancelled_token_stops_a_call_before_it_writes()
    {
        var parallel = new ParallelOptions { CancellationToken = new CancellationToken(canceled: true) };
        foreach (PoolingShape shape in (PoolingShape[])[s_large, new(1, 1, 4, 4)])
        {
            var input = new float[shape.ElementCount];
            var output = new float[Max2x2.OutputShape(shape).ElementCount];
            Array.Fill(output, 5);
            Assert.Throws<OperationCanceledException>(() => Max2x2.Forward(input, output, shape, parallel));
            Assert.All(output, element => Assert.Equal(5, element));
        }
    }

    private static void Forward(PoolingShape shape, ParallelOptions parallel) =>
        Max2x2.Forward(new float[shape.ElementCount], new float[Max2x2.OutputShape(shape).ElementCount], shape, parallel);

    private sealed class AnyThreads : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            for (int threads = 1; threads <= 7; threads += 2)
                ThreadsAgree.Check(pooling, spec, spec.OfRank(s_large), DataMaker.Classes[threads % DataMaker.Classes.Count], TestSeed.Value, threads, TestSeed.Description);
            ThreadsAgree.Check(pooling, spec, spec.OfRank(s_large), DataClass.Uniform, TestSeed.Value, -1, TestSeed.Description);
            if (ReferencePooling.Fits(spec, spec.OfRank(s_narrow)))
                ThreadsAgree.Check(pooling, spec, spec.OfRank(s_narrow), DataClass.Uniform, TestSeed.Value, 5, TestSeed.Description);
        }
    }

    private sealed class LargeReference : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var expected = ReferenceCase<T>.Make(spec, spec.OfRank(s_large), DataClass.SmallIntegers, TestSeed.Value);
            Verify.AllMembers(pooling, expected, TestSeed.Description, new ParallelOptions { MaxDegreeOfParallelism = 4 });
        }
    }
}
