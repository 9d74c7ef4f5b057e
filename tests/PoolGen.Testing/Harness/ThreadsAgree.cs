using System.Globalization;
using System.Numerics;

namespace PoolGen.Testing;

/// <summary>The division of the work among threads changes no bit of any result.</summary>
public static class ThreadsAgree
{
    /// <summary>Runs every member on one thread and on <paramref name="threads"/>, and compares bit for bit.</summary>
    public static void Check<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec, PoolingShape shape, DataClass data, int seed, int threads, string where)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        T[] input = DataMaker.Input<T>(data, checked((int)shape.ElementCount), seed);
        PoolingShape outputShape = pooling.OutputShape(shape);
        T[] outputGradient = DataMaker.Input<T>(DataClass.Uniform, checked((int)outputShape.ElementCount), seed + 1);
        string context = string.Create(
            CultureInfo.InvariantCulture, $"{pooling.Name} ({spec}, input {shape}, {data}, seed {seed}, {where}): {threads} threads and 1");
        Results<T> one = Run(pooling, input, outputGradient, shape, null, context);
        Results<T> many = Run(pooling, input, outputGradient, shape, new ParallelOptions { MaxDegreeOfParallelism = threads }, context);

        Compare.Bits<T>(many.Output.Span, one.Output.Span, outputShape, spec.Layout, $"{context}: Forward");
        Compare.Bits<T>(many.TrainingOutput.Span, one.TrainingOutput.Span, outputShape, spec.Layout, $"{context}: ForwardTraining");
        Compare.Bits<T>(many.TrainingGradient.Span, one.TrainingGradient.Span, shape, spec.Layout, $"{context}: BackwardTraining");
        Compare.Bits<T>(many.Gradient.Span, one.Gradient.Span, shape, spec.Layout, $"{context}: Backward");
        Compare.Indices(many.Indices.Span, one.Indices.Span, outputShape, spec.Layout, $"{context}: ForwardWithIndices");
    }

    private static Results<T> Run<T>(
        PoolingUnderTest<T> pooling, T[] input, T[] outputGradient, PoolingShape shape, ParallelOptions? parallel, string context)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        int outputs = outputGradient.Length;
        var results = new Results<T>(
            new(outputs, Elements<T>.NaN), new(outputs, Elements<T>.NaN), new(input.Length, Elements<T>.NaN), new(input.Length, Elements<T>.NaN), new(pooling.HasIndices ? outputs : 0, -7));
        var workspace = new GuardedBuffer<byte>(pooling.WorkspaceLength(shape), 0xA5);
        pooling.Forward(input, results.Output.Span, shape, parallel);
        results.Output.Check($"{context}: Forward");
        pooling.ForwardTraining(input, results.TrainingOutput.Span, workspace.Span, shape, parallel);
        results.TrainingOutput.Check($"{context}: ForwardTraining");
        workspace.Check($"{context}: ForwardTraining, workspace");
        pooling.BackwardTraining(
            outputGradient, pooling.BackwardReadsInput ? input : [], workspace.Span, results.TrainingGradient.Span, shape, parallel);
        results.TrainingGradient.Check($"{context}: BackwardTraining");
        pooling.Backward(outputGradient, input, results.Gradient.Span, shape, parallel);
        results.Gradient.Check($"{context}: Backward");
        if (pooling.HasIndices)
        {
            pooling.ForwardWithIndices(input, results.Output.Span, results.Indices.Span, shape, parallel);
            results.Indices.Check($"{context}: ForwardWithIndices");
        }
        return results;
    }

    private sealed record Results<T>(
        GuardedBuffer<T> Output, GuardedBuffer<T> TrainingOutput, GuardedBuffer<T> TrainingGradient, GuardedBuffer<T> Gradient, GuardedBuffer<int> Indices)
        where T : unmanaged;
}
