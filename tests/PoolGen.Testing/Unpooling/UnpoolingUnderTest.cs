namespace PoolGen.Testing;

/// <summary>The static members of a type with <see cref="UnpoolingAttribute"/> as an object, so that tests can hold unpoolings in lists.</summary>
/// <typeparam name="T">The element type.</typeparam>
public abstract class UnpoolingUnderTest<T>
    where T : unmanaged
{
    public abstract PoolingShape OutputShape(PoolingShape inputShape);

    public abstract void Forward(
        ReadOnlySpan<T> input, ReadOnlySpan<int> indices, Span<T> output, PoolingShape inputShape, PoolingShape outputShape = default, ParallelOptions? parallel = null);

    public abstract void Backward(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<int> indices, Span<T> inputGradient, PoolingShape inputShape, PoolingShape outputShape = default, ParallelOptions? parallel = null);

    /// <summary>Binds a type that is known at run time only.</summary>
    public static UnpoolingUnderTest<T> Bind(Type unpooling) =>
        (UnpoolingUnderTest<T>)Activator.CreateInstance(typeof(UnpoolingUnderTest<,>).MakeGenericType(unpooling, typeof(T)))!;
}

/// <summary>The members of <typeparamref name="TUnpooling"/>.</summary>
public sealed class UnpoolingUnderTest<TUnpooling, T> : UnpoolingUnderTest<T>
    where TUnpooling : IUnpooling<T>
    where T : unmanaged
{
    public override PoolingShape OutputShape(PoolingShape inputShape) => TUnpooling.OutputShape(inputShape);

    public override void Forward(
        ReadOnlySpan<T> input, ReadOnlySpan<int> indices, Span<T> output, PoolingShape inputShape, PoolingShape outputShape = default, ParallelOptions? parallel = null) =>
        TUnpooling.Forward(input, indices, output, inputShape, outputShape, parallel);

    public override void Backward(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<int> indices, Span<T> inputGradient, PoolingShape inputShape, PoolingShape outputShape = default, ParallelOptions? parallel = null) =>
        TUnpooling.Backward(outputGradient, indices, inputGradient, inputShape, outputShape, parallel);
}
