using System.Numerics;
using System.Runtime.InteropServices;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Every member refuses what does not fit, names the parameter, and has written nothing then.</summary>
public sealed class ArgumentTests
{
    private static readonly PoolingShape s_shape = new(2, 3, 16, 18);

    public static TheoryData<string> Names => PoolingRegistry.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Wrong_lengths_are_refused(string name) => PoolingRegistry.Find(name).Run(new WrongLengths());

    [Theory]
    [MemberData(nameof(Names))]
    public void Overlaps_are_refused(string name) => PoolingRegistry.Find(name).Run(new Overlaps());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_batch_of_none_is_nothing_to_do(string name) => PoolingRegistry.Find(name).Run(new EmptyBatch());

    [Theory]
    [MemberData(nameof(Names))]
    public void Other_ranks_are_refused(string name) => PoolingRegistry.Find(name).Run(new OtherRanks());

    [Fact]
    public void Messages_give_both_lengths()
    {
        var shape = new PoolingShape(1, 2, 4, 6);
        var failure = Assert.Throws<ArgumentException>("input", () => Max2x2.Forward(new float[47], new float[12], shape));
        Assert.StartsWith("input has 47 elements; its shape 1x2x4x6 has 48.", failure.Message, StringComparison.Ordinal);
        failure = Assert.Throws<ArgumentException>("output", () => Max2x2.Forward(new float[48], new float[13], shape));
        Assert.StartsWith("output has 13 elements; its shape 1x2x2x3 has 12.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_without_elements_is_explained()
    {
        var failure = Assert.Throws<ArgumentException>("inputShape", () => Max7x7Stride3.OutputShape(new PoolingShape(1, 1, 4, 9)));
        Assert.StartsWith(
            "Output size is too small: input 4, kernel 7, padding 0+0, stride 3 gives 0 on axis 0.", failure.Message, StringComparison.Ordinal);
        failure = Assert.Throws<ArgumentException>("inputShape", () => Average4x4.OutputShape(new PoolingShape(1, 1, 4, 3)));
        Assert.StartsWith(
            "Output size is too small: input 3, kernel 4, padding 0+0, stride 4 gives 0 on axis 1.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_with_more_taps_than_are_added_exactly_are_refused()
    {
        var failure = Assert.Throws<ArgumentException>("inputShape", () => IntGlobalAverage.OutputShape(new PoolingShape(1, 1, 2048, 1024)));
        Assert.StartsWith("Windows over an input of 1x1x2048x1024 have up to 2097152 taps; sums of this element type are exact up to 2097151.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(new PoolingShape(1, 1, 1, 1), IntGlobalAverage.OutputShape(new PoolingShape(1, 1, 2048, 1023)));
    }

    [Fact]
    public void Other_extents_than_the_known_ones_are_refused()
    {
        foreach (PoolingShape shape in (PoolingShape[])[new(2, 3, 28, 28), new(2, 3, 29, 28), new(2, 3, 27, 29)])
        {
            var failure = Assert.Throws<ArgumentException>("inputShape", () => KnownMax3x3Stride2.OutputShape(shape));
            Assert.StartsWith($"The shape {shape} is not 2x3x28x29, which this pooling is compiled for.", failure.Message, StringComparison.Ordinal);
        }
        Assert.Throws<ArgumentException>("inputShape", () => KnownMaxRow.WorkspaceLength(new PoolingShape(1, 1, 45)));
        Assert.Throws<ArgumentException>("inputShape", () => KnownAdaptive7Of56.Forward(new float[55 * 56], new float[49], new PoolingShape(1, 1, 55, 56)));
        Assert.Throws<ArgumentException>("inputShape", () => new KnownGlobalAverage().Forward(System.Numerics.Tensors.Tensor.Create(new float[56], [1, 1, 7, 8])));
        Assert.Equal(new PoolingShape(2, 3, 14, 15), KnownMax3x3Stride2.OutputShape(new PoolingShape(2, 3, 28, 29)));
    }

    [Fact]
    public void A_workspace_beyond_a_span_is_refused() =>
        Assert.Throws<ArgumentException>("inputShape", () => Max20x20.WorkspaceLength(new PoolingShape(1000, 1000, 300, 300)));

    private sealed class WrongLengths : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            foreach (int change in (int[])[-1, 1])
            {
                foreach (string parameter in (string[])["input", "output", "outputGradient", "inputGradient", "workspace", "indices"])
                    new WrongCall<T>(pooling, spec.OfRank(s_shape), parameter, change).CheckRefused();
            }
        }
    }

    private sealed class Overlaps : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingShape shape = spec.OfRank(s_shape);
            int inputs = (int)shape.ElementCount, outputs = (int)pooling.OutputShape(shape).ElementCount;
            int workspace = pooling.WorkspaceLength(shape);
            var memory = new T[inputs + outputs + workspace];
            var other = new T[inputs + outputs];
            Array.Fill(memory, Elements<T>.NaN);

            // The written span shares one element with the one that is read.
            Assert.Throws<ArgumentException>("output", () => pooling.Forward(
                memory.AsSpan(0, inputs), memory.AsSpan(inputs - 1, outputs), shape));
            Assert.Throws<ArgumentException>("inputGradient", () => pooling.Backward(
                memory.AsSpan(0, outputs), other.AsSpan(0, inputs), memory.AsSpan(outputs - 1, inputs), shape));
            Assert.Throws<ArgumentException>("inputGradient", () => pooling.Backward(
                other.AsSpan(0, outputs), memory.AsSpan(0, inputs), memory.AsSpan(1, inputs), shape));

            if (workspace > 0)
            {
                Assert.ThrowsAny<ArgumentException>(() => pooling.ForwardTraining(
                    memory.AsSpan(0, inputs), other.AsSpan(0, outputs), MemoryMarshal.AsBytes(memory.AsSpan())[..workspace], shape));
                Assert.Throws<ArgumentException>("inputGradient", () => pooling.BackwardTraining(
                    other.AsSpan(0, outputs), other.AsSpan(outputs, inputs), MemoryMarshal.AsBytes(memory.AsSpan())[..workspace], memory.AsSpan(0, inputs), shape));
            }
            Assert.True(Array.TrueForAll(memory, element => element.Equals(Elements<T>.NaN)), "A refused call has written.");
        }
    }

    private sealed class EmptyBatch : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingShape shape = spec.OfRank(new(0, 3, 16, 18));
            Assert.Equal(0, pooling.OutputShape(shape).Batch);
            Assert.Equal(0, pooling.WorkspaceLength(shape));
            foreach (ParallelOptions? parallel in (ParallelOptions?[])[null, new ParallelOptions { MaxDegreeOfParallelism = 3 }])
            {
                pooling.Forward([], [], shape, parallel);
                pooling.ForwardTraining([], [], [], shape, parallel);
                pooling.BackwardTraining([], [], [], [], shape, parallel);
                pooling.Backward([], [], [], shape, parallel);
                if (pooling.HasIndices)
                    pooling.ForwardWithIndices([], [], [], shape, parallel);
            }
        }
    }

    private sealed class OtherRanks : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingShape[] shapes = [default, new(2, 3, 40), new(2, 3, 40, 40), new(2, 3, 40, 40, 40)];
            foreach (PoolingShape shape in shapes.Where(shape => shape.Rank != spec.Rank))
            {
                var failure = Assert.Throws<ArgumentException>("inputShape", () => pooling.OutputShape(shape));
                Assert.Contains($"this pooling has {spec.Rank}", failure.Message, StringComparison.Ordinal);
                Assert.Throws<ArgumentException>("inputShape", () => pooling.WorkspaceLength(shape));
                Assert.Throws<ArgumentException>("inputShape", () => pooling.Forward([], [], shape));
            }
        }
    }
}
