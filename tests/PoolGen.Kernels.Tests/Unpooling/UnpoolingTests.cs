using System.Numerics;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Unpoolings against their definition, on one thread and several; and as what undoes a pooling.</summary>
public sealed class UnpoolingTests
{
    public static TheoryData<string> Names => UnpoolingEntry.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Passes_agree_with_the_definition(string name) => UnpoolingEntry.Find(name).Run(new FewShapes());

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_change_no_bit(string name) => UnpoolingEntry.Find(name).Run(new AnyThreads());

    [Theory]
    [InlineData(1, 300)]
    [InlineData(6, 8)]
    public void A_large_tensor_is_divided_whatever_its_batch(int batch, int channels)
    {
        foreach (TensorLayout layout in Enum.GetValues<TensorLayout>())
        {
            var scheduler = new CountingScheduler();
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2, TaskScheduler = scheduler };
            PoolingShape shape = new(batch, channels, 24, 24), outputShape = new(batch, channels, 48, 48);
            float[] input = new float[shape.ElementCount], output = new float[outputShape.ElementCount];
            int[] indices = new int[input.Length];
            if (layout == TensorLayout.ChannelsFirst)
                Unpool2x2.Forward(input, indices, output, shape, outputShape, parallel);
            else
                Unpool3x3ChannelsLast.Forward(input, indices, output, shape, outputShape, parallel);
            Assert.True(scheduler.Queued > 0, $"{layout}: the forward pass should be divided among threads.");

            int before = scheduler.Queued;
            Unpool2x2.Backward(output, indices, input, shape, outputShape, parallel);
            Assert.True(scheduler.Queued > before, $"{layout}: the backward pass should be divided among threads.");
        }
    }

    [Fact]
    public void Of_elements_with_one_index_the_last_is_kept_and_each_gets_the_gradient()
    {
        PoolingShape shape = new(1, 1, 2, 2);
        float[] output = new float[16], gradient = new float[4];
        UnpoolStatic.Forward([1, 2, 3, 4], [5, 9, 5, 9], output, shape);
        Assert.Equal([0, 0, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0], output);
        UnpoolStatic.Backward(output, [5, 9, 5, -1], gradient, shape);
        Assert.Equal([3, 4, 3, 0], gradient);
    }

    /// <summary>ONNX's node tests test_maxunpool_export_without_output_shape and test_maxunpool_export_with_output_shape.</summary>
    [Fact]
    public void Nodes_of_ONNX_are_computed()
    {
        PoolingShape pooled = new(1, 1, 2, 2), inferred = Unpool2x2.OutputShape(pooled), given = new(1, 1, 5, 5);
        int[] indices = new int[4];
        float[] output = new float[16], larger = new float[25];
        PoolingIndices.FromOnnx([5, 7, 13, 15], indices, inferred, pooled);
        Unpool2x2.Forward([1, 2, 3, 4], indices, output, pooled);
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4], output);

        PoolingIndices.FromOnnx([5, 7, 13, 15], indices, inferred, pooled, planeShape: given);
        Unpool2x2.Forward([5, 6, 7, 8], indices, larger, pooled, given);
        Assert.Equal([0, 0, 0, 0, 0, 0, 5, 0, 6, 0, 0, 0, 0, 0, 0, 0, 7, 0, 8, 0, 0, 0, 0, 0, 0], larger);
    }

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst, 12, 14)]
    [InlineData(TensorLayout.ChannelsFirst, 13, 15)]
    [InlineData(TensorLayout.ChannelsLast, 13, 15)]
    [InlineData(TensorLayout.ChannelsLast, 12, 16)]
    public void Maxima_return_to_their_places(TensorLayout layout, int height, int width)
    {
        PoolingShape shape = new(2, 19, height, width);
        bool first = layout == TensorLayout.ChannelsFirst;
        PoolingShape pooled = first ? Max2x2.OutputShape(shape) : Max3x3Stride2ChannelsLast.OutputShape(shape);
        // All above zero: what is unpooled is what is not zero.
        float[] x = [.. DataMaker.Distinct<float>((int)shape.ElementCount, TestSeed.Value).Select(value => value + 1000)];
        var (z, indices, back, again) = (new float[pooled.ElementCount], new int[pooled.ElementCount], new float[x.Length], new float[pooled.ElementCount]);
        if (first)
        {
            Max2x2.ForwardWithIndices(x, z, indices, shape);
            Unpool2x2.Forward(z, indices, back, pooled, shape);
            Max2x2.Forward(back, again, shape);
        }
        else
        {
            Max3x3Stride2ChannelsLast.ForwardWithIndices(x, z, indices, shape);
            Unpool3x3ChannelsLast.Forward(z, indices, back, pooled, shape);
            Max3x3Stride2ChannelsLast.Forward(back, again, shape);
        }

        HashSet<float> maxima = [.. z];
        Assert.Equal(x.Select(value => maxima.Contains(value) ? value : 0), back);
        Assert.Equal(z, again);

        float[] gathered = new float[z.Length];
        if (first)
            Unpool2x2.Backward(x, indices, gathered, pooled, shape);
        else
            Unpool3x3ChannelsLast.Backward(x, indices, gathered, pooled, shape);
        Assert.Equal(z, gathered);
    }

    [Fact]
    public void The_options_choose_the_outputs_shape()
    {
        Assert.Equal(new PoolingShape(2, 3, 7, 9), Unpool3x3ChannelsLast.OutputShape(new(2, 3, 4, 5)));
        Assert.Equal(new PoolingShape(2, 3, 5, 13), UnpoolUnequal.OutputShape(new(2, 3, 4, 5)));
        Assert.Equal(new PoolingShape(1, 1, 2, 6, 12), UnpoolVolumeChannelsLast.OutputShape(new(1, 1, 2, 3, 4)));
        Assert.Equal(new PoolingShape(0, 1, 10), UnpoolRow.OutputShape(new(0, 1, 5)));
    }

    private sealed class FewShapes : IUnpoolingTest
    {
        public void Run<T>(UnpoolingUnderTest<T> unpooling, UnpoolingEntry entry)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var random = new Random(TestSeed.Value);
            for (int shape = 0; shape < 40; shape++)
            {
                (PoolingShape input, PoolingShape output, bool isDefault) = RandomUnpoolings.Shapes(random, entry.Spec);
                if (isDefault)
                    Assert.Equal(output, unpooling.OutputShape(input));
                UnpoolingCase<T>.Make(input, output, entry.Spec.Layout, random.Next()).Check(unpooling, $"{entry}, {TestSeed.Description}", isDefault);
            }
        }
    }

    private sealed class AnyThreads : IUnpoolingTest
    {
        public void Run<T>(UnpoolingUnderTest<T> unpooling, UnpoolingEntry entry)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            // More elements than the threshold of a division; channels last, several samples of few channels and one of many.
            foreach ((int batch, int channels) in (ReadOnlySpan<(int, int)>)[(3, 5), (1, 131)])
            {
                PoolingShape output = entry.OfRank(batch, channels, batch == 1 ? 26 : 77, entry.Spec.Rank == 1 ? 70_000 / batch / channels + 10 : 67);
                PoolingShape input = entry.OfRank(batch, channels, output.Height / 2, output.Width / 2);
                foreach (int threads in (ReadOnlySpan<int>)[1, 2, 3, 7, -1, int.MaxValue])
                {
                    var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
                    UnpoolingCase<T>.Make(input, output, entry.Spec.Layout, TestSeed.Value + threads).Check(unpooling, $"{entry}, {TestSeed.Description}", isDefault: false, parallel);
                }
            }
        }
    }
}
