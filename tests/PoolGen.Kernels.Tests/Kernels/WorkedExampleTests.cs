using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The founding document's worked example, on the generated kernels.</summary>
public sealed class WorkedExampleTests
{
    [Theory]
    [InlineData(nameof(Max3x3), TieRule.All, false)]
    [InlineData(nameof(Max3x3), TieRule.All, true)]
    [InlineData(nameof(Max3x3First), TieRule.First, false)]
    [InlineData(nameof(Max3x3First), TieRule.First, true)]
    [InlineData(nameof(Max3x3Last), TieRule.Last, false)]
    [InlineData(nameof(Max3x3Last), TieRule.Last, true)]
    [InlineData(nameof(Max3x3Split), TieRule.Split, false)]
    [InlineData(nameof(Max3x3Split), TieRule.Split, true)]
    public void Maximum(string name, TieRule ties, bool powersOfTwo)
    {
        var entry = (PoolingEntry<float>)PoolingRegistry.Find(name);
        Lanes.Each(lanes =>
        {
            var output = new float[16];
            var indices = new int[16];
            entry.Pooling.ForwardWithIndices(Single(WorkedExample.Input), output, indices, WorkedExample.InputShape);
            Assert.Equal(Single(WorkedExample.MaxOutput), output);
            Assert.Equal(ties == TieRule.Last ? WorkedExample.LastIndices : WorkedExample.FirstIndices, indices);
            AssertGradients(entry.Pooling, WorkedExample.MaxGradient(ties, powersOfTwo), powersOfTwo, exact: ties != TieRule.Split, lanes);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Mean(bool powersOfTwo)
    {
        var entry = (PoolingEntry<float>)PoolingRegistry.Find(nameof(Average3x3));
        Lanes.Each(lanes =>
        {
            var output = new float[16];
            entry.Pooling.Forward(Single(WorkedExample.Input), output, WorkedExample.InputShape);
            AssertClose(WorkedExample.MeanOutput, output, exact: false, lanes);
            AssertGradients(entry.Pooling, WorkedExample.MeanGradient(powersOfTwo), powersOfTwo, exact: false, lanes);
        });
    }

    private static void AssertGradients(PoolingUnderTest<float> pooling, double[] expected, bool powersOfTwo, bool exact, string lanes)
    {
        float[] input = Single(WorkedExample.Input), upstream = Single(WorkedExample.Upstream(powersOfTwo));
        var gradient = new float[36];
        pooling.Backward(upstream, input, gradient, WorkedExample.InputShape);
        AssertClose(expected, gradient, exact, lanes);

        var workspace = new byte[pooling.WorkspaceLength(WorkedExample.InputShape)];
        Array.Clear(gradient);
        pooling.ForwardTraining(input, new float[16], workspace, WorkedExample.InputShape);
        pooling.BackwardTraining(upstream, pooling.BackwardReadsInput ? input : [], workspace, gradient, WorkedExample.InputShape);
        AssertClose(expected, gradient, exact, lanes);
    }

    // Nine additions of rounded shares: 10 units in the last place of float are ample.
    private static void AssertClose(double[] expected, float[] actual, bool exact, string lanes)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double tolerance = exact ? 0 : 10 * Math.Abs(expected[i]) * Math.Pow(2, -24);
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"{lanes}, element {i}: expected {expected[i]}, was {actual[i]}.");
        }
    }

    private static float[] Single(double[] values) => [.. values.Select(value => (float)value)];
}
