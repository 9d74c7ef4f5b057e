using System.Numerics.Tensors;
using PoolGen.Sample.Network;

namespace PoolGen.Sample.Tests;

/// <summary>
/// Compares what a layer's backward pass says with central differences of its forward pass, for the loss L = Σ r·z with random r.
/// </summary>
internal static class GradientCheck
{
    // For a layer that is linear in what is varied, a central difference is exact for any step: a large one loses least to rounding.
    private const float Step = 0.5f;
    private const double Tolerance = 2e-3;

    public static void Check(ILayer layer, Tensor<float> input, Random random)
    {
        Tensor<float> weighting = TestTensors.Random(random, layer.Forward(input).Lengths);
        float[] inputGradient = layer.Backward(weighting).Values().ToArray();
        float[][] parameterGradients = [.. layer.Parameters.Select(parameter => parameter.Gradient.ToArray())];

        Compare("input", inputGradient, index => ref input.Values()[index]);
        foreach ((int number, Parameter parameter) in layer.Parameters.Index())
        {
            Compare($"parameter {number}", parameterGradients[number], index => ref parameter.Values[index]);
        }

        void Compare(string name, float[] gradient, Element element)
        {
            Assert.NotEmpty(gradient);
            Assert.Contains(gradient, value => value != 0);
            for (int index = 0; index < gradient.Length; index++)
            {
                float original = element(index);
                element(index) = original + Step;
                double above = Loss();
                element(index) = original - Step;
                double below = Loss();
                element(index) = original;
                double expected = (above - below) / (2 * Step);
                Assert.True(
                    Math.Abs(expected - gradient[index]) <= Tolerance * (1 + Math.Abs(expected)),
                    $"{layer.Name}, {name}[{index}]: backward says {gradient[index]}, differences say {expected}.");
            }
        }

        double Loss()
        {
            ReadOnlySpan<float> z = layer.Forward(input).Values();
            ReadOnlySpan<float> r = weighting.Values();
            double sum = 0;
            for (int i = 0; i < z.Length; i++)
            {
                sum += (double)z[i] * r[i];
            }

            return sum;
        }
    }

    private delegate ref float Element(int index);
}
