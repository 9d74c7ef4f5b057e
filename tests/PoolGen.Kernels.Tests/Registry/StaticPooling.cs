namespace PoolGen.Kernels.Tests;

/// <summary>The static members of <see cref="MaxStatic"/>: a static class cannot implement the interface itself.</summary>
internal readonly struct StaticPooling : IIndexedPooling<float>
{
    public static bool BackwardReadsInput => MaxStatic.BackwardReadsInput;

    public static PoolingShape OutputShape(PoolingShape inputShape) => MaxStatic.OutputShape(inputShape);

    public static int WorkspaceLength(PoolingShape inputShape) => MaxStatic.WorkspaceLength(inputShape);

    public static void Forward(ReadOnlySpan<float> input, Span<float> output, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        MaxStatic.Forward(input, output, inputShape, parallel);

    public static void Backward(ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> input, Span<float> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        MaxStatic.Backward(outputGradient, input, inputGradient, inputShape, parallel);

    public static void ForwardTraining(ReadOnlySpan<float> input, Span<float> output, Span<byte> workspace, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        MaxStatic.ForwardTraining(input, output, workspace, inputShape, parallel);

    public static void BackwardTraining(ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> input, ReadOnlySpan<byte> workspace, Span<float> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        MaxStatic.BackwardTraining(outputGradient, input, workspace, inputGradient, inputShape, parallel);

    public static void ForwardWithIndices(ReadOnlySpan<float> input, Span<float> output, Span<int> indices, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        MaxStatic.ForwardWithIndices(input, output, indices, inputShape, parallel);
}
