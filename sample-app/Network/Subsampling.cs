using System.Numerics.Tensors;

namespace PoolGen.Sample.Network;

/// <summary>What pooling is compared with: keeps the first of every <c>step</c> rows and columns and drops the rest, on N,C,H,W.</summary>
internal sealed class Subsampling(int step) : ILayer
{
    private readonly TensorBuffer outputBuffer = new();
    private readonly TensorBuffer inputGradientBuffer = new();
    private Tensor<float>? input;

    public string Name => $"subsampling by {step}";

    public Tensor<float> Forward(Tensor<float> input)
    {
        this.input = input;
        ReadOnlySpan<nint> lengths = input.Lengths;
        Tensor<float> output = outputBuffer.WithLengths(lengths[0], lengths[1], lengths[2] / step, lengths[3] / step);
        ReadOnlySpan<float> from = input.Values();
        Span<float> to = output.Values();
        foreach ((int kept, int source) in KeptElements(input))
        {
            to[kept] = from[source];
        }

        return output;
    }

    public Tensor<float> Backward(Tensor<float> outputGradient)
    {
        Tensor<float> input = this.input ?? throw new InvalidOperationException($"{Name}: Backward needs a Forward before it.");
        Tensor<float> inputGradient = inputGradientBuffer.WithLengths(input.Lengths);
        ReadOnlySpan<float> from = outputGradient.Values();
        Span<float> to = inputGradient.Values();
        to.Clear();
        foreach ((int kept, int source) in KeptElements(input))
        {
            to[source] = from[kept];
        }

        return inputGradient;
    }

    /// <summary>For every output element, in order, the input element that it is.</summary>
    private IEnumerable<(int Kept, int Source)> KeptElements(Tensor<float> input)
    {
        int planes = checked((int)(input.Lengths[0] * input.Lengths[1]));
        int height = checked((int)input.Lengths[2]);
        int width = checked((int)input.Lengths[3]);
        int kept = 0;
        for (int plane = 0; plane < planes; plane++)
        {
            for (int row = 0; row < height / step; row++)
            {
                for (int column = 0; column < width / step; column++)
                {
                    yield return (kept++, (((plane * height) + (row * step)) * width) + (column * step));
                }
            }
        }
    }
}
