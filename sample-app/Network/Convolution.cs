using System.Numerics.Tensors;

namespace PoolGen.Sample.Network;

/// <summary>A convolution with a square kernel, stride 1 and no padding, on N,C,H,W.</summary>
/// <remarks>
/// Planes of the output are computed "wide", with the input's row length: the tap (row, column) is then one constant shift of the
/// whole plane, and one vectorised multiply-add serves all outputs at once. The few columns between the rows are dropped at the end.
/// Work that belongs to samples is divided over samples, work that belongs to weights over output channels: every number is summed
/// by one thread in one order, so results do not depend on the number of threads.
/// </remarks>
internal sealed class Convolution : ILayer
{
    private readonly int inputChannels;
    private readonly int outputChannels;
    private readonly int kernel;
    private readonly Parameter weights;
    private readonly Parameter bias;
    private readonly TensorBuffer outputBuffer = new();
    private readonly TensorBuffer inputGradientBuffer = new();
    private readonly TensorBuffer wideOutputBuffer = new();
    private readonly TensorBuffer wideGradientBuffer = new();
    private Tensor<float>? input;

    public Convolution(int inputChannels, int outputChannels, int kernel, Random random)
    {
        this.inputChannels = inputChannels;
        this.outputChannels = outputChannels;
        this.kernel = kernel;
        int taps = inputChannels * kernel * kernel;
        weights = Parameter.HeNormal(outputChannels * taps, fanIn: taps, random);
        bias = new Parameter(outputChannels);
    }

    public string Name => $"convolution {kernel}x{kernel}, {inputChannels} to {outputChannels}";

    public IReadOnlyList<Parameter> Parameters => [weights, bias];

    public Tensor<float> Forward(Tensor<float> input)
    {
        this.input = input;
        var plane = new Geometry(input, kernel);
        Tensor<float> output = outputBuffer.WithLengths(plane.Batch, outputChannels, plane.OutputHeight, plane.OutputWidth);
        Tensor<float> wideOutput = wideOutputBuffer.WithLengths(plane.Batch, plane.WideLength);
        Parallel.For(0, plane.Batch, n => ForwardSample(plane, input.Sample(n), wideOutput.Sample(n), output.Sample(n)));
        return output;
    }

    public Tensor<float> Backward(Tensor<float> outputGradient)
    {
        Tensor<float> input = this.input ?? throw new InvalidOperationException($"{Name}: Backward needs a Forward before it.");
        var plane = new Geometry(input, kernel);
        Tensor<float> inputGradient = inputGradientBuffer.WithLengths(input.Lengths);
        Tensor<float> wideGradient = wideGradientBuffer.WithLengths(plane.Batch, outputChannels, plane.WideLength);
        Parallel.For(0, plane.Batch, n =>
        {
            Widen(plane, outputGradient.Sample(n), wideGradient.Sample(n));
            BackwardSample(plane, wideGradient.Sample(n), inputGradient.Sample(n));
        });
        Parallel.For(0, outputChannels, channel => AccumulateWeights(plane, channel, wideGradient, input));
        return inputGradient;
    }

    private void ForwardSample(Geometry plane, ReadOnlySpan<float> input, Span<float> wide, Span<float> output)
    {
        for (int to = 0; to < outputChannels; to++)
        {
            wide.Fill(bias.Values[to]);
            for (int from = 0; from < inputChannels; from++)
            {
                ReadOnlySpan<float> taps = Taps(weights.Values, to, from);
                for (int tap = 0; tap < taps.Length; tap++)
                {
                    ReadOnlySpan<float> shifted = input.Slice((from * plane.InputSize) + plane.Shift(tap), plane.WideLength);
                    TensorPrimitives.MultiplyAdd(shifted, taps[tap], wide, wide);
                }
            }

            for (int row = 0; row < plane.OutputHeight; row++)
            {
                wide.Slice(row * plane.Width, plane.OutputWidth).CopyTo(output.Slice((to * plane.OutputSize) + (row * plane.OutputWidth)));
            }
        }
    }

    /// <summary>Spreads the gradient to the input's row length; the columns between the rows are 0 and contribute nothing.</summary>
    private void Widen(Geometry plane, ReadOnlySpan<float> gradient, Span<float> wide)
    {
        wide.Clear();
        for (int to = 0; to < outputChannels; to++)
        {
            for (int row = 0; row < plane.OutputHeight; row++)
            {
                gradient.Slice((to * plane.OutputSize) + (row * plane.OutputWidth), plane.OutputWidth)
                    .CopyTo(wide.Slice((to * plane.WideLength) + (row * plane.Width)));
            }
        }
    }

    private void BackwardSample(Geometry plane, ReadOnlySpan<float> wideGradient, Span<float> inputGradient)
    {
        inputGradient.Clear();
        for (int to = 0; to < outputChannels; to++)
        {
            ReadOnlySpan<float> wide = wideGradient.Slice(to * plane.WideLength, plane.WideLength);
            for (int from = 0; from < inputChannels; from++)
            {
                ReadOnlySpan<float> taps = Taps(weights.Values, to, from);
                for (int tap = 0; tap < taps.Length; tap++)
                {
                    Span<float> shifted = inputGradient.Slice((from * plane.InputSize) + plane.Shift(tap), plane.WideLength);
                    TensorPrimitives.MultiplyAdd(wide, taps[tap], shifted, shifted);
                }
            }
        }
    }

    private void AccumulateWeights(Geometry plane, int to, Tensor<float> wideGradient, Tensor<float> input)
    {
        bias.Gradient[to] = 0;
        weights.Gradient.AsSpan(to * inputChannels * kernel * kernel, inputChannels * kernel * kernel).Clear();
        for (int n = 0; n < plane.Batch; n++)
        {
            ReadOnlySpan<float> wide = wideGradient.Sample(n).Slice(to * plane.WideLength, plane.WideLength);
            ReadOnlySpan<float> sample = input.Sample(n);
            bias.Gradient[to] += TensorPrimitives.Sum<float>(wide);
            for (int from = 0; from < inputChannels; from++)
            {
                Span<float> taps = Taps(weights.Gradient, to, from);
                for (int tap = 0; tap < taps.Length; tap++)
                {
                    ReadOnlySpan<float> shifted = sample.Slice((from * plane.InputSize) + plane.Shift(tap), plane.WideLength);
                    taps[tap] += TensorPrimitives.Dot(wide, shifted);
                }
            }
        }
    }

    private Span<float> Taps(float[] values, int to, int from)
    {
        int size = kernel * kernel;
        return values.AsSpan(((to * inputChannels) + from) * size, size);
    }

    /// <summary>The extents of one call.</summary>
    private readonly struct Geometry
    {
        private readonly int kernel;

        public Geometry(Tensor<float> input, int kernel)
        {
            this.kernel = kernel;
            Batch = input.BatchSize();
            Width = checked((int)input.Lengths[3]);
            InputSize = checked((int)input.Lengths[2] * Width);
            OutputHeight = checked((int)input.Lengths[2]) - kernel + 1;
            OutputWidth = Width - kernel + 1;
        }

        public int Batch { get; }

        public int Width { get; }

        public int InputSize { get; }

        public int OutputHeight { get; }

        public int OutputWidth { get; }

        public int OutputSize => OutputHeight * OutputWidth;

        /// <summary>The length of an output plane with the input's row length, up to its last output.</summary>
        public int WideLength => ((OutputHeight - 1) * Width) + OutputWidth;

        /// <summary>How far the tap lies behind the output's position in a wide plane.</summary>
        public int Shift(int tap) => (tap / kernel * Width) + (tap % kernel);
    }
}
