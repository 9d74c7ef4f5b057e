using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>At smooth points the backward pass is the derivative of the forward pass.</summary>
public sealed class FiniteDifferenceTests
{
    private const double Step = 1.0 / 1024;

    public static TheoryData<string> DoubleNames => [.. PoolingRegistry.All.OfType<PoolingEntry<double>>().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(DoubleNames))]
    public void Gradients_are_derivatives(string name)
    {
        var entry = (PoolingEntry<double>)PoolingRegistry.Find(name);
        PoolingUnderTest<double> pooling = entry.Pooling;
        PoolingShape shape = entry.Spec.OfRank(new(1, 2, 9, 11));

        // Elements are at least 1/64 apart: a step of 1/1024 changes no winner.
        // A norm is smooth away from 0, and not linear: there the quotient has an error of its own.
        bool isNorm = entry.Spec.Kind == PoolingKind.Lp;
        double[] input = [.. DataMaker.Distinct<double>((int)shape.ElementCount, TestSeed.Value).Select(x => isNorm ? x + 100 : x)];
        double tolerance = isNorm ? 1e-7 : 1e-9;
        double[] weights = DataMaker.Input<double>(DataClass.Uniform, (int)pooling.OutputShape(shape).ElementCount, TestSeed.Value + 1);
        var gradient = new double[input.Length];
        pooling.Backward(weights, input, gradient, shape);
        Assert.Contains(gradient, element => element != 0);

        for (int i = 0; i < input.Length; i++)
        {
            double derivative = (Loss(pooling, input, i, Step, weights, shape) - Loss(pooling, input, i, -Step, weights, shape)) / (2 * Step);
            Assert.True(
                Math.Abs(derivative - gradient[i]) < tolerance,
                $"{entry.Spec}, {TestSeed.Description}, element {i}: the derivative is {derivative}, the gradient {gradient[i]}.");
        }
    }

    private static double Loss(PoolingUnderTest<double> pooling, double[] input, int moved, double step, double[] weights, PoolingShape shape)
    {
        double[] x = [.. input];
        x[moved] += step;
        var output = new double[weights.Length];
        pooling.Forward(x, output, shape);
        return output.Zip(weights, (value, weight) => value * weight).Sum();
    }
}
