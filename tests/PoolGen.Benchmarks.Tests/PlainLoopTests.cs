using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;

namespace PoolGen.Benchmarks.Tests;

/// <summary>All contenders are compared with the plain loop: it is held against results worked out by hand.</summary>
public sealed class PlainLoopTests
{
    private static readonly float[] s_input = [1, 2, 3, 1, 2, 2, 5, 4, 0];

    [Fact]
    public void Maxima_and_their_gradients()
    {
        var problem = new Case("hand", "", new(PoolingKind.Max, 2, 1, 0, 1), 1, 1, 3, 3);
        Check(problem, output: [2, 3, 3, 5, 4, 2, 5, 4, 0], gradient: [0, 1, 2, 0, 0, 1, 2, 2, 1]);
    }

    [Fact]
    public void Means_and_their_gradients()
    {
        var problem = new Case("hand", "", new(PoolingKind.Average, 2, 2, 1, 0), 1, 1, 3, 3);
        Check(problem, output: [1, 2.5f, 3, 2], gradient: [1, 0.5f, 0.5f, 0.5f, 0.25f, 0.25f, 0.5f, 0.25f, 0.25f]);
        var counted = new Case("hand", "", problem.Window with { CountsPadding = true }, 1, 1, 3, 3);
        Check(counted, output: [0.25f, 1.25f, 1.5f, 2], gradient: [.. Enumerable.Repeat(0.25f, 9)]);
    }

    private static void Check(Case problem, float[] output, float[] gradient)
    {
        foreach (Layout layout in (Layout[])[Layout.Nchw, Layout.Nhwc])
        {
            var loop = new PlainLoop(problem, layout);
            var actual = new float[problem.Outputs];
            loop.Forward(s_input, actual);
            Assert.Equal(output, actual);

            var inputGradient = new float[problem.Inputs];
            loop.Backward(s_input, [.. Enumerable.Repeat(1f, problem.Outputs)], inputGradient);
            Assert.Equal(gradient, inputGradient);
        }
    }
}
