using System.Numerics.Tensors;

namespace PoolGen.Sample.Network;

/// <summary>An annotated pooling class as a layer of the network.</summary>
internal sealed class Pooling : ILayer
{
    private readonly IPoolingLayer<float> pooling;
    private readonly TensorBuffer inputGradientBuffer = new();
    private nint[] inputLengths = [];
    private Tensor<float>? output;

    public Pooling(IPoolingLayer<float> pooling)
    {
        this.pooling = pooling;
        pooling.Parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
    }

    public string Name => pooling.GetType().Name;

    public Tensor<float> Forward(Tensor<float> input)
    {
        if (output is not null && input.Lengths.SequenceEqual(inputLengths))
        {
            pooling.Forward(input.AsReadOnlyTensorSpan(), output.AsTensorSpan());
            return output;
        }

        // The first pass of a shape takes the output that the layer makes; later passes write into it again.
        inputLengths = input.Lengths.ToArray();
        output = pooling.Forward(input);
        return output;
    }

    public Tensor<float> Backward(Tensor<float> outputGradient)
    {
        Tensor<float> inputGradient = inputGradientBuffer.WithLengths(inputLengths);
        pooling.Backward(outputGradient.AsReadOnlyTensorSpan(), inputGradient.AsTensorSpan());
        return inputGradient;
    }
}
