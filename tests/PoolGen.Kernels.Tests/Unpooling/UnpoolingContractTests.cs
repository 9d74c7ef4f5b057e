using System.Numerics;
using System.Runtime.InteropServices;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Every unpooling refuses what does not fit, names the parameter, and has written nothing then; and allocates nothing.</summary>
public sealed class UnpoolingContractTests
{
    private static readonly PoolingShape s_shape = new(2, 3, 4, 5);

    public static TheoryData<string> Names => UnpoolingEntry.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Indices_outside_of_their_plane_are_refused(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Forbidden pages are made with Linux's system calls.");
        UnpoolingEntry.Find(name).Run(new HostileIndices());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Wrong_lengths_overlaps_and_shapes_are_refused(string name) => UnpoolingEntry.Find(name).Run(new WrongArguments());

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_allocated(string name) => UnpoolingEntry.Find(name).Run(new Measured());

    [Fact]
    public async Task Nothing_beside_the_spans_is_touched()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Forbidden pages are made with Linux's system calls.");
        await ChildProcess.RunAsync(ChildPrograms.GuardedUnpoolings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_index_outside_is_refused_as_itself_on_every_thread(int threads)
    {
        PoolingShape shape = new(4, 8, 40, 40), outputShape = Unpool2x2.OutputShape(shape);
        float[] pooled = new float[shape.ElementCount], planes = new float[outputShape.ElementCount];
        int[] indices = new int[pooled.Length];
        indices[^7] = -2;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Unpool2x2.Forward(pooled, indices, planes, shape, parallel: parallel));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Unpool2x2.Backward(planes, indices, pooled, shape, parallel: parallel));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Unpool3x3ChannelsLast.Forward(pooled, indices, planes, shape, outputShape, parallel));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Unpool3x3ChannelsLast.Backward(planes, indices, pooled, shape, outputShape, parallel));
    }

    [Fact]
    public void An_output_without_elements_is_explained()
    {
        var failure = Assert.Throws<ArgumentException>("inputShape", () => Unpool3x3ChannelsLast.Forward([], [], [], new(1, 1, int.MaxValue, 3)));
        Assert.StartsWith(
            "Output size is out of range: input 2147483647, kernel 3, padding 1+1, stride 2 gives 4294967293 on axis 0", failure.Message, StringComparison.Ordinal);
        failure = Assert.Throws<ArgumentException>("inputShape", () => UnpoolHardlyAnything.OutputShape(new PoolingShape(1, 1, 1)));
        Assert.StartsWith("Output size is out of range: input 1, kernel 3, padding 2+2, stride 3 gives -1 on axis 0", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_call_writes_nothing()
    {
        var parallel = new ParallelOptions { CancellationToken = new CancellationToken(canceled: true) };
        float[] output = [1, 1, 1, 1];
        Assert.Throws<OperationCanceledException>(() => Unpool2x2.Forward([2], [0], output, new(1, 1, 1, 1), parallel: parallel));
        Assert.Equal([1, 1, 1, 1], output);
    }

    private sealed class WrongArguments : IUnpoolingTest
    {
        public void Run<T>(UnpoolingUnderTest<T> unpooling, UnpoolingEntry entry)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingShape shape = entry.OfRank(s_shape.Batch, s_shape.Channels, s_shape.Height, s_shape.Width), outputShape = unpooling.OutputShape(shape);
            int inputs = (int)shape.ElementCount, outputs = (int)outputShape.ElementCount;
            T[] pooled = new T[inputs + 1], planes = new T[outputs + 1];
            int[] indices = new int[inputs + 1];
            Array.Fill(planes, T.One);
            Array.Fill(pooled, T.One);
            foreach (int change in (int[])[-1, 1])
            {
                Assert.Throws<ArgumentException>("input", () => unpooling.Forward(new T[inputs + change], indices.AsSpan(0, inputs), planes.AsSpan(0, outputs), shape));
                Assert.Throws<ArgumentException>("indices", () => unpooling.Forward(pooled.AsSpan(0, inputs), new int[inputs + change], planes.AsSpan(0, outputs), shape));
                Assert.Throws<ArgumentException>("output", () => unpooling.Forward(pooled.AsSpan(0, inputs), indices.AsSpan(0, inputs), planes.AsSpan(0, outputs + Math.Min(change, 1)), shape));
                Assert.Throws<ArgumentException>("outputGradient", () => unpooling.Backward(new T[outputs + change], indices.AsSpan(0, inputs), pooled.AsSpan(0, inputs), shape));
                Assert.Throws<ArgumentException>("indices", () => unpooling.Backward(planes.AsSpan(0, outputs), new int[inputs + change], pooled.AsSpan(0, inputs), shape));
                Assert.Throws<ArgumentException>("inputGradient", () => unpooling.Backward(planes.AsSpan(0, outputs), indices.AsSpan(0, inputs), pooled.AsSpan(0, inputs + change), shape));
            }

            PoolingShape[] strangers =
            [
                new(1, 3, 9, 9), entry.OfRank(3, 3, 8, 10), entry.OfRank(2, 4, 8, 10), entry.Spec.Rank == 2 ? new(2, 3, 9) : new(2, 3, 8, 10),
            ];
            foreach (PoolingShape stranger in strangers)
            {
                Assert.Throws<ArgumentException>("outputShape", () => unpooling.Forward(pooled.AsSpan(0, inputs), indices.AsSpan(0, inputs), planes.AsSpan(0, outputs), shape, stranger));
                Assert.Throws<ArgumentException>("outputShape", () => unpooling.Backward(planes.AsSpan(0, outputs), indices.AsSpan(0, inputs), pooled.AsSpan(0, inputs), shape, stranger));
            }
            foreach (PoolingShape other in ((PoolingShape[])[default, new(2, 3, 4), new(2, 3, 4, 4), new(2, 3, 4, 4, 4)]).Where(other => other.Rank != entry.Spec.Rank))
            {
                var failure = Assert.Throws<ArgumentException>("inputShape", () => unpooling.OutputShape(other));
                Assert.Contains($"this unpooling has {entry.Spec.Rank}", failure.Message, StringComparison.Ordinal);
            }

            var memory = new T[inputs + outputs];
            Array.Fill(memory, T.One);
            Assert.Throws<ArgumentException>("output", () => unpooling.Forward(memory.AsSpan(0, inputs), indices.AsSpan(0, inputs), memory.AsSpan(inputs - 1, outputs), shape));
            Assert.Throws<ArgumentException>("inputGradient", () => unpooling.Backward(memory.AsSpan(0, outputs), indices.AsSpan(0, inputs), memory.AsSpan(outputs - 1, inputs), shape));
            T[] both = new T[outputs + 4 * inputs];
            Array.Fill(both, T.One);
            Assert.Throws<ArgumentException>("output", () => unpooling.Forward(
                pooled.AsSpan(0, inputs), MemoryMarshal.Cast<T, int>(both.AsSpan())[..inputs], both.AsSpan(0, outputs), shape));
            Assert.Throws<ArgumentException>("inputGradient", () => unpooling.Backward(
                planes.AsSpan(0, outputs), MemoryMarshal.Cast<T, int>(both.AsSpan())[..inputs], both.AsSpan(0, inputs), shape));
            Assert.All([.. planes, .. pooled, .. memory, .. both], element => Assert.Equal(T.One, element));

            PoolingShape empty = entry.OfRank(0, 3, 4, 5);
            foreach (ParallelOptions? parallel in (ParallelOptions?[])[null, new ParallelOptions { MaxDegreeOfParallelism = 3 }])
            {
                unpooling.Forward([], [], [], empty, default, parallel);
                unpooling.Backward([], [], [], empty, default, parallel);
            }
        }
    }

    private sealed class Measured : IUnpoolingTest
    {
        public void Run<T>(UnpoolingUnderTest<T> unpooling, UnpoolingEntry entry)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingShape shape = entry.OfRank(2, 3, 8, 9);
            T[] pooled = new T[shape.ElementCount], planes = new T[unpooling.OutputShape(shape).ElementCount];
            int[] indices = new int[pooled.Length];
            Allocations.AssertNone(() =>
            {
                unpooling.Forward(pooled, indices, planes, shape);
                unpooling.Backward(planes, indices, pooled, shape);
            });
        }
    }
}

[Unpooling(Rank = 1, Kernel = 3, Padding = 2)]
internal static partial class UnpoolHardlyAnything;
