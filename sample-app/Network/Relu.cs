using System.Numerics.Tensors;

namespace PoolGen.Sample.Network;

/// <summary>max(x, 0); the gradient at 0 is 0.</summary>
internal sealed class Relu : ILayer
{
    private readonly TensorBuffer outputBuffer = new();
    private readonly TensorBuffer inputGradientBuffer = new();
    private Tensor<float>? output;

    public string Name => "ReLU";

    public Tensor<float> Forward(Tensor<float> input)
    {
        output = outputBuffer.WithLengths(input.Lengths);
        TensorPrimitives.Max(input.Values(), 0f, output.Values());
        return output;
    }

    public Tensor<float> Backward(Tensor<float> outputGradient)
    {
        Tensor<float> output = this.output ?? throw new InvalidOperationException($"{Name}: Backward needs a Forward before it.");
        Tensor<float> inputGradient = inputGradientBuffer.WithLengths(output.Lengths);
        ReadOnlySpan<float> z = output.Values();
        ReadOnlySpan<float> dz = outputGradient.Values();
        Span<float> dx = inputGradient.Values();
        for (int i = 0; i < dx.Length; i++)
        {
            dx[i] = z[i] > 0 ? dz[i] : 0;
        }

        return inputGradient;
    }
}
