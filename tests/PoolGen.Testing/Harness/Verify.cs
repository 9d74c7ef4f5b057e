using System.Numerics;

namespace PoolGen.Testing;

/// <summary>Runs the members of a pooling on a case and compares what they write, and where, with the reference.</summary>
public static class Verify
{
    /// <summary>Every member: forward, training there and back, backward, indices.</summary>
    /// <param name="pooling">The pooling.</param>
    /// <param name="expected">The case.</param>
    /// <param name="where">What failures say beside the case: the lane width, the threads.</param>
    /// <param name="parallel">How to divide the work.</param>
    public static void AllMembers<T>(PoolingUnderTest<T> pooling, ReferenceCase<T> expected, string where, ParallelOptions? parallel = null)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        string context = $"{pooling.Name} ({expected}, {where})";
        PoolingShape shape = pooling.OutputShape(expected.InputShape);
        if (shape != expected.OutputShape)
            throw new ComparisonException($"{context}: output shape, expected {expected.OutputShape}, was {shape}.");

        var run = new VerifiedRun<T>(pooling, expected, context, parallel);
        run.Forward();
        run.Training();
        run.Backward();
        if (pooling.HasIndices)
            run.Indices();
    }

    /// <summary>A backward pass over a workspace of random bytes writes nothing outside its span.</summary>
    public static void GarbageWorkspace<T>(PoolingUnderTest<T> pooling, ReferenceCase<T> expected, string where)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        string context = $"{pooling.Name} ({expected}, {where}): BackwardTraining on garbage";
        var bytes = new byte[pooling.WorkspaceLength(expected.InputShape)];
        new Random(expected.Seed).NextBytes(bytes);
        var inputGradient = new GuardedBuffer<T>(expected.Input.Length, Elements<T>.NaN);
        pooling.BackwardTraining(
            expected.OutputGradient, pooling.BackwardReadsInput ? expected.Input : [], bytes, inputGradient.Span, expected.InputShape);
        inputGradient.Check(context);
    }
}
