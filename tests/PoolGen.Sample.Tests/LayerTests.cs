using System.Numerics.Tensors;
using PoolGen.Sample.Network;

namespace PoolGen.Sample.Tests;

public sealed class LayerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 1, 1, 5, 6, 1)]
    [InlineData(2, 2, 3, 7, 6, 3)]
    [InlineData(3, 1, 2, 5, 5, 5)]
    public void Convolution_gradients_agree_with_finite_differences(int batch, int from, int to, int height, int width, int kernel)
    {
        Random random = Seeded(41);
        GradientCheck.Check(new Convolution(from, to, kernel, random), TestTensors.Random(random, batch, from, height, width), random);
    }

    [Fact]
    public void Dense_gradients_agree_with_finite_differences()
    {
        Random random = Seeded(42);
        GradientCheck.Check(new Dense(2 * 5 * 7, 9, random), TestTensors.Random(random, 3, 2, 5, 7), random);
    }

    [Fact]
    public void Subsampling_gradients_agree_with_finite_differences()
    {
        Random random = Seeded(43);
        GradientCheck.Check(new Subsampling(2), TestTensors.Random(random, 2, 3, 5, 6), random);
    }

    [Fact]
    public void Convolution_is_the_sum_over_its_window()
    {
        Random random = Seeded(44);
        const int From = 2, To = 3, Height = 6, Width = 7, Kernel = 3;
        var layer = new Convolution(From, To, Kernel, random);
        (float[] weights, float[] bias) = (layer.Parameters[0].Values, layer.Parameters[1].Values);
        bias.AsSpan().Fill(0.25f);
        Tensor<float> input = TestTensors.Random(random, 1, From, Height, Width);
        Tensor<float> actual = layer.Forward(input);
        Assert.Equal([1, To, Height - Kernel + 1, Width - Kernel + 1], actual.Lengths.ToArray());
        for (int to = 0; to < To; to++)
        {
            for (int row = 0; row <= Height - Kernel; row++)
            {
                for (int column = 0; column <= Width - Kernel; column++)
                {
                    double expected = bias[to];
                    for (int tap = 0; tap < From * Kernel * Kernel; tap++)
                    {
                        (int from, int y, int x) = (tap / (Kernel * Kernel), tap / Kernel % Kernel, tap % Kernel);
                        expected += (double)weights[(to * From * Kernel * Kernel) + tap] * input[0, from, row + y, column + x];
                    }

                    Assert.Equal(expected, actual[0, to, row, column], 1e-5);
                }
            }
        }
    }

    [Fact]
    public void Relu_passes_the_gradient_of_positive_inputs_only()
    {
        var relu = new Relu();
        Tensor<float> input = Tensor.Create([-2f, 0f, 3f, 0.5f], [1, 4]);
        Assert.Equal([0, 0, 3, 0.5f], relu.Forward(input).Values().ToArray());
        Assert.Equal([0, 0, 7, 8], relu.Backward(Tensor.Create([5f, 6f, 7f, 8f], [1, 4])).Values().ToArray());
    }

    [Fact]
    public void Backward_without_forward_says_so()
    {
        Tensor<float> gradient = Tensor.Create([1f], [1, 1]);
        var error = Assert.Throws<InvalidOperationException>(() => new Dense(1, 1, new Random(1)).Backward(gradient));
        Assert.Contains("Forward", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_do_not_depend_on_where_the_array_lies()
    {
        // Versions of the library before 10.0 began long sums at an aligned address: the last bits then followed the garbage collector.
        Random random = Seeded(45);
        float[] left = TestTensors.Random(random, 700).Values().ToArray();
        float[] right = TestTensors.Random(random, 700).Values().ToArray();
        for (int offset = 1; offset < 16; offset++)
        {
            float[] moved = [.. new float[offset], .. left];
            Assert.Equal(TensorPrimitives.Dot<float>(left, right), TensorPrimitives.Dot<float>(moved.AsSpan(offset), right));
            Assert.Equal(TensorPrimitives.Sum<float>(left), TensorPrimitives.Sum<float>(moved.AsSpan(offset)));
        }
    }

    private Random Seeded(int seed)
    {
        output.WriteLine($"seed {seed}");
        return new Random(seed);
    }
}
