namespace PoolGen.Testing;

/// <summary>The static members of an annotated type as an object, so that tests can hold poolings in lists.</summary>
/// <typeparam name="T">The element type.</typeparam>
public abstract class PoolingUnderTest<T>
    where T : unmanaged
{
    public abstract string Name { get; }

    public abstract bool HasIndices { get; }

    public abstract bool BackwardReadsInput { get; }

    public abstract PoolingShape OutputShape(PoolingShape inputShape);

    public abstract int WorkspaceLength(PoolingShape inputShape);

    public abstract void Forward(ReadOnlySpan<T> input, Span<T> output, PoolingShape inputShape, ParallelOptions? parallel = null);

    public abstract void Backward(ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, Span<T> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null);

    public abstract void ForwardTraining(ReadOnlySpan<T> input, Span<T> output, Span<byte> workspace, PoolingShape inputShape, ParallelOptions? parallel = null);

    public abstract void BackwardTraining(ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, ReadOnlySpan<byte> workspace, Span<T> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null);

    public abstract void ForwardWithIndices(ReadOnlySpan<T> input, Span<T> output, Span<int> indices, PoolingShape inputShape, ParallelOptions? parallel = null);

    /// <summary>Binds a type that is known at run time only.</summary>
    /// <exception cref="InvalidOperationException">The generator has left the type without kernels.</exception>
    public static PoolingUnderTest<T> Bind(Type pooling)
    {
        if (!typeof(IPooling<T>).IsAssignableFrom(pooling))
            throw new InvalidOperationException($"The generator has left {pooling} ({AttributeReader.Read(pooling)}) without kernels.");
        Type open = typeof(IIndexedPooling<T>).IsAssignableFrom(pooling) ? typeof(IndexedPoolingUnderTest<,>) : typeof(PlainPoolingUnderTest<,>);
        return (PoolingUnderTest<T>)Activator.CreateInstance(open.MakeGenericType(pooling, typeof(T)))!;
    }
}

/// <summary>A pooling without indices.</summary>
public class PlainPoolingUnderTest<TPooling, T> : PoolingUnderTest<T>
    where TPooling : IPooling<T>
    where T : unmanaged
{
    public override string Name => typeof(TPooling).Name;

    public override bool HasIndices => false;

    public override bool BackwardReadsInput => TPooling.BackwardReadsInput;

    public override PoolingShape OutputShape(PoolingShape inputShape) => TPooling.OutputShape(inputShape);

    public override int WorkspaceLength(PoolingShape inputShape) => TPooling.WorkspaceLength(inputShape);

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        TPooling.Forward(input, output, inputShape, parallel);

    public override void Backward(ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, Span<T> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        TPooling.Backward(outputGradient, input, inputGradient, inputShape, parallel);

    public override void ForwardTraining(ReadOnlySpan<T> input, Span<T> output, Span<byte> workspace, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        TPooling.ForwardTraining(input, output, workspace, inputShape, parallel);

    public override void BackwardTraining(ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, ReadOnlySpan<byte> workspace, Span<T> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        TPooling.BackwardTraining(outputGradient, input, workspace, inputGradient, inputShape, parallel);

    public override void ForwardWithIndices(ReadOnlySpan<T> input, Span<T> output, Span<int> indices, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        throw new NotSupportedException($"{Name} has no indices.");
}

/// <summary>A pooling with indices.</summary>
public sealed class IndexedPoolingUnderTest<TPooling, T> : PlainPoolingUnderTest<TPooling, T>
    where TPooling : IIndexedPooling<T>
    where T : unmanaged
{
    public override bool HasIndices => true;

    public override void ForwardWithIndices(ReadOnlySpan<T> input, Span<T> output, Span<int> indices, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        TPooling.ForwardWithIndices(input, output, indices, inputShape, parallel);
}
