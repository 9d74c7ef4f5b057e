using System.Numerics.Tensors;
using PoolGen.Sample.Network;

namespace PoolGen.Sample.Tests;

/// <summary>
/// Max pooling of disjoint square windows by the definition, one window after another: what generated kernels are held against.
/// Every winner of a tie receives the gradient.
/// </summary>
internal sealed class ReferencePooling(int kernel) : ILayer
{
    private Tensor<float>? input;

    public string Name => $"reference {kernel}x{kernel}";

    public Tensor<float> Forward(Tensor<float> input)
    {
        this.input = input;
        ReadOnlySpan<nint> lengths = input.Lengths;
        Tensor<float> output = Tensor.CreateFromShape<float>([lengths[0], lengths[1], lengths[2] / kernel, lengths[3] / kernel]);
        for (int window = 0; window < output.FlattenedLength; window++)
        {
            output.Values()[window] = Maximum(input, Cells(input, window));
        }

        return output;
    }

    public Tensor<float> Backward(Tensor<float> outputGradient)
    {
        Tensor<float> input = this.input ?? throw new InvalidOperationException("Backward needs a Forward before it.");
        Tensor<float> inputGradient = Tensor.CreateFromShape<float>(input.Lengths);
        for (int window = 0; window < outputGradient.FlattenedLength; window++)
        {
            int[] cells = Cells(input, window);
            float maximum = Maximum(input, cells);
            foreach (int cell in cells)
            {
                inputGradient.Values()[cell] += input.Values()[cell] == maximum ? outputGradient.Values()[window] : 0;
            }
        }

        return inputGradient;
    }

    private static float Maximum(Tensor<float> input, int[] cells)
    {
        float maximum = float.NegativeInfinity;
        foreach (int cell in cells)
        {
            maximum = Math.Max(maximum, input.Values()[cell]);
        }

        return maximum;
    }

    private int[] Cells(Tensor<float> input, int window)
    {
        (int height, int width) = ((int)input.Lengths[2], (int)input.Lengths[3]);
        (int plane, int inPlane) = Math.DivRem(window, height / kernel * (width / kernel));
        (int top, int left) = (inPlane / (width / kernel) * kernel, inPlane % (width / kernel) * kernel);
        return
        [
            .. Enumerable.Range(0, kernel * kernel)
                .Select(tap => (((plane * height) + top + (tap / kernel)) * width) + left + (tap % kernel)),
        ];
    }
}
