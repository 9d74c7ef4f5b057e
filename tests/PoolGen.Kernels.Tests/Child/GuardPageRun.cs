using System.Numerics;
using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>Every member on tensors that lie between forbidden pages, against the oracle.</summary>
internal sealed class GuardPageRun : IPoolingTest
{
    public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int seed = 1;
        foreach (PoolingShape shape in ChildPrograms.Shapes(spec))
        {
            var expected = ReferenceCase<T>.Make(spec, shape, DataClass.SmallIntegers, seed++);
            Lanes.Each(lanes =>
            {
                Run(pooling, expected, lanes, atEnd: false);
                Run(pooling, expected, lanes, atEnd: true);
            });
        }
    }

    private static void Run<T>(PoolingUnderTest<T> pooling, ReferenceCase<T> expected, string lanes, bool atEnd)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        PoolingShape shape = expected.InputShape;
        using var input = new GuardedPages<T>(expected.Input, atEnd);
        using var outputGradient = new GuardedPages<T>(expected.OutputGradient, atEnd);
        using var output = new GuardedPages<T>(new T[expected.OutputGradient.Length], atEnd);
        using var inputGradient = new GuardedPages<T>(new T[expected.Input.Length], atEnd);
        using var workspace = new GuardedPages<byte>(new byte[pooling.WorkspaceLength(shape)], atEnd);
        using var indices = new GuardedPages<int>(new int[output.Span.Length], atEnd);
        string context = $"{pooling.Name} ({expected}, {lanes}) {(atEnd ? "before" : "behind")} a forbidden page";

        pooling.Forward(input.Span, output.Span, shape);
        CheckOutput();
        pooling.ForwardTraining(input.Span, output.Span, workspace.Span, shape);
        CheckOutput();
        pooling.BackwardTraining(outputGradient.Span, pooling.BackwardReadsInput ? input.Span : default, workspace.Span, inputGradient.Span, shape);
        CheckInputGradient();
        pooling.Backward(outputGradient.Span, input.Span, inputGradient.Span, shape);
        CheckInputGradient();
        if (pooling.HasIndices)
        {
            pooling.ForwardWithIndices(input.Span, output.Span, indices.Span, shape);
            CheckOutput();
            Compare.Indices(indices.Span, expected.Indices, expected.OutputShape, expected.Spec.Layout, context);
        }

        // Whatever the workspace holds.
        new Random(expected.Seed).NextBytes(workspace.Span);
        pooling.BackwardTraining(outputGradient.Span, pooling.BackwardReadsInput ? input.Span : default, workspace.Span, inputGradient.Span, shape);

        void CheckOutput()
        {
            Compare.Values<T>(output.Span, expected.Output, expected.OutputShape, expected.Spec.Layout, context);
            output.Span.Clear();
        }

        void CheckInputGradient()
        {
            Compare.Values<T>(inputGradient.Span, expected.InputGradient, shape, expected.Spec.Layout, context);
            inputGradient.Span.Fill(T.NaN);
        }
    }
}
