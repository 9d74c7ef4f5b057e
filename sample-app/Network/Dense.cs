using System.Numerics.Tensors;

namespace PoolGen.Sample.Network;

/// <summary>A fully connected layer: z = W·x + b. A sample of any rank is read as one vector.</summary>
/// <remarks>Divided among threads as <see cref="Convolution"/> is: samples for z and ∂L/∂x, outputs for the weights.</remarks>
internal sealed class Dense(int inputs, int outputs, Random random) : ILayer
{
    private readonly Parameter weights = Parameter.HeNormal(outputs * inputs, fanIn: inputs, random);
    private readonly Parameter bias = new(outputs);
    private readonly TensorBuffer outputBuffer = new();
    private readonly TensorBuffer inputGradientBuffer = new();
    private Tensor<float>? input;

    public string Name => $"dense, {inputs} to {outputs}";

    public IReadOnlyList<Parameter> Parameters => [weights, bias];

    public Tensor<float> Forward(Tensor<float> input)
    {
        this.input = input;
        Tensor<float> output = outputBuffer.WithLengths(input.BatchSize(), outputs);
        Parallel.For(0, input.BatchSize(), n =>
        {
            ReadOnlySpan<float> x = input.Sample(n);
            Span<float> z = output.Sample(n);
            for (int to = 0; to < outputs; to++)
            {
                z[to] = bias.Values[to] + TensorPrimitives.Dot<float>(Row(weights.Values, to), x);
            }
        });
        return output;
    }

    public Tensor<float> Backward(Tensor<float> outputGradient)
    {
        Tensor<float> input = this.input ?? throw new InvalidOperationException($"{Name}: Backward needs a Forward before it.");
        Tensor<float> inputGradient = inputGradientBuffer.WithLengths(input.Lengths);
        Parallel.For(0, input.BatchSize(), n =>
        {
            ReadOnlySpan<float> dz = outputGradient.Sample(n);
            Span<float> dx = inputGradient.Sample(n);
            dx.Clear();
            for (int to = 0; to < outputs; to++)
            {
                TensorPrimitives.MultiplyAdd(Row(weights.Values, to), dz[to], dx, dx);
            }
        });
        Parallel.For(0, outputs, to =>
        {
            Span<float> gradient = Row(weights.Gradient, to);
            gradient.Clear();
            bias.Gradient[to] = 0;
            for (int n = 0; n < input.BatchSize(); n++)
            {
                float dz = outputGradient.Sample(n)[to];
                bias.Gradient[to] += dz;
                TensorPrimitives.MultiplyAdd(input.Sample(n), dz, gradient, gradient);
            }
        });
        return inputGradient;
    }

    private Span<float> Row(float[] values, int to) => values.AsSpan(to * inputs, inputs);
}
