using System.Numerics;

namespace PoolGen.Testing;

/// <summary>Tensors of an unpooling and what its passes should make of them.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class UnpoolingCase<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private UnpoolingCase(PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout, T[] input, int[] indices, T[] outputGradient)
    {
        (InputShape, OutputShape, Layout, Input, Indices, OutputGradient) = (inputShape, outputShape, layout, input, indices, outputGradient);
        Output = ReferenceUnpooling.Forward(input, indices, inputShape, outputShape, layout);
        InputGradient = ReferenceUnpooling.Backward(outputGradient, indices, inputShape, outputShape, layout);
    }

    public PoolingShape InputShape { get; }

    public PoolingShape OutputShape { get; }

    public TensorLayout Layout { get; }

    public T[] Input { get; }

    public int[] Indices { get; }

    public T[] OutputGradient { get; }

    /// <summary>What the forward pass should give.</summary>
    public T[] Output { get; }

    /// <summary>What the backward pass should give.</summary>
    public T[] InputGradient { get; }

    /// <summary>
    /// Random tensors: elements of every kind, and indices that run along the plane as a pooling's do, or stand anywhere, many of them twice,
    /// with empty windows among them.
    /// </summary>
    public static UnpoolingCase<T> Make(PoolingShape inputShape, PoolingShape outputShape, TensorLayout layout, int seed)
    {
        var random = new Random(seed);
        (int inputs, int outputs) = ((int)inputShape.ElementCount, (int)outputShape.ElementCount);
        int plane = outputShape.Depth * outputShape.Height * outputShape.Width;
        int inputPlane = inputShape.Depth * inputShape.Height * inputShape.Width;
        bool runs = random.Next(2) == 0;
        int spread = random.Next(3) == 0 ? Math.Min(plane, 3) : plane;
        double empty = random.Next(3) switch { 0 => 0, 1 => 0.1, _ => 0.9 };
        int[] indices = new int[inputs];
        for (int element = 0; element < inputs; element++)
        {
            int position = layout == TensorLayout.ChannelsLast ? element / inputShape.Channels % inputPlane : element % inputPlane;
            int along = Math.Min(plane - 1, (int)((long)position * plane / inputPlane) + random.Next(2));
            indices[element] = random.NextDouble() < empty ? -1 : runs ? along : random.Next(spread);
        }
        DataClass data = DataMaker.Classes[random.Next(DataMaker.Classes.Count)];
        return new(inputShape, outputShape, layout, DataMaker.Input<T>(data, inputs, seed), indices, DataMaker.Input<T>(DataClass.Uniform, outputs, seed + 1));
    }

    /// <summary>Both passes give the reference's bits, and write all of their span and nothing beside it.</summary>
    /// <param name="unpooling">The members.</param>
    /// <param name="context">What failures say.</param>
    /// <param name="isDefault">Whether the output's shape is the one that a call need not give.</param>
    /// <param name="parallel">How to divide the work.</param>
    public void Check(UnpoolingUnderTest<T> unpooling, string context, bool isDefault, ParallelOptions? parallel = null)
    {
        context = $"{context} ({InputShape} to {OutputShape}, {parallel?.MaxDegreeOfParallelism ?? 1} threads)";
        T garbage = T.CreateSaturating(-987654.5f);
        PoolingShape given = isDefault ? default : OutputShape;
        var output = new GuardedBuffer<T>(Output.Length, garbage);
        unpooling.Forward(Input, Indices, output.Span, InputShape, given, parallel);
        output.Check($"{context}: Forward");
        Compare.Bits<T>(output.Span, Output, OutputShape, Layout, $"{context}: Forward");

        var inputGradient = new GuardedBuffer<T>(Input.Length, garbage);
        unpooling.Backward(OutputGradient, Indices, inputGradient.Span, InputShape, given, parallel);
        inputGradient.Check($"{context}: Backward");
        Compare.Bits<T>(inputGradient.Span, InputGradient, InputShape, Layout, $"{context}: Backward");
    }
}
